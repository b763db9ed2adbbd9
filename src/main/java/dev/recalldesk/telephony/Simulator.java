package dev.recalldesk.telephony;

import dev.recalldesk.telephony.CallEvent.Direction;
import dev.recalldesk.telephony.CallEvent.State;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A phone system without phones: rings as asked, and does to its calls what the desk asks. Thread-safe; the same requests
 * make the same calls in the same order.
 */
public final class Simulator implements CallSource, CallControls {
    /** Calls worth trying. */
    public enum Scenario {
        /** A customer calls. */
        KNOWN,
        /** Nobody has this number. */
        UNKNOWN,
        /** Several customers share this number. */
        TWO_MATCHES,
        /** The number is kept back. */
        WITHHELD,
        /** Two customers and a stranger at the same moment. */
        THREE_AT_ONCE
    }

    /** Numbers to ring from, in turn; a list that is empty makes its calls withheld ones. */
    public record Numbers(List<String> known, List<String> unknown, List<String> shared) {
        public Numbers {
            known = List.copyOf(known);
            unknown = List.copyOf(unknown);
            shared = List.copyOf(shared);
        }
    }

    /**
     * What the network and the phone system say about calls, each list in turn; an empty one says nothing.
     *
     * @param names of callers, as a network sends them
     */
    public record Surroundings(List<String> names, List<String> queues) {
        public Surroundings {
            names = List.copyOf(names);
            queues = List.copyOf(queues);
        }
    }

    private record Call(CallEvent rang, State state) {}

    private static final String NAME = "simulator";

    private final ReentrantLock lock = new ReentrantLock();
    private final Numbers numbers;
    private final Surroundings surroundings;
    private final InstantSource clock;
    /** Call ids must not come back after a restart, since the call log remembers them. */
    private final String series;

    private final Map<Scenario, Integer> turns = new EnumMap<>(Scenario.class);
    private final Map<String, Call> calls = new HashMap<>();
    private @Nullable Consumer<CallEvent> listener;
    private int rung;

    public Simulator(Numbers numbers, Surroundings surroundings, InstantSource clock) {
        this.numbers = numbers;
        this.surroundings = surroundings;
        this.clock = clock;
        this.series = Long.toString(clock.millis(), Character.MAX_RADIX);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(Consumer<CallEvent> listener) {
        lock.lock();
        try {
            this.listener = listener;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public CallControls controls() {
        return this;
    }

    /** Rings and returns the ids of the calls it made. */
    public List<String> ring(Scenario scenario) {
        return switch (scenario) {
            case KNOWN, UNKNOWN, TWO_MATCHES, WITHHELD -> List.of(ring(next(scenario)));
            case THREE_AT_ONCE ->
                List.of(ring(next(Scenario.KNOWN)), ring(next(Scenario.KNOWN)), ring(next(Scenario.UNKNOWN)));
        };
    }

    /**
     * Rings from this number and returns the id of the call.
     *
     * @param number as typed; empty for a withheld one
     */
    public String ring(String number) {
        lock.lock();
        try {
            int turn = rung++;
            String id = series + "-" + (turn + 1);
            CallEvent event = new CallEvent(
                    NAME,
                    id,
                    State.RINGING,
                    Direction.IN,
                    number,
                    number.isBlank() ? null : inTurn(surroundings.names(), turn),
                    null,
                    inTurn(surroundings.queues(), turn),
                    null,
                    clock.instant());
            calls.put(id, new Call(event, State.RINGING));
            announce(event);
            return id;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Set<Verb> offered() {
        return EnumSet.allOf(Verb.class);
    }

    @Override
    public void perform(Verb verb, String callId) {
        lock.lock();
        try {
            @Nullable Call call = calls.get(callId);
            @Nullable State next = call == null ? null : after(call.state(), verb);
            if (call == null || next == null) {
                return;
            }
            if (next == State.ENDED) {
                calls.remove(callId);
            } else {
                calls.put(callId, new Call(call.rang(), next));
            }
            announce(inState(call.rang(), next));
        } finally {
            lock.unlock();
        }
    }

    private static @Nullable State after(State state, Verb verb) {
        return switch (verb) {
            case ANSWER -> state == State.RINGING ? State.ANSWERED : null;
            case HOLD -> state == State.ANSWERED ? State.HELD : null;
            case RESUME -> state == State.HELD ? State.ANSWERED : null;
            case HANG_UP -> State.ENDED;
        };
    }

    private CallEvent inState(CallEvent rang, State state) {
        return new CallEvent(
                rang.adapter(),
                rang.callId(),
                state,
                rang.direction(),
                rang.from(),
                rang.displayName(),
                rang.to(),
                rang.queue(),
                rang.conversationId(),
                clock.instant());
    }

    private String next(Scenario scenario) {
        lock.lock();
        try {
            List<String> from = switch (scenario) {
                case KNOWN -> numbers.known();
                case UNKNOWN -> numbers.unknown();
                case TWO_MATCHES -> numbers.shared();
                case WITHHELD, THREE_AT_ONCE -> List.of();
            };
            int turn = turns.merge(scenario, 1, Integer::sum) - 1;
            @Nullable String number = inTurn(from, turn);
            return number == null ? "" : number;
        } finally {
            lock.unlock();
        }
    }

    private static @Nullable String inTurn(List<String> values, int turn) {
        return values.isEmpty() ? null : values.get(turn % values.size());
    }

    private void announce(CallEvent event) {
        Consumer<CallEvent> told = listener;
        if (told != null) {
            told.accept(event);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            listener = null;
            calls.clear();
        } finally {
            lock.unlock();
        }
    }
}
