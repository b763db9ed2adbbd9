package dev.recalldesk.notes;

import dev.recalldesk.desk.Customer;
import dev.recalldesk.desk.Note;
import dev.recalldesk.desk.Outbox;
import dev.recalldesk.ui.UiThread;
import dev.recalldesk.ui.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All notes on their way, newest first, and the worst of their states. Confined to the UI thread. */
public final class OutboxViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxViewModel.class);
    /** Arrived notes are shown for a while as proof, but not all day. */
    private static final int ARRIVED_SHOWN = 20;

    private final ObservableList<Note> notes = FXCollections.observableArrayList();
    private final ObservableList<Note> readOnly = FXCollections.unmodifiableObservableList(notes);
    private final ReadOnlyObjectWrapper<OutboxState> state = new ReadOnlyObjectWrapper<>(OutboxState.EMPTY);
    private final Outbox outbox;
    private final Work work;
    private Optional<Customer> offered = Optional.empty();
    private BiConsumer<String, String> takenBack = (key, text) -> {};

    /** Starts listening to the outbox at once. */
    public OutboxViewModel(Outbox outbox, Work work, UiThread ui) {
        this.outbox = outbox;
        this.work = work;
        outbox.onChange(note -> ui.post(() -> put(note)));
        outbox.onRemoved(id -> ui.post(() -> remove(id)));
        Future<?> _ = work.run(outbox::notes, this::listed, this::complain);
    }

    /** Unmodifiable, newest first. */
    public ObservableList<Note> notes() {
        return readOnly;
    }

    public ReadOnlyObjectProperty<OutboxState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The newest note written in this encounter. */
    public Optional<Note> lastOf(String encounterKey) {
        return notes.stream()
                .filter(note -> note.encounterKey().equals(encounterKey))
                .findFirst();
    }

    /** Takes back a note that has not been sent; its text goes to whoever listens to {@link #onTakenBack}. */
    public void undo(Note note) {
        Future<?> _ = work.run(
                () -> outbox.undo(note.id()),
                text -> text.ifPresent(content -> takenBack.accept(note.encounterKey(), content)),
                this::complain);
    }

    /** Sends again what the memory refused. */
    public void retry(Note note) {
        work.run(() -> outbox.retry(note.id()));
    }

    /** Says whose a parked note is. */
    public void assign(Note note, Customer customer) {
        String name = customer.name().orElse(note.customerName());
        work.run(() -> outbox.assign(note.id(), customer.profileId(), name));
    }

    /** The customer in the panes, to whom a parked note may be given. */
    public void offer(@Nullable Customer customer) {
        offered = Optional.ofNullable(customer);
    }

    /** The customer last offered. */
    Optional<Customer> offered() {
        return offered;
    }

    /** Gives a parked or refused note up for good. */
    public void discard(Note note) {
        work.run(() -> outbox.discard(note.id()));
    }

    /** @param listener takes the key of the encounter and the text of the note */
    void onTakenBack(BiConsumer<String, String> listener) {
        takenBack = listener;
    }

    private void put(Note note) {
        merge(List.of(note));
    }

    /** What the listeners told while the list was read is newer than the list. */
    private void listed(List<Note> stored) {
        List<String> told = notes.stream().map(Note::id).toList();
        merge(stored.stream().filter(note -> !told.contains(note.id())).toList());
    }

    private void merge(List<Note> changed) {
        List<Note> all = new ArrayList<>(notes);
        for (Note note : changed) {
            all.removeIf(old -> old.id().equals(note.id()));
            all.add(note);
        }
        all.sort(Comparator.comparing(Note::occurredAt).reversed());
        all.stream()
                .filter(note -> note.state() == Note.State.IN_MEMORY)
                .skip(ARRIVED_SHOWN)
                .toList()
                .forEach(all::remove);
        show(all);
    }

    private void remove(String id) {
        show(notes.stream().filter(old -> !old.id().equals(id)).toList());
    }

    private void show(List<Note> all) {
        notes.setAll(all);
        state.set(OutboxState.of(all));
    }

    /** The outbox tells of failures by a note's state; what is left is that the disk did not answer. */
    private void complain(Exception e) {
        LOG.warn("The outbox could not do what was asked", e);
    }
}
