package dev.recalldesk.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One meeting with one customer: a call, or a customer the agent opened by hand. An immutable snapshot; every change makes
 * a new one with the same key.
 *
 * @param key names the encounter on the desk, in drafts and in the outbox: {@code adapter:callId}, or
 *     {@code customer:profileId} when opened by hand
 * @param caller what the phone said about the other side
 * @param startedAt when it first rang or was opened
 * @param phaseSince when the present phase began
 * @param timing how long the desk took, as far as known yet
 */
public record Encounter(
        String key,
        Phase phase,
        Caller caller,
        Instant startedAt,
        Instant phaseSince,
        Identity identity,
        Panel panel,
        Timing timing) {
    private static final String BY_HAND = "customer:";

    /** Where a call is in its life. */
    public enum Phase {
        RINGING,
        TALKING,
        HELD,
        /** The call is over, the note may not be. */
        WRAPPING_UP,
        /** It stopped ringing before anybody answered. */
        MISSED,
        /** No call at all: opened by hand. */
        LOOKED_UP
    }

    /**
     * How long the agent waited.
     *
     * @param toName from the event's arrival to a name, or to knowing that there is none
     * @param toPanel from the event's arrival until every pane had its answer
     * @param lookup the memory's lookup alone
     */
    public record Timing(
            @Nullable Duration toName,
            @Nullable Duration toPanel,
            @Nullable Duration lookup) {
        public static final Timing NONE = new Timing(null, null, null);
    }

    /** The key of the encounter with this customer that is opened by hand. */
    public static String keyOf(String profileId) {
        return BY_HAND + profileId;
    }

    /** The customer whose encounter, opened by hand, has this key; nothing where it is the key of a call. */
    static Optional<String> customerOf(String key) {
        return key.startsWith(BY_HAND) ? Optional.of(key.substring(BY_HAND.length())) : Optional.empty();
    }

    /** As it begins, with nothing known but what the phone says. */
    static Encounter first(String key, Phase phase, Caller caller, Instant at) {
        return new Encounter(key, phase, caller, at, at, new Identity.Searching(), Panel.EMPTY, Timing.NONE);
    }

    /** The customer, once it is clear who that is. */
    public Optional<Customer> customer() {
        return identity instanceof Identity.Known known ? Optional.of(known.customer()) : Optional.empty();
    }

    /** Whether this is a call that is not over yet. */
    public boolean live() {
        return switch (phase) {
            case RINGING, TALKING, HELD -> true;
            case WRAPPING_UP, MISSED, LOOKED_UP -> false;
        };
    }

    Encounter withPhase(Phase next, Instant since) {
        return new Encounter(key, next, caller, startedAt, since, identity, panel, timing);
    }

    Encounter withCaller(Caller next) {
        return new Encounter(key, phase, next, startedAt, phaseSince, identity, panel, timing);
    }

    Encounter withIdentity(Identity next) {
        return new Encounter(key, phase, caller, startedAt, phaseSince, next, panel, timing);
    }

    Encounter withPanel(Panel next) {
        return new Encounter(key, phase, caller, startedAt, phaseSince, identity, next, timing);
    }

    Encounter withTiming(Timing next) {
        return new Encounter(key, phase, caller, startedAt, phaseSince, identity, panel, next);
    }
}
