package dev.recalldesk.memory.local;

import java.util.Arrays;
import java.util.Locale;

/** How long things took, from the same thing done many times. Thread-safe. */
final class Times {
    private long[] nanos = new long[1024];
    private int count;

    synchronized void add(long taken) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = taken;
    }

    synchronized int count() {
        return count;
    }

    /** The time that {@code percent} of all did not exceed, in milliseconds. */
    synchronized double millis(int percent) {
        if (count == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.min(count - 1, count * percent / 100)] / 1e6;
    }

    /** "median / 99 of 100", in milliseconds. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f / %.2f", millis(50), millis(99));
    }
}
