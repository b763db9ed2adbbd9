package dev.recalldesk.app;

import dev.recalldesk.connection.Connection;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.ui.Work;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Consumer;
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
    private final StorePages pages;
    private final ReadOnlyObjectWrapper<StorePage> front;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Settled());
    private final Wiring wiring;
    private final Supplier<Settings> settings;
    private final Work work;
    private final Keeping keeping;
    private final OneByOne renewals = new OneByOne();
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
        this.pages = new StorePages(wiring.stores(), work, page);
        this.work = work;
        this.keeping = new Keeping(work);
        front = new ReadOnlyObjectWrapper<>(pages.of(first, List.of()));
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
        return pages.all();
    }

    /** Brings a store to the front: at once if it is open, else as soon as it is. The newest wish wins. */
    void open(StoreChoice choice) {
        pages.find(choice.connection().id(), choice.storeId(), List.of())
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
        // One after another: a second change opens what takes the place of what the first has opened.
        renewals.run(choice.connection().id(), ended -> renew(choice, toFront, ended));
    }

    private void renew(StoreChoice choice, boolean toFront, Runnable ended) {
        List<StorePage> stale = pages.of(choice.connection());
        if (toFront || stale.contains(front())) {
            newest++;
            state.set(new State.Opening(choice));
        }
        long wish = newest;
        Consumer<Exception> failed = problem -> {
            notOpened(choice, problem, wish, () -> renew(choice, toFront));
            ended.run();
        };
        // Kept before anything is opened, and once more what was typed meanwhile.
        keeping.then(
                stale,
                () -> openAnew(
                        choice,
                        toFront,
                        stale,
                        renewal -> {
                            renewed(renewal, stale, wish == newest);
                            ended.run();
                        },
                        failed),
                failed);
    }

    private void openAnew(
            StoreChoice choice,
            boolean toFront,
            List<StorePage> stale,
            Consumer<Renewal> opened,
            Consumer<Exception> failed) {
        Future<?> _ = work.run(
                () -> Renewal.of(wiring.stores(), settings.get(), choice, toFront, stale),
                renewal -> keeping.then(stale, () -> opened.accept(renewal), failed),
                failed);
    }

    private void renewed(Renewal renewal, List<StorePage> stale, boolean stillWanted) {
        OpenStore chosen = renewal.chosen();
        StorePage next = chosen != null && stillWanted ? pages.of(chosen, stale) : front();
        for (StorePage former : stale) {
            StorePage successor = pages.of(renewal.successor(former), stale);
            boolean sameCustomers = renewal.sameCustomers(former);
            wiring.switchboard().replace(former.store().pop(), successor.store().pop(), sameCustomers);
            successor.features.takeOver(former.features, sameCustomers);
            if (!sameCustomers) {
                forgetThere(former, successor);
            }
            next = former.equals(next) ? successor : next;
        }
        if (!next.equals(front())) {
            bring(next);
        }
        stale.forEach(pages::drop);
    }

    /** The words about calls have gone to another store: where they were, they are forgotten once they are safe there. */
    private void forgetThere(StorePage former, StorePage successor) {
        List<Encounter> calls = successor.store().pop().encounters();
        keeping.then(
                List.of(successor),
                () -> work.run(
                        () -> calls.forEach(call -> former.store().drafts().forget(call.key()))),
                problem -> LOG.warn("A draft stays with the store it was written in as well", problem));
    }

    /**
     * Closes what is open of a connection that goes.
     *
     * @param instead comes to the front when one of them was there
     * @param then told once nothing of it is open
     */
    void leave(Connection gone, StoreChoice instead, Runnable then) {
        List<StorePage> stale = pages.of(gone);
        if (stale.contains(front())) {
            fetch(instead, stale, then);
        } else {
            stale.forEach(pages::drop);
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
        pages.all().forEach(StorePage::close);
    }

    /** Opens and brings to the front what is not open, and drops the pages it takes the place of. */
    private void fetch(StoreChoice choice, List<StorePage> stale, Runnable then) {
        long wish = ++newest;
        state.set(new State.Opening(choice));
        Consumer<Exception> failed = problem -> notOpened(choice, problem, wish, () -> fetch(choice, stale, then));
        // Not cancelled by a newer wish: an interrupt would close the files of an embedded memory under its feet.
        Future<?> _ = work.run(
                () -> wiring.stores().open(choice, settings.get()),
                opened -> keeping.then(
                        stale,
                        () -> {
                            StorePage made = pages.of(opened, stale);
                            if (wish == newest || stale.contains(front())) {
                                bring(made);
                            }
                            stale.forEach(pages::drop);
                            then.run();
                        },
                        failed),
                failed);
    }

    private void notOpened(StoreChoice choice, Exception problem, long wish, Runnable again) {
        LOG.warn("A store could not be opened", problem);
        if (wish == newest) {
            state.set(new State.Failed(choice, problem, again));
        }
    }

    private void bring(StorePage one) {
        wiring.switchboard().bringToFront(one.store().pop());
        front.set(one);
        state.set(new State.Settled());
    }
}
