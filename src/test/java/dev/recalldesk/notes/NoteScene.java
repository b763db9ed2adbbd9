package dev.recalldesk.notes;

import static dev.recalldesk.desk.Sample.alyssa;
import static dev.recalldesk.desk.Sample.call;
import static dev.recalldesk.desk.Sample.known;

import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Identity;
import dev.recalldesk.desk.Note;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.notes.NoteState.Open;
import dev.recalldesk.ui.UiQueue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A note in an encounter, with the real drafts and outbox of a folder of its own. */
abstract class NoteScene {
    static final Encounter FIRST = call("sim:1", known(alyssa()));
    static final Encounter SECOND = call("sim:2", new Identity.Nobody("+13175550142"));

    @TempDir
    Path folder;

    final UiQueue ui = new UiQueue();
    DeskKit desk;
    OutboxViewModel outbox;
    NoteViewModel model;

    @BeforeEach
    void open() throws Exception {
        desk = new DeskKit(folder, Duration.ofMinutes(1));
        outbox = new OutboxViewModel(desk.outbox, ui.work(), ui);
        model = model();
    }

    @AfterEach
    void close() throws Exception {
        ui.close();
        desk.close();
    }

    NoteViewModel model() {
        Settings settings = Settings.DEFAULT.withAgentName("Jo Doe");
        return new NoteViewModel(settings, desk.drafts, desk.outbox, outbox, ui.work(), InstantSource.system());
    }

    void type(String text) {
        model.textProperty().set(text);
    }

    void saveAndWait() {
        int before = outbox.notes().size();
        model.save();
        ui.runUntil(
                "the note",
                () -> outbox.notes().size() > before
                        && model.textProperty().get().isEmpty());
    }

    /** A draft is only written once the one on disk has been read. */
    void loaded(String key) {
        type("x");
        awaitDraft(key, "x");
    }

    void awaitDraft(String key, String text) {
        ui.runUntil(
                "the draft of " + key,
                () -> desk.drafts.find(key).filter(text::equals).isPresent());
    }

    Note.State lastState() {
        Note last = model.lastProperty().get();
        return last == null ? null : last.state();
    }

    static Open open(NoteViewModel model) {
        return (Open) model.stateProperty().get();
    }
}
