package dev.recalldesk;

import dev.recalldesk.memory.archive.ProgressListener;
import java.io.PrintWriter;
import java.util.function.IntFunction;

/** How far a command is, in one line of a terminal that is written over. Confined to the thread of the command. */
final class ProgressLine implements ProgressListener {
    private static final int NOTHING = -1;
    private final PrintWriter out;
    private final IntFunction<String> words;
    private int told = NOTHING;

    /** @param words says a percentage */
    ProgressLine(PrintWriter out, IntFunction<String> words) {
        this.out = out;
        this.words = words;
    }

    @Override
    public void reached(long done, long total) {
        int percent = total <= 0 ? 0 : (int) (done * 100 / total);
        if (percent > told) {
            told = percent;
            out.print("\r" + words.apply(percent));
            out.flush();
        }
    }

    /** Leaves the line, if one was begun, so that what follows has its own. */
    void end() {
        if (told != NOTHING) {
            told = NOTHING;
            out.println();
        }
    }
}
