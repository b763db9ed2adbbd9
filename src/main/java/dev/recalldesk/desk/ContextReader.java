package dev.recalldesk.desk;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.RecallRequest;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** Asks a memory about a customer what a screen pop asks, without a call. Thread-safe; blocks. */
public final class ContextReader {
    private final Memory memory;
    private final Questions questions;
    private final ExecutorService workers;
    private final InstantSource clock;

    /** @param workers one thread a task */
    public ContextReader(Memory memory, ExecutorService workers, InstantSource clock) {
        this.memory = memory;
        this.questions = new Questions(memory);
        this.workers = workers;
        this.clock = clock;
    }

    /**
     * Everything at once, or nothing: whoever reads it cannot press a key to try again.
     *
     * @throws MemoryFailure when any part could not be read
     */
    public CallerContext read(String profileId, RecallRequest wanted) {
        CompletableFuture<Customer> customer = ask(() -> new Customer(memory.profile(profileId)));
        var traits = part(() -> questions.traits(profileId));
        var observations = part(() -> questions.observations(profileId));
        var summaries = part(() -> questions.summaries(profileId));
        var recalled = part(() -> memory.recall(profileId, wanted));
        Panel panel = new Panel(got(traits), got(observations), got(summaries), got(recalled));
        return CallerContext.of(got(customer), "", panel, wanted.query(), clock.instant());
    }

    private <T> CompletableFuture<Part<T>> part(Supplier<T> question) {
        return ask(() -> new Part.Ready<>(question.get(), clock.instant()));
    }

    private <T> CompletableFuture<T> ask(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, workers);
    }

    private static <T> T got(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof MemoryFailure failure ? failure : e;
        }
    }
}
