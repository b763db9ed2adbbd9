package dev.recalldesk.app;

import dev.recalldesk.connection.Connection;
import dev.recalldesk.ui.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The pages of the stores that are open, one a store. Confined to the UI thread. */
final class StorePages {
    private final List<StorePage> pages = new ArrayList<>();
    private final OpenStores stores;
    private final Work work;
    private final Function<OpenStore, StorePage> page;

    /** @param page makes the page of a store that was opened */
    StorePages(OpenStores stores, Work work, Function<OpenStore, StorePage> page) {
        this.stores = stores;
        this.work = work;
        this.page = page;
    }

    List<StorePage> all() {
        return List.copyOf(pages);
    }

    /** Those whose stores were reached through this connection. */
    List<StorePage> of(Connection connection) {
        return pages.stream()
                .filter(one -> one.store().connection().id().equals(connection.id()))
                .toList();
    }

    /** @param stale do not count */
    Optional<StorePage> find(String connectionId, String storeId, List<StorePage> stale) {
        return pages.stream()
                .filter(one -> !stale.contains(one))
                .filter(one -> one.store().is(connectionId, storeId))
                .findFirst();
    }

    /**
     * The page of this store, which is made where there is none: the newest store was asked for by no name and may be open
     * already.
     *
     * @param stale do not count
     */
    StorePage of(OpenStore opened, List<StorePage> stale) {
        return find(opened.connection().id(), opened.storeId(), stale).orElseGet(() -> {
            StorePage made = page.apply(opened);
            pages.add(made);
            return made;
        });
    }

    /** Closes a page, and its store behind it. */
    void drop(StorePage gone) {
        pages.remove(gone);
        gone.close();
        work.run(() -> stores.close(gone.store()));
    }
}
