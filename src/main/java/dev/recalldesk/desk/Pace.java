package dev.recalldesk.desk;

import java.time.Duration;

/**
 * How patient the outbox is.
 *
 * @param undo how long a note can be taken back before it is sent; zero or more
 * @param settle how long a memory may take before something it took can be read; whether an interrupted sending got
 *     through is not decided sooner
 * @param firstRetry the longest wait before the first repetition; it doubles with each
 * @param longestRetry what the wait never exceeds
 * @param giveUp how long the outbox waits to see a note that was accepted
 */
public record Pace(Duration undo, Duration settle, Duration firstRetry, Duration longestRetry, Duration giveUp) {
    /** For daily work. */
    public static Pace of(Duration undo) {
        return new Pace(
                undo, Duration.ofSeconds(3), Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(10));
    }

    /**
     * A random wait up to the doubled limit, so that desks that lost the same network do not come back all at once.
     *
     * @param attempts how often it was tried, from 1
     * @param random 0 to 1
     */
    Duration pause(int attempts, double random) {
        double limit = (double) firstRetry.toMillis() * Math.pow(2, Math.min(attempts - 1, 30));
        return Duration.ofMillis((long) (Math.min(limit, (double) longestRetry.toMillis()) * random));
    }
}
