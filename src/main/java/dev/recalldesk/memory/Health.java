package dev.recalldesk.memory;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How well a memory can be reached, as its last answers tell.
 *
 * @param roundTrip the median of the last answers, from sending to the last byte; {@code null} before the first
 * @param until when the service may be asked again; {@code null} where it did not ask to be left alone
 */
public record Health(
        State state, @Nullable Duration roundTrip, @Nullable Instant until) {
    /** Of a memory on this computer, which needs no connection. */
    public static final Health HERE = new Health(State.CONNECTED, null, null);

    /** How it is. */
    public enum State {
        /** Nobody has asked yet. */
        UNTRIED,
        /** It answers. */
        CONNECTED,
        /** It answers after so long that an agent notices. */
        SLOW,
        /** It asked to be left alone. */
        THROTTLED,
        /** It does not answer, or something else does. */
        OFFLINE,
        /** It does not know the credentials. */
        SIGNED_OUT
    }
}
