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
import org.jspecify.annotations.Nullable;
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
    /** Whose write waits for a pause. */
    private @Nullable Page pausing;

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
        if (page.movesTo != null) {
            putBack(page.movesTo, content);
            return;
        }
        page.note = NoteText.of(content, codes).above(page.note, codes);
        page.dirty = true;
        Future<?> _ = keepNow(key);
        changed.accept(key);
    }

    /**
     * What is written on one page goes to another, now and whenever more comes; what is still on the disk, or about to be
     * saved, follows when that is done.
     */
    void move(String from, String to) {
        Page page = of(from);
        page.movesTo = to;
        moveOn(page);
    }

    private void moveOn(Page page) {
        if (page.movesTo == null || !page.loaded || page.saving != null || page.note.blank()) {
            return;
        }
        String content = page.note.content();
        page.note = NoteText.EMPTY;
        page.draft = new Draft.Nothing();
        page.dirty = false;
        of(page.movesTo).cameFrom.add(page.key);
        putBack(page.movesTo, content);
        changed.accept(page.key);
    }

    /** The outbox has the note: only what was typed since is left. */
    void saved(Page page, NoteText note) {
        page.saving = null;
        page.note = page.note.without(note);
        page.draft = new Draft.Nothing();
        keepAfterSaving(page);
    }

    /** The outbox did not take the note, which stays where it is. */
    void notSaved(Page page) {
        page.saving = null;
        page.failed = true;
        keepAfterSaving(page);
    }

    private void keepAfterSaving(Page page) {
        page.dirty = true;
        Future<?> _ = keepNow(page.key);
        changed.accept(page.key);
        moveOn(page);
    }

    /** Stops the write that waits for a pause and gives the number by which a newer one wins. */
    long overtake(Page page) {
        waitNoMore(page);
        page.dirty = true;
        return keeper.version();
    }

    /** Writes the page to disk at once if it differs, unless the outbox is about to have just that; ends when it is there. */
    Future<?> keepNow(String key) {
        Page page = of(key);
        if (!page.dirty || !page.loaded || page.note.equals(page.saving)) {
            return CompletableFuture.completedFuture(null);
        }
        waitNoMore(page);
        long version = keeper.version();
        NoteText note = page.note;
        return work.run(
                () -> keeper.keep(key, version, note.content()), at -> kept(page, note, at), e -> notKept(page, e));
    }

    /** Writes every page that differs from the disk; what of it is under way, empty when everything is there. */
    List<Future<?>> keepAll() {
        return pages.values().stream()
                .filter(page -> page.dirty || !page.loaded)
                .<Future<?>>map(page -> page.loaded && page.saving == null ? keepNow(page.key) : page.underWay)
                .toList();
    }

    /** What is written on a page that is there. */
    String written(String key) {
        Page page = pages.get(key);
        return page == null ? "" : page.note.content();
    }

    /** Whether the disk did not take what is written on one of the pages. */
    boolean notAllKept() {
        return pages.values().stream().anyMatch(page -> page.dirty && page.draft instanceof Draft.NotSaved);
    }

    private void waitNoMore(Page page) {
        if (page.equals(pausing)) {
            afterPause.cancel();
        }
    }

    private void keepSoon(Page page) {
        if (page.loaded) {
            pausing = page;
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
            // Only now: a crash in between leaves the words twice, never nowhere.
            page.cameFrom.forEach(this::clear);
            page.cameFrom.clear();
        }
        page.draft = page.note.blank() ? new Draft.Nothing() : new Draft.SavedHere(at);
        changed.accept(page.key);
    }

    private void clear(String key) {
        of(key).dirty = true;
        Future<?> _ = keepNow(key);
    }

    private void notKept(Page page, Exception e) {
        LOG.warn("A draft could not be written", e);
        page.draft = new Draft.NotSaved();
        changed.accept(page.key);
    }

    private void load(Page page) {
        page.underWay = work.run(
                () -> keeper.find(page.key),
                found -> {
                    page.loaded = true;
                    found.ifPresent(
                            content -> page.note = NoteText.of(content, codes).above(page.note, codes));
                    Future<?> _ = keepNow(page.key);
                    changed.accept(page.key);
                    moveOn(page);
                },
                e -> {
                    page.loaded = true;
                    Future<?> _ = keepNow(page.key);
                    notKept(page, e);
                });
    }
}
