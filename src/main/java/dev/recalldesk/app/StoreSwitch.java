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
        long wish = ++newest;
        Connection connection = choice.connection();
        for (StorePage one : pages) {
            if (one.store().is(connection.id(), choice.storeId())) {
                bring(one);
                return;
            }
        }
        state.set(new State.Opening(choice));
        // Not cancelled by a newer wish: an interrupt would close the files of an embedded memory under its feet.
        Future<?> _ = work.run(
                () -> choice.storeId().isEmpty()
                        ? wiring.open(connection, settings.get(), fraction -> {})
                        : wiring.open(connection, choice.storeId(), settings.get(), fraction -> {}),
                opened -> {
                    StorePage made = known(opened);
                    if (wish == newest) {
                        bring(made);
                    }
                },
                problem -> {
                    LOG.warn("A store could not be opened", problem);
                    if (wish == newest) {
                        state.set(new State.Failed(choice, problem));
                    }
                });
    }

    /** Stays with the store in front, whatever is on its way. */
    void stay() {
        newest++;
        state.set(new State.Settled());
    }

    void close() {
        pages.forEach(StorePage::close);
    }

    private void bring(StorePage one) {
        wiring.switchboard().bringToFront(one.store().pop());
        front.set(one);
        state.set(new State.Settled());
    }

    /** A store that was asked for by no name, or twice, may be open already. */
    private StorePage known(OpenStore opened) {
        return pages.stream()
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
