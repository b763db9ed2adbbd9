package dev.recalldesk.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Who had a number when it was last looked up, so that a caller has a name before the memory has answered. Thread-safe.
 *
 * <p>It keeps the customer alone and no panel: a name that is a minute old is worth showing at once, a timeline that is a
 * minute old would have to be read twice.
 */
public final class ProfileCache {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Customer> byNumber;
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    /** @param capacity how many numbers are kept, at least 1; the one not asked for longest goes first */
    public ProfileCache(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1");
        }
        byNumber = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Customer> eldest) {
                return size() > capacity;
            }
        };
    }

    /** Tells the number of everything that is learned or forgotten; the listener must return quickly. */
    void onChange(Consumer<String> listener) {
        listeners.add(listener);
    }

    public Optional<Customer> find(String e164) {
        lock.lock();
        try {
            return Optional.ofNullable(byNumber.get(e164));
        } finally {
            lock.unlock();
        }
    }

    public void put(String e164, Customer customer) {
        lock.lock();
        try {
            byNumber.put(e164, customer);
        } finally {
            lock.unlock();
        }
        listeners.forEach(listener -> listener.accept(e164));
    }

    public void forget(String e164) {
        lock.lock();
        try {
            byNumber.remove(e164);
        } finally {
            lock.unlock();
        }
        listeners.forEach(listener -> listener.accept(e164));
    }
}
