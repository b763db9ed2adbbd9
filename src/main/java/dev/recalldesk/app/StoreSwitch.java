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

        /** Another store could not be opened. */
        record Failed(StoreChoice choice, Exception reason) implements State {}
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

    /** Opens anew what is open of a connection that leads elsewhere by now; what is typed there is kept before. */
    void renew(StoreChoice choice, boolean toFront) {
        List<StorePage> stale = of(choice.connection());
        wiring.release(choice.connection());
        if (toFront || stale.contains(front())) {
            fetch(choice, stale, () -> {});
        } else {
            stale.forEach(this::drop);
        }
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
        state.set(new State.Failed(choice, reason));
    }

    void close() {
        pages.forEach(StorePage::close);
    }

    /** Opens and brings to the front what is not open, and drops the pages it takes the place of. */
    private void fetch(StoreChoice choice, List<StorePage> stale, Runnable then) {
        long wish = ++newest;
        state.set(new State.Opening(choice));
        // Not cancelled by a newer wish: an interrupt would close the files of an embedded memory under its feet.
        Future<?> _ = work.run(
                () -> opened(choice),
                opened -> kept(stale, () -> {
                    StorePage made = known(opened, stale);
                    if (wish == newest || stale.contains(front())) {
                        bring(made);
                    }
                    stale.forEach(this::drop);
                    then.run();
                }),
                problem -> {
                    LOG.warn("A store could not be opened", problem);
                    if (wish == newest) {
                        failed(choice, problem);
                    }
                });
    }

    private OpenStore opened(StoreChoice choice) throws Exception {
        Connection connection = choice.connection();
        return connection.local() && !choice.storeId().isEmpty()
                ? wiring.open(connection, choice.storeId(), settings.get(), fraction -> {})
                : wiring.open(connection.withStore(choice.storeId(), choice.name()), settings.get(), fraction -> {});
    }

    /** Goes on once what is typed in these pages is on the disk, from where the new page reads it. */
    private void kept(List<StorePage> stale, Runnable next) {
        if (stale.isEmpty()) {
            next.run();
            return;
        }
        List<Future<?>> writes = stale.stream().<Future<?>>map(StorePage::keep).toList();
        Future<?> _ = work.run(
                () -> {
                    for (Future<?> write : writes) {
                        Object _ = write.get();
                    }
                    return true;
                },
                done -> next.run(),
                problem -> {
                    LOG.warn("A draft could not be kept", problem);
                    next.run();
                });
    }

    private void bring(StorePage one) {
        wiring.switchboard().bringToFront(one.store().pop());
        front.set(one);
        state.set(new State.Settled());
    }

    private void drop(StorePage one) {
        pages.remove(one);
        one.close();
        work.run(() -> wiring.close(one.store()));
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
