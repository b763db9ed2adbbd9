package dev.recalldesk.notes;

import dev.recalldesk.notes.NoteState.Draft;
import dev.recalldesk.ui.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The notes of all encounters, each read from disk when it is first asked for and kept there. Confined to the UI thread. */
final class Pages {
    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Map<String, Page> pages = new HashMap<>();
    private final DraftKeeper keeper;
    private final Work work;
    private final Work.Latest<Instant> afterPause;
    private final List<String> codes;
    private final Consumer<String> changed;

    /**
     * @param codes the codes offered, as they are at any time
     * @param changed told the key of every page that changed
     */
    Pages(DraftKeeper keeper, Work work, List<String> codes, Consumer<String> changed) {
        this.keeper = keeper;
        this.work = work;
        this.afterPause = work.latest();
        this.codes = codes;
        this.changed = changed;
    }

    DraftKeeper keeper() {
        return keeper;
    }

    Page of(String key) {
        Page page = pages.get(key);
        if (page == null) {
            page = new Page(key);
            pages.put(key, page);
            load(page);
        }
        return page;
    }

    /** The agent typed: keeps it once there is a pause. */
    void edit(String key, UnaryOperator<NoteText> change) {
        Page page = of(key);
        NoteText note = change.apply(page.note);
        if (!note.equals(page.note)) {
            page.note = note;
            page.dirty = true;
            page.failed = false;
            keepSoon(page);
            changed.accept(key);
        }
    }

    /** A note that was taken back stands above what has been typed since. */
    void putBack(String key, String content) {
        Page page = of(key);
        page.note = NoteText.of(content, codes).above(page.note, codes);
        page.dirty = true;
        Future<?> _ = keepNow(key);
        changed.accept(key);
    }

    /** What is written on one page goes to another; what is still on the disk follows when it has been read. */
    void move(String from, String to) {
        Page page = of(from);
        if (!page.loaded) {
            page.movesTo = to;
            return;
        }
        String content = page.note.content();
        if (!content.isBlank()) {
            putBack(to, content);
            page.note = NoteText.EMPTY;
            page.dirty = true;
            Future<?> _ = keepNow(from);
            changed.accept(from);
        }
    }

    /** The outbox has the note: only what was typed since is left. */
    void saved(String key, NoteText note) {
        Page page = of(key);
        page.note = page.note.without(note);
        page.dirty = true;
        page.draft = new Draft.Nothing();
        Future<?> _ = keepNow(key);
        changed.accept(key);
    }

    /** Stops the write that waits for a pause and gives the number by which a newer one wins. */
    long overtake(Page page) {
        afterPause.cancel();
        page.dirty = true;
        return keeper.version();
    }

    /** Writes the page to disk at once if it differs, unless the outbox is about to have just that; ends when it is there. */
    Future<?> keepNow(String key) {
        Page page = of(key);
        if (!page.dirty || !page.loaded || page.note.equals(page.saving)) {
            return CompletableFuture.completedFuture(null);
        }
        afterPause.cancel();
        long version = keeper.version();
        NoteText note = page.note;
        return work.run(
                () -> keeper.keep(key, version, note.content()), at -> kept(page, note, at), e -> notKept(page, e));
    }

    private void keepSoon(Page page) {
        if (page.loaded) {
            long version = keeper.version();
            NoteText note = page.note;
            afterPause.submitAfter(
                    PAUSE,
                    () -> keeper.keep(page.key, version, note.content()),
                    at -> kept(page, note, at),
                    e -> notKept(page, e));
        }
    }

    private void kept(Page page, NoteText note, Instant at) {
        if (page.note.equals(note)) {
            page.dirty = false;
        }
        page.draft = page.note.blank() ? new Draft.Nothing() : new Draft.SavedHere(at);
        changed.accept(page.key);
    }

    private void notKept(Page page, Exception e) {
        LOG.warn("A draft could not be written", e);
        page.draft = new Draft.NotSaved();
        changed.accept(page.key);
    }

    private void load(Page page) {
        Future<?> _ = work.run(
                () -> keeper.find(page.key),
                found -> {
                    page.loaded = true;
                    found.ifPresent(
                            content -> page.note = NoteText.of(content, codes).above(page.note, codes));
                    Future<?> _ = keepNow(page.key);
                    changed.accept(page.key);
                    if (page.movesTo != null) {
                        move(page.key, page.movesTo);
                    }
                },
                e -> {
                    page.loaded = true;
                    Future<?> _ = keepNow(page.key);
                    notKept(page, e);
                });
    }
}
