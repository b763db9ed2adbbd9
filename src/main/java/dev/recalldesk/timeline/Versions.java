package dev.recalldesk.timeline;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.ui.Work;
import java.util.concurrent.Future;

/** What facts said before, opened below them one at a time or several. UI thread only. */
final class Versions {
    private static final int MOST = 50;
    private final Memory memory;
    private final Work work;
    private final Feed feed;

    Versions(Memory memory, Work work, Feed feed) {
        this.memory = memory;
        this.work = work;
        this.feed = feed;
    }

    void toggle(String profileId, String factId) {
        if (feed.sheet().isOpen(factId)) {
            feed.sheet().versions(factId, null);
        } else {
            ask(profileId, factId);
        }
    }

    void ask(String profileId, String factId) {
        show(factId, new Row.History.Asking());
        Future<?> _ = work.run(
                () -> memory.revisions(profileId, factId, PageRequest.first(MOST)),
                page -> answer(factId, new Row.History.Known(page.items(), page.nextToken() == null)),
                e -> answer(factId, new Row.History.Failed(PageTurner.failure(e))));
    }

    /** Closed meanwhile, it stays closed. */
    private void answer(String factId, Row.History history) {
        if (feed.sheet().isOpen(factId)) {
            show(factId, history);
        }
    }

    private void show(String factId, Row.History history) {
        feed.sheet().versions(factId, new Row.Versions(factId, history));
    }
}
