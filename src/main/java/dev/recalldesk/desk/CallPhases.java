package dev.recalldesk.desk;

import dev.recalldesk.desk.Encounter.Phase;
import dev.recalldesk.telephony.CallEvent;
import dev.recalldesk.telephony.CallEvent.State;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Turns the events of one call into phases, whatever order they come in. Confined to the lock of its meeting. */
final class CallPhases {
    private final Set<State> seen = EnumSet.noneOf(State.class);
    private Instant lastTurn;

    CallPhases(CallEvent first) {
        seen.add(first.state());
        lastTurn = first.at();
    }

    /** The phase the first event of a call begins with; nothing when the call was over before it was heard of. */
    static Optional<Phase> first(State state) {
        return switch (state) {
            case RINGING -> Optional.of(Phase.RINGING);
            case ANSWERED -> Optional.of(Phase.TALKING);
            case HELD -> Optional.of(Phase.HELD);
            case MISSED -> Optional.of(Phase.MISSED);
            case ENDED -> Optional.empty();
        };
    }

    /**
     * The encounter after this event.
     *
     * @param at when it happened
     */
    Encounter turn(Encounter present, CallEvent event, Instant at) {
        return after(present.phase(), event)
                .map(next -> {
                    // a call that ended before the news that it was answered came has been over since then
                    Instant since = present.phase() == Phase.MISSED ? present.phaseSince() : at;
                    return present.withPhase(next, since);
                })
                .orElse(present);
    }

    /** The phase after this event, or nothing when it says nothing new. */
    Optional<Phase> after(Phase present, CallEvent event) {
        boolean first = seen.add(event.state());
        return switch (event.state()) {
            case RINGING -> Optional.empty();
            case ANSWERED -> answered(present, event, first);
            case HELD -> held(present, event, first);
            case ENDED ->
                switch (present) {
                    case RINGING -> Optional.of(Phase.MISSED);
                    case TALKING, HELD -> Optional.of(Phase.WRAPPING_UP);
                    case WRAPPING_UP, MISSED, LOOKED_UP -> Optional.empty();
                };
            // a phone that stopped ringing says nothing about a call that was answered on another one
            case MISSED -> present == Phase.RINGING ? Optional.of(Phase.MISSED) : Optional.empty();
        };
    }

    private Optional<Phase> answered(Phase present, CallEvent event, boolean first) {
        return switch (present) {
            case RINGING -> turned(Phase.TALKING, event);
            case HELD -> turns(event, first) ? turned(Phase.TALKING, event) : Optional.empty();
            // the news that it was answered came after the news that it ended
            case MISSED -> first ? Optional.of(Phase.WRAPPING_UP) : Optional.empty();
            case TALKING, WRAPPING_UP, LOOKED_UP -> Optional.empty();
        };
    }

    private Optional<Phase> held(Phase present, CallEvent event, boolean first) {
        return switch (present) {
            case RINGING -> turned(Phase.HELD, event);
            case TALKING -> turns(event, first) ? turned(Phase.HELD, event) : Optional.empty();
            case HELD, WRAPPING_UP, MISSED, LOOKED_UP -> Optional.empty();
        };
    }

    /** A call is held and resumed many times, so there a later time makes a new event, and an equal one a repetition. */
    private boolean turns(CallEvent event, boolean first) {
        return event.at().isAfter(lastTurn) || (first && event.at().equals(lastTurn));
    }

    private Optional<Phase> turned(Phase next, CallEvent event) {
        lastTurn = event.at();
        return Optional.of(next);
    }
}
