package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.MemoryFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The way to one store: patient within the time a question has, and never more than the store wants. What is harmless is
 * repeated, and what did not arrive; everything else is told once. Thread-safe.
 */
final class Line {
    private static final int TRIES = 3;
    private static final int MOVES = 3;
    private static final long FIRST_PAUSE = 200;
    private final Http http;
    private final Deadlines deadlines;
    private final Gate gate;
    private final Pulse pulse;
    private final InstantSource clock;

    Line(Http http, Deadlines deadlines, Gate gate, Pulse pulse, InstantSource clock) {
        this.http = http;
        this.deadlines = deadlines;
        this.gate = gate;
        this.pulse = pulse;
        this.clock = clock;
    }

    /**
     * What became of one try.
     *
     * @param told how long the service asks to be left alone
     */
    private record Outcome(
            @Nullable Answer answer, @Nullable MemoryFailure failure, Duration told) {}

    /** The answer; everything that is none is thrown. */
    Answer ask(Request request) {
        Deadline deadline = Deadline.in(time(request));
        @Nullable MemoryFailure maybeDone = null;
        for (int tries = 1; ; tries++) {
            Outcome outcome = once(request, deadline);
            MemoryFailure failure = outcome.failure();
            if (failure == null) {
                return outcome.answer() == null ? Answer.NONE : outcome.answer();
            }
            if (maybeDone != null && failure instanceof MemoryFailure.NotFound && isDeletion(request)) {
                return Answer.NONE;
            }
            boolean passes = passes(failure);
            if (maybeDone == null && failure.mayHaveHappened()) {
                maybeDone = failure;
            }
            Duration pause = pause(tries, failure, outcome.told());
            boolean harmless = request.repeatable() || maybeDone == null;
            boolean over = tries == TRIES || isGivenUp() || !deadline.leavesTimeFor(pause);
            if (!passes || !harmless || over) {
                // An earlier try may have been done, and a later one that surely was not does not change that.
                boolean unsure = passes || failure instanceof MemoryFailure.TimedOut;
                throw unsure && maybeDone != null ? maybeDone : failure;
            }
            Deadline.pause(pause, maybeDone != null);
        }
    }

    private Duration time(Request request) {
        return switch (request.kind()) {
            case LOOKUP -> deadlines.lookup();
            case RECALL -> deadlines.recall();
            case READ -> deadlines.read();
            case WRITE -> deadlines.write();
        };
    }

    private Outcome once(Request request, Deadline deadline) {
        try {
            gate.enter(deadline);
        } catch (MemoryFailure notLetIn) {
            return new Outcome(null, notLetIn, Duration.ZERO);
        }
        long begun = System.nanoTime();
        try {
            Answer answer = followed(request, deadline);
            Instant now = clock.instant();
            MemoryFailure refusal = Refusals.of(request, answer, now);
            if (refusal == null) {
                pulse.answered(answer.took());
                return new Outcome(answer, null, Duration.ZERO);
            }
            return refused(refusal, answer, begun, RetryAfter.of(answer, now).orElse(Duration.ZERO));
        } catch (MemoryFailure failure) {
            if (!isGivenUp()) {
                pulse.failed(failure, begun);
            }
            return new Outcome(null, failure, Duration.ZERO);
        } finally {
            gate.leave();
        }
    }

    private Outcome refused(MemoryFailure refusal, Answer answer, long begun, Duration told) {
        switch (refusal) {
            case MemoryFailure.NotFound _,
                    MemoryFailure.Invalid _,
                    MemoryFailure.Conflict _,
                    MemoryFailure.Forbidden _ -> pulse.answered(answer.took());
            case MemoryFailure.Throttled throttled -> {
                gate.shut(throttled.until());
                pulse.failed(refusal, begun);
            }
            default -> pulse.failed(refusal, begun);
        }
        return new Outcome(null, refusal, refusal instanceof MemoryFailure.ServerFault ? told : Duration.ZERO);
    }

    /** Nobody waits for the answer any more, which says nothing about the service. */
    boolean isGivenUp() {
        return http.isClosed() || Thread.currentThread().isInterrupted();
    }

    private Answer followed(Request request, Deadline deadline) {
        String path = request.path();
        for (int moves = 0; moves <= MOVES; moves++) {
            Answer answer = http.carry(request, path, deadline);
            if (!Moves.isOne(answer)) {
                return answer;
            }
            path = Moves.follow(http.base(), path, answer);
        }
        throw Moves.leadsAway();
    }

    private static boolean isDeletion(Request request) {
        return request.method() == Request.Method.DELETE;
    }

    /** Whether the next try may fare better. */
    private static boolean passes(MemoryFailure failure) {
        return switch (failure) {
            case MemoryFailure.Unreachable _, MemoryFailure.ServerFault _, MemoryFailure.Throttled _ -> true;
            case MemoryFailure.TimedOut _,
                    MemoryFailure.NotTheService _,
                    MemoryFailure.CredentialsRefused _,
                    MemoryFailure.Forbidden _,
                    MemoryFailure.NotFound _,
                    MemoryFailure.Conflict _,
                    MemoryFailure.Invalid _ -> false;
        };
    }

    /** Any time up to a limit that doubles, so that desks that failed together do not come back together. */
    private static Duration pause(int tries, MemoryFailure failure, Duration told) {
        if (failure instanceof MemoryFailure.Throttled) {
            // the gate knows how long
            return Duration.ZERO;
        }
        return told.plusMillis(ThreadLocalRandom.current().nextLong(FIRST_PAUSE << (tries - 1)));
    }
}
