package dev.recalldesk.desk;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what happens to notes in the order it happens: a change and its news are one step. Thread-safe. */
final class OutboxNews {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxNews.class);
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Consumer<Note>> changed = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> removed = new CopyOnWriteArrayList<>();

    void onChange(Consumer<Note> listener) {
        changed.add(listener);
    }

    void onRemoved(Consumer<String> listener) {
        removed.add(listener);
    }

    /** Tells of the note that came of the change, if one did. */
    Optional<Note> change(Supplier<Optional<Note>> change) {
        lock.lock();
        try {
            Optional<Note> note = change.get();
            note.ifPresent(told -> changed.forEach(listener -> tell(listener, told)));
            return note;
        } finally {
            lock.unlock();
        }
    }

    boolean remove(String id, BooleanSupplier removal) {
        lock.lock();
        try {
            boolean gone = removal.getAsBoolean();
            if (gone) {
                removed.forEach(listener -> tell(listener, id));
            }
            return gone;
        } finally {
            lock.unlock();
        }
    }

    /** A listener that fails must not stop a note on its way. */
    private static <T> void tell(Consumer<T> listener, T news) {
        try {
            listener.accept(news);
        } catch (RuntimeException e) {
            LOG.error("Somebody who was told about a note failed", e);
        }
    }
}
