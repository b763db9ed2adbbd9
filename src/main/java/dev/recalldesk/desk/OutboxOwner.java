package dev.recalldesk.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Names the process that has a row in hand. A row of a process that is gone is free for any other; no lease has to run
 * out first, so a restart goes on at once.
 */
final class OutboxOwner {
    /** Start times are read from a clock that may be set meanwhile. */
    private static final Duration CLOCK_SLACK = Duration.ofSeconds(30);

    private final String name;

    OutboxOwner() {
        ProcessHandle self = ProcessHandle.current();
        name = self.pid() + " " + startedAt(self).toEpochMilli() + " " + UUID.randomUUID();
    }

    String name() {
        return name;
    }

    /** Whether somebody else who is alive has it in hand. */
    boolean isTaken(String owner) {
        return !owner.equals(name) && isAlive(owner);
    }

    /** Whether the process of this name still runs. */
    static boolean isAlive(String owner) {
        List<String> parts = List.of(owner.split(" ", 3));
        Optional<ProcessHandle> process =
                ProcessHandle.of(Long.parseLong(parts.getFirst())).filter(ProcessHandle::isAlive);
        Instant started = Instant.ofEpochMilli(Long.parseLong(parts.get(1)));
        return process.filter(alive ->
                        Duration.between(started, startedAt(alive)).abs().compareTo(CLOCK_SLACK) < 0)
                .isPresent();
    }

    private static Instant startedAt(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
