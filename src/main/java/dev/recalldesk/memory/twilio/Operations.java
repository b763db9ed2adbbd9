package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.MemoryFailure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for what the control plane takes on and does later. Thread-safe. */
final class Operations {
    private static final Duration USUAL_PAUSE = Duration.ofMillis(500);
    private final Line line;
    private final Deadlines deadlines;
    private final InstantSource clock;

    Operations(Line line, Deadlines deadlines, InstantSource clock) {
        this.line = line;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * Asks for a change and returns once it is done.
     *
     * @return the id of what was changed, where the service tells it
     */
    Optional<String> done(Request request) {
        Answer accepted = line.ask(request);
        Optional<String> operation = operation(accepted);
        return operation.isPresent()
                ? result(operation.get())
                : accepted.fields().firstText("id", "sid");
    }

    /** The address of an operation is built here and never taken from the answer, which may be led astray. */
    private static Optional<String> operation(Answer accepted) {
        return accepted.header("operation-id")
                .or(() -> accepted.fields().optionalText("statusUrl").map(Operations::lastPart))
                .or(() -> accepted.header("location").map(Operations::lastPart))
                .filter(id -> !id.isBlank());
    }

    private static String lastPart(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private Duration pause(Answer answer) {
        return RetryAfter.of(answer, clock.instant())
                .filter(Duration::isPositive)
                .orElse(USUAL_PAUSE);
    }

    /** Most are done by the time they are looked at, so the first look is at once and the pauses come after. */
    private Optional<String> result(String operation) {
        Deadline deadline = Deadline.in(deadlines.operation());
        Duration pause;
        while (true) {
            Optional<Answer> look = look(operation);
            Fields fields = look.map(Answer::fields).orElse(Fields.NONE);
            switch (fields.optionalText("status").orElse("").toUpperCase(Locale.ROOT)) {
                case "COMPLETED" -> {
                    return fields.object("result").flatMap(result -> result.optionalText("id"));
                }
                case "FAILED", "CANCELLED" ->
                    throw Refusals.ofOperation(fields.object("error")
                            .map(error -> error.integer("code", 0))
                            .orElse(0));
                default -> pause = look.map(this::pause).orElse(USUAL_PAUSE);
            }
            await(deadline, pause);
        }
    }

    private Optional<Answer> look(String operation) {
        try {
            return unlessItPasses(() -> Optional.of(line.ask(Request.read(StorePaths.operation(operation)))));
        } catch (MemoryFailure.NotFound notYet) {
            return Optional.empty();
        }
    }

    /** What was taken on may be done although nobody can look at it just now, so a look that failed is only one too early. */
    private <T> Optional<T> unlessItPasses(Supplier<Optional<T>> look) {
        try {
            return look.get();
        } catch (MemoryFailure.Unreachable
                | MemoryFailure.TimedOut
                | MemoryFailure.ServerFault
                | MemoryFailure.Throttled passing) {
            if (line.isGivenUp()) {
                throw new MemoryFailure.Unreachable("Nobody waited for what was taken on", passing, true);
            }
            return Optional.empty();
        }
    }

    /** Looks until what is wanted can be seen, by the deadline for operations. */
    <T> T seen(Supplier<Optional<T>> look) {
        Deadline deadline = Deadline.in(deadlines.operation());
        while (true) {
            Optional<T> found = unlessItPasses(look);
            if (found.isPresent()) {
                return found.get();
            }
            await(deadline, USUAL_PAUSE);
        }
    }

    private static void await(Deadline deadline, Duration pause) {
        if (!deadline.leavesTimeFor(pause)) {
            throw new MemoryFailure.TimedOut("The service did not finish what it had taken on", null, true);
        }
        Deadline.pause(pause, true);
    }
}
