package dev.recalldesk.timeline;

import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.ui.Work;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One tab: pages on their way in, what arrived meanwhile, and the rows they become. UI thread only. */
final class Feed {
    private static final int NEAR = 20;
    private final PageTurner pages;
    private final Work.Latest<Page<Row.Entry>> again;
    private final Sheet sheet;
    private final Arrivals arrivals = new Arrivals();
    private final Set<String> known = new HashSet<>();
    private Predicate<Row.Entry> filter = entry -> true;
    private boolean filtered;
    private List<Row.Pending> notes = List.of();
    private boolean notesChanged;
    private boolean started;
    private boolean atTop = true;
    private Runnable read = () -> {};

    Feed(Work work, ZoneId zone) {
        pages = new PageTurner(work);
        again = work.latest();
        sheet = new Sheet(zone);
    }

    Sheet sheet() {
        return sheet;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    /** Called after the first page was taken in, at first or again. */
    void whenRead(Runnable listener) {
        read = listener;
    }

    boolean started() {
        return started;
    }

    /**
     * Begins anew with another customer or other filters; rows come with {@link #first} or {@link #load}.
     *
     * @param narrowed whether {@code filter} may leave anything out
     */
    void open(Function<PageRequest, Page<Row.Entry>> from, Predicate<Row.Entry> keep, boolean narrowed) {
        again.cancel();
        pages.open(from);
        filter = keep;
        filtered = narrowed;
        clear();
        sheet.reset(List.of(), new Row.Notice(new Row.Cause.Waiting()));
    }

    /** Shows nobody. */
    void close() {
        notes = List.of();
        open(request -> new Page<>(List.of(), null), entry -> true, false);
        placeNotes();
        sheet.last(null);
    }

    private void clear() {
        known.clear();
        var _ = arrivals.take();
        started = false;
        pages.restart();
        atTop = true;
    }

    /** Asks the memory for the first page. */
    void load() {
        clear();
        sheet.reset(List.of(), new Row.Notice(new Row.Cause.Waiting()));
        pages.first(this::first, this::failed);
    }

    /** The first page is here. */
    void first(Page<Row.Entry> page) {
        clear();
        started = true;
        sheet.reset(List.of(), null);
        sheet.notes(notes);
        take(page);
        read.run();
    }

    /** The first page cannot be had. What is already shown stays. */
    void failed(MemoryFailure cause) {
        if (!started) {
            sheet.reset(List.of(), new Row.Notice(new Row.Cause.Failed(cause)));
        }
    }

    /** The rows from one to the other are on the screen. */
    void seen(int first, int last) {
        sheet.seen(last);
        boolean top = first <= 0;
        if (top && !atTop) {
            atTop = true;
            if (notesChanged) {
                placeNotes();
            }
        }
        atTop = top;
        if (last >= sheet.rows().size() - NEAR
                && sheet.rows().getLast() instanceof Row.More more
                && more.coming() instanceof Row.Coming.OnItsWay) {
            turn();
        }
    }

    /** Asks again for what failed, or goes on where it paused. */
    void goOn() {
        if (!started) {
            load();
        } else {
            pages.resume();
            sheet.last(end());
            turn();
        }
    }

    private void turn() {
        pages.turn(this::take, e -> sheet.last(new Row.More(new Row.Coming.Failed(e))));
    }

    private void take(Page<Row.Entry> page) {
        List<Row.Entry> kept = keep(page);
        pages.took(page, !kept.isEmpty());
        sheet.append(kept, end());
        explain();
        if (filtered && !pages.paused() && sheet.newest(NEAR).size() < NEAR / 2) {
            turn();
        }
    }

    private List<Row.Entry> keep(Page<Row.Entry> page) {
        return page.items().stream()
                .filter(entry -> known.add(entry.id()))
                .filter(filter)
                .toList();
    }

    private @Nullable Row end() {
        if (pages.atEnd()) {
            return null;
        }
        return new Row.More(pages.paused() ? new Row.Coming.Paused(known.size()) : new Row.Coming.OnItsWay());
    }

    /** Says why there is nothing, once everything is loaded and nothing was there. */
    private void explain() {
        if (started && pages.atEnd()) {
            Row.Cause cause = filtered ? new Row.Cause.NoMatch() : new Row.Cause.Empty();
            boolean nothing = notes.isEmpty() && !sheet.hasEntries();
            sheet.last(nothing ? new Row.Notice(cause) : null);
        }
    }

    /** Reads the first page again and takes in what is new. What cannot be read leaves everything as it is. */
    void refresh() {
        if (!started) {
            load();
            return;
        }
        again.submit(pages::readFirst, this::merge, e -> {});
    }

    /** The first page as it is now: what is new, changed or gone. */
    void merge(Page<Row.Entry> page) {
        if (!started) {
            first(page);
            return;
        }
        FirstPage now = new FirstPage(page);
        gone(now);
        Map<String, Row.Entry> changed = now.of(known, sheet.newest(PageTurner.PAGE));
        if (changed.isEmpty() && !known.isEmpty() && page.nextToken() != null) {
            arrivals.beginAnew(page, page.items().stream().filter(filter).toList());
        } else {
            sheet.refresh(changed);
            arrivals.add(keep(page));
        }
        if (atTop) {
            showFresh();
        } else {
            arrivals.tell();
            read.run();
        }
    }

    private void gone(FirstPage now) {
        Set<String> gone =
                sheet.entries().stream().filter(now::lacks).map(Row.Entry::id).collect(Collectors.toSet());
        sheet.remove(gone);
        known.removeAll(gone);
        arrivals.keep(entry -> !now.lacks(entry));
    }

    /** Puts in what waited. The reader is taken to the top. */
    void showFresh() {
        atTop = true;
        Page<Row.Entry> anew = arrivals.anew();
        if (anew != null) {
            first(anew);
            return;
        }
        List<Row.Entry> arrived = arrivals.take();
        placeNotes();
        sheet.insert(arrived);
        explain();
        read.run();
    }

    /** These notes are on their way. Rows that are there change in place; others wait until the reader is at the top. */
    void notes(List<Row.Pending> now) {
        notes = now;
        if (atTop) {
            placeNotes();
        } else {
            notesChanged = true;
            sheet.refresh(now.stream().collect(Collectors.toMap(Row.Entry::id, note -> note)));
        }
    }

    private void placeNotes() {
        notesChanged = false;
        sheet.notes(notes);
        explain();
    }
}
