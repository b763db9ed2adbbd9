package dev.recalldesk.desk;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.Summary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Fetches what tells customers with the same number apart. Thread-safe. */
final class Candidates {
    /** More than this many cards cannot be compared while a phone rings. */
    private static final int SHOWN = 5;

    private final Memory memory;
    private final ExecutorService workers;

    Candidates(Memory memory, ExecutorService workers) {
        this.memory = memory;
        this.workers = workers;
    }

    /**
     * The first few, in the order given; one that cannot be read is left out.
     *
     * @throws MemoryFailure when none can be read
     */
    List<Candidate> fetch(List<String> profileIds) {
        List<CompletableFuture<Candidate>> asked = profileIds.stream()
                .limit(SHOWN)
                .map(id -> CompletableFuture.supplyAsync(() -> candidate(id), workers))
                .toList();
        List<Candidate> found = new ArrayList<>();
        List<MemoryFailure> failures = new ArrayList<>();
        for (CompletableFuture<Candidate> one : asked) {
            try {
                found.add(one.join());
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof MemoryFailure failure)) {
                    throw e;
                }
                failures.add(failure);
            }
        }
        if (found.isEmpty() && !failures.isEmpty()) {
            throw failures.getFirst();
        }
        return found;
    }

    private Candidate candidate(String id) {
        CompletableFuture<Optional<Observation>> observation =
                ask(() -> memory.observations(id, ObservationFilter.NONE, PageRequest.first(1)).items().stream()
                        .findFirst());
        CompletableFuture<Optional<Summary>> summary =
                ask(() -> memory.summaries(id, null, PageRequest.first(1)).items().stream()
                        .findFirst());
        Customer customer = new Customer(memory.profile(id));
        Optional<Observation> newestObservation = observation.join();
        Optional<Summary> newestSummary = summary.join();
        Optional<Instant> lastContact = Stream.concat(
                        newestObservation.map(Observation::occurredAt).stream(),
                        newestSummary.map(Summary::occurredAt).stream())
                .max(Instant::compareTo);
        Optional<String> topic =
                newestSummary.map(Summary::content).or(() -> newestObservation.map(Observation::content));
        return new Candidate(customer, lastContact.orElse(null), topic.orElse(null));
    }

    /** What only helps to tell people apart may be missing. */
    private <T> CompletableFuture<Optional<T>> ask(Supplier<Optional<T>> question) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return question.get();
                    } catch (MemoryFailure e) {
                        return Optional.empty();
                    }
                },
                workers);
    }
}
