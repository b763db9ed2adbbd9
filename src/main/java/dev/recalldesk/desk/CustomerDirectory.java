package dev.recalldesk.desk;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.PageRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds customers by name or number. A memory has no such search, so this walks the whole store once and remembers what it
 * needs. Thread-safe; {@link #search} never waits.
 */
public final class CustomerDirectory {
    private static final int PAGE = 1000;
    /** A store on the network answers many requests at once, but would refuse a thousand. */
    private static final int AT_ONCE = 8;

    private final Memory memory;
    private final ExecutorService workers;
    private final Map<String, DirectoryEntry> byId = new ConcurrentHashMap<>();
    private final List<Runnable> refreshed = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable CompletableFuture<Void> walking;

    /** @param workers one thread a task */
    public CustomerDirectory(Memory memory, ExecutorService workers) {
        this.memory = memory;
        this.workers = workers;
    }

    /**
     * A customer found.
     *
     * @param text the name or the number that matched
     * @param from where in {@code text} the match begins
     * @param to where it ends, exclusive
     */
    public record Match(Customer customer, String text, int from, int to) {}

    /**
     * Walks the store anew in the background. One walk goes on at a time; asking meanwhile returns the one that is under way.
     *
     * @return ends when all customers are known; fails with the {@link MemoryFailure} that stopped it, and what was known
     *     before stays
     */
    public CompletableFuture<Void> refresh() {
        lock.lock();
        try {
            CompletableFuture<Void> present = walking;
            if (present != null && !present.isDone()) {
                return present;
            }
            CompletableFuture<Void> next = CompletableFuture.runAsync(this::walk, workers);
            walking = next;
            return next;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Tells that a walk has ended and everybody is known.
     *
     * @param listener called from any thread; must return quickly
     */
    public void onRefreshed(Runnable listener) {
        refreshed.add(listener);
    }

    /** Takes in a customer who was just created or changed, without waiting for the next walk. */
    public void learn(Customer customer) {
        byId.put(customer.profileId(), DirectoryEntry.of(customer));
    }

    /** This id leads to another customer from now on, or to nobody. */
    public void forget(String profileId) {
        byId.remove(profileId);
    }

    /** How many customers are known. */
    public int size() {
        return byId.size();
    }

    /**
     * Customers with a name of which every word typed begins a word, or with a number that begins with the digits typed,
     * with or without its country code. By name.
     *
     * @param limit at most so many
     */
    public List<Match> search(String text, int limit) {
        Optional<Function<DirectoryEntry, Optional<Match>>> question = DirectoryEntry.question(text);
        return question.stream()
                .flatMap(asked -> byId.values().stream().map(asked).flatMap(Optional::stream))
                .sorted(Comparator.comparing(
                                (Match match) -> match.customer().name().orElse("\uffff"))
                        .thenComparing(match -> match.customer().profileId()))
                .limit(limit)
                .toList();
    }

    private void walk() {
        // who is learned of while this runs may be missing from the pages, and stays
        Set<String> before = Set.copyOf(byId.keySet());
        Semaphore slots = new Semaphore(AT_ONCE);
        Map<String, DirectoryEntry> found = new ConcurrentHashMap<>();
        @Nullable PageRequest next = PageRequest.first(PAGE);
        while (next != null) {
            Page<String> page = memory.profiles(next);
            await(page.items().stream().map(id -> CompletableFuture.runAsync(() -> read(id, slots, found), workers)));
            byId.putAll(found);
            next = page.nextToken() == null ? null : next.after(page.nextToken());
        }
        byId.keySet().removeIf(id -> before.contains(id) && !found.containsKey(id));
        refreshed.forEach(Runnable::run);
    }

    private static void await(Stream<CompletableFuture<Void>> reading) {
        try {
            CompletableFuture.allOf(reading.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof MemoryFailure failure ? failure : e;
        }
    }

    private void read(String id, Semaphore slots, Map<String, DirectoryEntry> found) {
        slots.acquireUninterruptibly();
        try {
            found.put(id, DirectoryEntry.of(new Customer(memory.profile(id))));
        } catch (MemoryFailure.NotFound e) {
            // deleted since the page was read
        } finally {
            slots.release();
        }
    }
}
