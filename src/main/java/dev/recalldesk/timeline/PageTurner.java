package dev.recalldesk.timeline;

import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.ui.Work;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the pages of one list, one after the other: knows which comes next, whether it is on its way, and when so many had
 * nothing to show that it is time to pause. UI thread only.
 */
final class PageTurner {
    static final int PAGE = 50;
    private static final int FRUITLESS_PAGES = 20;
    private final Work.Latest<Page<Row.Entry>> line;
    private Function<PageRequest, Page<Row.Entry>> memory = request -> new Page<>(List.of(), null);
    private @Nullable String next;
    private boolean asking;
    private int fruitless;

    PageTurner(Work work) {
        line = work.latest();
    }

    /** Begins anew with another list. */
    void open(Function<PageRequest, Page<Row.Entry>> from) {
        memory = from;
        restart();
    }

    /** Is before the first page again; what is on its way is not heard. */
    void restart() {
        line.cancel();
        next = null;
        asking = false;
        fruitless = 0;
    }

    /** The first page of the list. For a worker. */
    Page<Row.Entry> readFirst() {
        return memory.apply(PageRequest.first(PAGE));
    }

    void first(Consumer<Page<Row.Entry>> done, Consumer<MemoryFailure> failed) {
        line.submit(this::readFirst, done, e -> failed.accept(failure(e)));
    }

    /** Asks for the page that comes next, unless it is on its way or there is none. */
    void turn(Consumer<Page<Row.Entry>> done, Consumer<MemoryFailure> failed) {
        String token = next;
        if (asking || token == null) {
            return;
        }
        asking = true;
        line.submit(() -> memory.apply(PageRequest.first(PAGE).after(token)), done, e -> {
            asking = false;
            failed.accept(failure(e));
        });
    }

    /** @param fruitful whether any of the page is shown */
    void took(Page<Row.Entry> page, boolean fruitful) {
        asking = false;
        next = page.nextToken();
        fruitless = fruitful ? 0 : fruitless + 1;
    }

    /** Whether nothing comes after what was taken. */
    boolean atEnd() {
        return next == null;
    }

    /** Whether so many pages in a row had nothing to show that the agent is asked before there are more. */
    boolean paused() {
        return fruitless >= FRUITLESS_PAGES;
    }

    /** The agent wants more all the same. */
    void resume() {
        fruitless = 0;
    }

    /** What broke off a question, in the words of a memory. */
    static MemoryFailure failure(Exception cause) {
        return cause instanceof MemoryFailure known
                ? known
                : new MemoryFailure.Unreachable("The memory broke off", cause);
    }
}
