package dev.recalldesk.app;

import dev.recalldesk.ui.Work;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Waits until what is typed in some pages is on the disk. Confined to the UI thread. */
final class Keeping {
    private final Work work;

    Keeping(Work work) {
        this.work = work;
    }

    /**
     * Goes on at a moment in which nothing is typed that is not on the disk.
     *
     * @param failed told instead when the disk does not take it, which is a {@link DraftNotKept}
     */
    void then(List<StorePage> pages, Runnable next, Consumer<Exception> failed) {
        List<Future<?>> writes =
                pages.stream().flatMap(page -> page.keep().stream()).toList();
        if (writes.isEmpty()) {
            next.run();
            return;
        }
        Future<?> _ = work.run(
                () -> {
                    for (Future<?> write : writes) {
                        Object _ = write.get();
                    }
                    return true;
                },
                done -> {
                    if (pages.stream().anyMatch(page -> page.features.note.notAllKept())) {
                        failed.accept(new DraftNotKept());
                    } else {
                        then(pages, next, failed);
                    }
                },
                failed);
    }
}
