package dev.recalldesk.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what happens to notes in the order it happens: a change and its news are one step. Thread-safe. */
final class OutboxNews {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxNews.class);
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Consumer<Note>> changed = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> removed = new CopyOnWriteArrayList<>();
    /** The notes as they were told last. */
    private final Map<String, Note> last = new HashMap<>();

    /** As the notes are before anything is told. */
    void begin(List<Note> notes) {
        lock.lock();
        try {
            notes.forEach(note -> last.put(note.id(), note));
        } finally {
            lock.unlock();
        }
    }

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
            note.ifPresent(this::tellChanged);
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
                tellRemoved(id);
            }
            return gone;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Tells how the notes differ from what was told last. One that somebody else took out is told as removed: whether it
     * reached the memory is not written down.
     */
    void catchUp(Supplier<List<Note>> notes) {
        lock.lock();
        try {
            List<Note> present = notes.get();
            Set<String> ids = present.stream().map(Note::id).collect(Collectors.toSet());
            present.stream().filter(note -> !note.equals(last.get(note.id()))).forEach(this::tellChanged);
            List.copyOf(last.keySet()).stream().filter(id -> !ids.contains(id)).forEach(this::tellRemoved);
        } finally {
            lock.unlock();
        }
    }

    private void tellChanged(Note note) {
        if (note.state() == Note.State.IN_MEMORY) {
            last.remove(note.id());
        } else {
            last.put(note.id(), note);
        }
        changed.forEach(listener -> tell(listener, note));
    }

    private void tellRemoved(String id) {
        last.remove(id);
        removed.forEach(listener -> tell(listener, id));
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
