package dev.recalldesk.timeline;

import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.ui.Work;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
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
    static final int PAGE = 50;
    private static final int NEAR = 20;
    private static final int FRUITLESS_PAGES = 20;
    private final Work.Latest<Page<Row.Entry>> line;
    private final Work.Latest<Page<Row.Entry>> again;
    private final Sheet sheet;
    private final Arrivals arrivals = new Arrivals();
    private final Set<String> known = new HashSet<>();
    private Function<PageRequest, Page<Row.Entry>> memory = request -> new Page<>(List.of(), null);
    private Predicate<Row.Entry> filter = entry -> true;
    private boolean filtered;
    private List<Row.Pending> notes = List.of();
    private boolean notesChanged;
    private @Nullable String next;
    private boolean started;
    private boolean asking;
    private int fruitless;
    private boolean atTop = true;
    private Runnable read = () -> {};

    Feed(Work work, ZoneId zone) {
        line = work.latest();
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
        line.cancel();
        again.cancel();
        memory = from;
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
        asking = false;
        next = null;
        fruitless = 0;
        atTop = true;
    }

    /** Asks the memory for the first page. */
    void load() {
        clear();
        sheet.reset(List.of(), new Row.Notice(new Row.Cause.Waiting()));
        line.submit(() -> memory.apply(PageRequest.first(PAGE)), this::first, this::failed);
    }

    /** The first page is here. */
    void first(Page<Row.Entry> page) {
        line.cancel();
        clear();
        started = true;
        sheet.reset(List.of(), null);
        sheet.notes(notes);
        take(page);
        read.run();
    }

    /** The first page cannot be had. What is already shown stays. */
    void failed(Exception cause) {
        if (!started) {
            sheet.reset(List.of(), new Row.Notice(new Row.Cause.Failed(failure(cause))));
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
            fruitless = 0;
            sheet.last(end());
            turn();
        }
    }

    private void turn() {
        String token = next;
        if (asking || token == null) {
            return;
        }
        asking = true;
        line.submit(() -> memory.apply(PageRequest.first(PAGE).after(token)), this::take, e -> {
            asking = false;
            sheet.last(new Row.More(new Row.Coming.Failed(failure(e))));
        });
    }

    private void take(Page<Row.Entry> page) {
        asking = false;
        next = page.nextToken();
        List<Row.Entry> kept = keep(page);
        fruitless = kept.isEmpty() ? fruitless + 1 : 0;
        sheet.append(kept, end());
        explain();
        if (next != null
                && filtered
                && fruitless < FRUITLESS_PAGES
                && sheet.newest(NEAR).size() < NEAR / 2) {
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
        if (next != null) {
            return new Row.More(
                    fruitless < FRUITLESS_PAGES ? new Row.Coming.OnItsWay() : new Row.Coming.Paused(known.size()));
        }
        return null;
    }

    /** Says why there is nothing, once everything is loaded and nothing was there. */
    private void explain() {
        if (started && next == null) {
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
        again.submit(() -> memory.apply(PageRequest.first(PAGE)), this::merge, e -> {});
    }

    /** The first page as it is now: what is new, changed or gone. */
    void merge(Page<Row.Entry> page) {
        if (!started) {
            first(page);
            return;
        }
        gone(page);
        Map<String, Row.Entry> changed = page.items().stream()
                .filter(entry -> known.contains(entry.id()))
                .collect(Collectors.toMap(Row.Entry::id, entry -> entry, (one, other) -> other, HashMap::new));
        if (changed.isEmpty() && !known.isEmpty() && page.nextToken() != null) {
            arrivals.beginAnew(page, page.items().stream().filter(filter).toList());
        } else {
            stillJustSaved(changed);
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

    private void stillJustSaved(Map<String, Row.Entry> changed) {
        for (Row.Entry entry : sheet.newest(PAGE)) {
            if (entry instanceof Row.Fact fact && fact.justSaved()) {
                changed.computeIfPresent(fact.id(), (id, now) -> new Row.Fact(((Row.Fact) now).observation(), true));
            }
        }
    }

    private void gone(Page<Row.Entry> page) {
        Set<String> there = page.items().stream().map(Row.Entry::id).collect(Collectors.toSet());
        Instant since = page.nextToken() == null || page.items().isEmpty()
                ? Instant.MIN
                : page.items().getLast().createdAt();
        Set<String> gone = sheet.entries().stream()
                .filter(entry -> entry.createdAt().isAfter(since) && !there.contains(entry.id()))
                .map(Row.Entry::id)
                .collect(Collectors.toSet());
        sheet.remove(gone);
        known.removeAll(gone);
        arrivals.keep(entry -> there.contains(entry.id()) || !entry.createdAt().isAfter(since));
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

    static MemoryFailure failure(Exception cause) {
        return cause instanceof MemoryFailure known
                ? known
                : new MemoryFailure.Unreachable("The memory broke off", cause);
    }
}
