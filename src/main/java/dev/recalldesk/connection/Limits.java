package dev.recalldesk.connection;

/**
 * How long an account is waited for, in seconds, and how much it is asked at once. Values outside their range are drawn to its
 * nearer end; the ranges are those of {@link Limit}.
 *
 * @param connectSeconds for a connection, which is part of every other time
 * @param lookupSeconds for who has a number: somebody is on the phone
 * @param recallSeconds for an answer from a customer's memory, and for whatever else is read
 * @param writeSeconds for a write to be taken
 * @param callsAtOnce how many questions one store is asked at the same time
 */
public record Limits(int connectSeconds, int lookupSeconds, int recallSeconds, int writeSeconds, int callsAtOnce) {
    /** One of them, and what it may be. */
    public enum Limit {
        CONNECT(1, 30),
        LOOKUP(1, 60),
        RECALL(1, 60),
        WRITE(1, 120),
        /** At most as many as connections are kept. */
        AT_ONCE(1, 32);

        private final int least;
        private final int most;

        Limit(int least, int most) {
            this.least = least;
            this.most = most;
        }

        public int least() {
            return least;
        }

        public int most() {
            return most;
        }

        private int drawn(int value) {
            return Math.clamp(value, least, most);
        }
    }

    /** For daily work; so many at once are three callers, each with all that is asked about one. */
    public static final Limits USUAL = new Limits(2, 3, 5, 10, 16);

    public Limits {
        connectSeconds = Limit.CONNECT.drawn(connectSeconds);
        lookupSeconds = Limit.LOOKUP.drawn(lookupSeconds);
        recallSeconds = Limit.RECALL.drawn(recallSeconds);
        writeSeconds = Limit.WRITE.drawn(writeSeconds);
        callsAtOnce = Limit.AT_ONCE.drawn(callsAtOnce);
    }

    public int of(Limit limit) {
        return switch (limit) {
            case CONNECT -> connectSeconds;
            case LOOKUP -> lookupSeconds;
            case RECALL -> recallSeconds;
            case WRITE -> writeSeconds;
            case AT_ONCE -> callsAtOnce;
        };
    }

    /** The same but for one. */
    public Limits with(Limit limit, int value) {
        return switch (limit) {
            case CONNECT -> new Limits(value, lookupSeconds, recallSeconds, writeSeconds, callsAtOnce);
            case LOOKUP -> new Limits(connectSeconds, value, recallSeconds, writeSeconds, callsAtOnce);
            case RECALL -> new Limits(connectSeconds, lookupSeconds, value, writeSeconds, callsAtOnce);
            case WRITE -> new Limits(connectSeconds, lookupSeconds, recallSeconds, value, callsAtOnce);
            case AT_ONCE -> new Limits(connectSeconds, lookupSeconds, recallSeconds, writeSeconds, value);
        };
    }
}
