package dev.recalldesk.notes;

import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.NewNote;
import dev.recalldesk.desk.Note;
import dev.recalldesk.desk.Outbox;
import dev.recalldesk.ui.Work;

/** Hands notes to the outbox; the words leave their page only once it has them. Confined to the UI thread. */
final class NoteSaver {
    private final Outbox outbox;
    private final Pages pages;
    private final Work work;
    private String source = "";

    NoteSaver(Outbox outbox, Pages pages, Work work) {
        this.outbox = outbox;
        this.pages = pages;
        this.work = work;
    }

    /** @param name of the source of what is saved from now on */
    void writtenBy(String name) {
        source = name;
    }

    /** Saves what is on the page as a note about this encounter. */
    void save(Page page, Encounter encounter) {
        NoteText written = page.note;
        NewNote note = Addressee.note(encounter, written.saved(), source);
        page.saving = written;
        page.failed = false;
        long version = pages.overtake(page);
        page.underWay = work.run(
                () -> {
                    Note kept = outbox.save(note);
                    pages.keeper().keep(page.key, version, "");
                    return kept;
                },
                ok -> pages.saved(page, written),
                e -> pages.notSaved(page));
    }
}
