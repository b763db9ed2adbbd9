package dev.recalldesk.memory.local;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.SmallFloat;

/**
 * What is known of each text of one customer beside its words, by number. Nothing in it is ever changed.
 *
 * @param live whether the text is there; the others were replaced or deleted and still have a number
 * @param length in words, roughly
 * @param conversations by their numbers here
 * @param byTime the texts that are there, the earliest first
 * @param place where each text stands in time, among all
 * @param words where slips of the finger are looked for
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record TextFacts(
        boolean[] live,
        boolean[] summary,
        long[] occurred,
        int[] length,
        double meanLength,
        int[][] conversations,
        Map<String, Integer> conversationNumbers,
        int[] byTime,
        int[] place,
        TextWords words) {
    private static final int[] NOWHERE = {};
    private static final int BYTES_A_TEXT = 100;
    private static final int BYTES_A_CONVERSATION = 200;

    int size() {
        return live.length;
    }

    /** About how much memory this takes. */
    long bytes() {
        return (long) BYTES_A_TEXT * size() + (long) BYTES_A_CONVERSATION * conversationNumbers.size();
    }

    static TextFacts of(List<TextSlice> slices) throws IOException {
        Reading reading = new Reading(slices.stream().mapToInt(TextSlice::size).sum());
        for (TextSlice slice : slices) {
            reading.read(slice);
        }
        return reading.facts();
    }

    private static final class Reading {
        private final boolean[] live;
        private final boolean[] summary;
        private final long[] occurred;
        private final long[] written;
        private final int[] length;
        private final int[][] conversations;
        private final Map<String, Integer> numbers = new HashMap<>();

        private Reading(int size) {
            live = new boolean[size];
            summary = new boolean[size];
            occurred = new long[size];
            written = new long[size];
            length = new int[size];
            conversations = new int[size][];
            Arrays.fill(conversations, NOWHERE);
        }

        private void read(TextSlice slice) throws IOException {
            Bits alive = slice.reader().getLiveDocs();
            NumericDocValues kinds = DocValues.getNumeric(slice.reader(), IndexedText.KIND);
            NumericDocValues times = DocValues.getNumeric(slice.reader(), IndexedText.OCCURRED);
            NumericDocValues orders = DocValues.getNumeric(slice.reader(), IndexedText.WRITTEN);
            NumericDocValues norms = slice.reader().getNormValues(IndexedText.TEXT);
            SortedSetDocValues talks = DocValues.getSortedSet(slice.reader(), IndexedText.CONVERSATION);
            Map<Long, int[]> alone = new HashMap<>();
            for (int doc = slice.first(); doc <= slice.last(); doc++) {
                int text = slice.text(doc);
                live[text] = alive == null || alive.get(doc);
                summary[text] = kinds.advanceExact(doc) && kinds.longValue() == 1;
                occurred[text] = times.advanceExact(doc) ? times.longValue() : 0;
                written[text] = orders.advanceExact(doc) ? orders.longValue() : 0;
                length[text] =
                        norms != null && norms.advanceExact(doc) ? SmallFloat.byte4ToInt((byte) norms.longValue()) : 0;
                if (talks.advanceExact(doc)) {
                    conversations[text] = conversations(talks, alone);
                }
            }
        }

        /** @param alone by number in the segment, the conversations already met; most texts belong to just one */
        private int[] conversations(SortedSetDocValues talks, Map<Long, int[]> alone) throws IOException {
            int[] all = NOWHERE;
            for (int rest = talks.docValueCount(); rest > 0; rest--) {
                long ord = talks.nextOrd();
                int[] one = alone.get(ord);
                if (one == null) {
                    String id = talks.lookupOrd(ord).utf8ToString();
                    one = new int[] {numbers.computeIfAbsent(id, _ -> numbers.size())};
                    alone.put(ord, one);
                }
                all = all.length == 0
                        ? one
                        : IntStream.concat(IntStream.of(all), IntStream.of(one)).toArray();
            }
            return all;
        }

        private TextFacts facts() {
            int[] order = IntStream.range(0, live.length)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingLong(text -> occurred[text])
                            .thenComparing(text -> summary[text])
                            .thenComparingLong(text -> written[text]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            int[] place = new int[live.length];
            for (int i = 0; i < order.length; i++) {
                place[order[i]] = i;
            }
            int[] byTime = IntStream.of(order).filter(text -> live[text]).toArray();
            double mean =
                    IntStream.of(byTime).map(text -> length[text]).average().orElse(1);
            return new TextFacts(
                    live,
                    summary,
                    occurred,
                    length,
                    Math.max(1, mean),
                    conversations,
                    Map.copyOf(numbers),
                    byTime,
                    place,
                    new TextWords());
        }
    }
}
