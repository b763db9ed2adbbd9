package dev.recalldesk.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/** A clock that goes on only when told. Its nanoseconds and its instants agree. Thread-safe. */
final class TestClock implements InstantSource, LongSupplier {
    private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");
    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public long getAsLong() {
        return Duration.between(START, now.get()).toNanos();
    }

    void advance(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }
}
