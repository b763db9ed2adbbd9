package dev.recalldesk.app;

import dev.recalldesk.connection.Connection;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.ui.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which stores are open, which of them is in front, and how another gets there. A store that was opened stays open, so going
 * back costs nothing; while one is being opened, and when that fails, the one in front stays. Confined to the UI thread.
 */
final class StoreSwitch {
    private static final Logger LOG = LoggerFactory.getLogger(StoreSwitch.class);
    private final List<StorePage> pages = new ArrayList<>();
    private final ReadOnlyObjectWrapper<StorePage> front;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Settled());
    private final Wiring wiring;
    private final Supplier<Settings> settings;
    private final Function<OpenStore, StorePage> page;
    private final Work work;
    private long newest;

    /** What is going on besides the work in the store in front. */
    sealed interface State {
        /** Nothing. */
        record Settled() implements State {}

        /** Another store is on its way. */
        record Opening(StoreChoice choice) implements State {}

        /**
         * Another store could not be opened.
         *
         * @param again tries once more
         */
        record Failed(StoreChoice choice, Exception reason, Runnable again) implements State {}
    }

    /** @param page makes the page of a store that was opened */
    StoreSwitch(
            Wiring wiring,
            Work work,
            Supplier<Settings> settings,
            OpenStore first,
            Function<OpenStore, StorePage> page) {
        this.wiring = wiring;
        this.settings = settings;
        this.page = page;
        this.work = work;
        front = new ReadOnlyObjectWrapper<>(added(first));
        wiring.switchboard().bringToFront(first.pop());
    }

    /** The page in front. */
    ReadOnlyObjectProperty<StorePage> frontProperty() {
        return front.getReadOnlyProperty();
    }

    StorePage front() {
        return front.get();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Every page that is open. */
    List<StorePage> pages() {
        return List.copyOf(pages);
    }

    /** Brings a store to the front: at once if it is open, else as soon as it is. The newest wish wins. */
    void open(StoreChoice choice) {
        pages.stream()
                .filter(one -> one.store().is(choice.connection().id(), choice.storeId()))
                .findFirst()
                .ifPresentOrElse(
                        one -> {
                            newest++;
                            bring(one);
                        },
                        () -> fetch(choice, List.of(), () -> {}));
    }

    /**
     * Opens anew what is open of a connection that leads elsewhere by now, or in another way. The calls there and what is
     * typed about them come along.
     *
     * @param toFront whether this store is wanted in front, and not only in the place of one that was there
     */
    void renew(StoreChoice choice, boolean toFront) {
        List<StorePage> stale = of(choice.connection());
        if (toFront || stale.contains(front())) {
            newest++;
            state.set(new State.Opening(choice));
        }
        long wish = newest;
        Runnable again = () -> renew(choice, toFront);
        kept(choice, stale, again, () -> {
            Future<?> _ = work.run(
                    () -> Renewal.of(wiring.stores(), settings.get(), choice, toFront, stale),
                    renewal -> renewed(renewal, stale, wish == newest),
                    problem -> notOpened(choice, problem, wish, again));
        });
    }

    private void renewed(Renewal renewal, List<StorePage> stale, boolean stillWanted) {
        OpenStore chosen = renewal.chosen();
        StorePage next = chosen != null && stillWanted ? known(chosen, stale) : front();
        for (StorePage former : stale) {
            StorePage successor = known(renewal.successor(former), stale);
            wiring.switchboard().replace(former.store().pop(), successor.store().pop(), renewal.sameCustomers(former));
            successor.features.takeOver(former.features.selected());
            next = former.equals(next) ? successor : next;
        }
        if (!next.equals(front())) {
            bring(next);
        }
        stale.forEach(this::drop);
    }

    /**
     * Closes what is open of a connection that goes.
     *
     * @param instead comes to the front when one of them was there
     * @param then told once nothing of it is open
     */
    void leave(Connection gone, StoreChoice instead, Runnable then) {
        List<StorePage> stale = of(gone);
        if (stale.contains(front())) {
            fetch(instead, stale, then);
        } else {
            stale.forEach(this::drop);
            then.run();
        }
    }

    /** Stays with the store in front, whatever is on its way. */
    void stay() {
        newest++;
        state.set(new State.Settled());
    }

    /** Says that a store that was wanted could not be opened. */
    void failed(StoreChoice choice, Exception reason) {
        state.set(new State.Failed(choice, reason, () -> open(choice)));
    }

    void close() {
        pages.forEach(StorePage::close);
    }

    /** Opens and brings to the front what is not open, and drops the pages it takes the place of. */
    private void fetch(StoreChoice choice, List<StorePage> stale, Runnable then) {
        long wish = ++newest;
        state.set(new State.Opening(choice));
        Runnable again = () -> fetch(choice, stale, then);
        // Not cancelled by a newer wish: an interrupt would close the files of an embedded memory under its feet.
        Future<?> _ = work.run(
                () -> wiring.stores().open(choice, settings.get()),
                opened -> kept(choice, stale, again, () -> {
                    StorePage made = known(opened, stale);
                    if (wish == newest || stale.contains(front())) {
                        bring(made);
                    }
                    stale.forEach(this::drop);
                    then.run();
                }),
                problem -> notOpened(choice, problem, wish, again));
    }

    private void notOpened(StoreChoice choice, Exception problem, long wish, Runnable again) {
        LOG.warn("A store could not be opened", problem);
        if (wish == newest) {
            state.set(new State.Failed(choice, problem, again));
        }
    }

    /**
     * Goes on once what is typed in these pages is on the disk, from where the pages that take their place read it. When the
     * disk does not take it, everything stays as it is.
     */
    private void kept(StoreChoice choice, List<StorePage> stale, Runnable again, Runnable next) {
        List<Future<?>> writes =
                stale.stream().flatMap(page -> page.keep().stream()).toList();
        if (writes.isEmpty()) {
            next.run();
            return;
        }
        long wish = newest;
        Future<?> _ = work.run(
                () -> {
                    for (Future<?> write : writes) {
                        Object _ = write.get();
                    }
                    return true;
                },
                done -> {
                    if (stale.stream().anyMatch(page -> page.features.note.notAllKept())) {
                        notOpened(choice, new DraftNotKept(), wish, again);
                    } else {
                        kept(choice, stale, again, next);
                    }
                },
                problem -> notOpened(choice, problem, wish, again));
    }

    private void bring(StorePage one) {
        wiring.switchboard().bringToFront(one.store().pop());
        front.set(one);
        state.set(new State.Settled());
    }

    private void drop(StorePage one) {
        pages.remove(one);
        one.close();
        work.run(() -> wiring.stores().close(one.store()));
    }

    private List<StorePage> of(Connection connection) {
        return pages.stream()
                .filter(one -> one.store().connection().id().equals(connection.id()))
                .toList();
    }

    /** The newest store was asked for by no name and may be open already. */
    private StorePage known(OpenStore opened, List<StorePage> stale) {
        return pages.stream()
                .filter(one -> !stale.contains(one))
                .filter(one -> one.store().is(opened.connection().id(), opened.storeId()))
                .findFirst()
                .orElseGet(() -> added(opened));
    }

    private StorePage added(OpenStore opened) {
        StorePage made = page.apply(opened);
        pages.add(made);
        return made;
    }
}
