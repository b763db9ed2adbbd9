package dev.recalldesk.memory.local;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the best few of many without sorting the many. Confined to one search. */
final class BestFew {
    private final int most;
    private final Comparator<Integer> better;
    private final PriorityQueue<Integer> kept;

    /** @param better sorts the better one first */
    BestFew(int most, Comparator<Integer> better) {
        this.most = most;
        this.better = better;
        this.kept = new PriorityQueue<>(better.reversed());
    }

    void offer(int text) {
        if (kept.size() < most) {
            kept.add(text);
        } else if (most > 0 && better.compare(text, kept.element()) < 0) {
            kept.remove();
            kept.add(text);
        }
    }

    /** The best first. */
    List<Integer> sorted() {
        List<Integer> sorted = new ArrayList<>(kept);
        Collections.sort(sorted, better);
        return sorted;
    }
}
