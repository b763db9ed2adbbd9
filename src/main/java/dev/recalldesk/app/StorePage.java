package dev.recalldesk.app;

import dev.recalldesk.desk.Settings;
import dev.recalldesk.memory.Health;
import dev.recalldesk.settings.SettingsViewModel;
import dev.recalldesk.ui.Seconds;
import dev.recalldesk.ui.Work;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * What the window shows of one open store: its calls, its memory and its note. It stays as it is while another store is in
 * front, so that nothing typed is lost and everything is where it was. UI thread.
 */
final class StorePage {
    final Features features;
    final WindowParts parts;
    final Panes panes;
    final StackPane strip;
    final OutageBanner outage;
    private final ReadOnlyObjectWrapper<Health> health = new ReadOnlyObjectWrapper<>(Health.HERE);
    private final Work work;
    private final OpenStore store;
    private final Seconds seconds;
    private final FxUiThread ui = new FxUiThread();
    /** From what lives longer than this page. */
    private final Subscription leaving;

    private @Nullable Node focus;

    /**
     * @param connect leads to where an account is connected
     * @param signIn leads to where the key of this store's account is changed
     * @param news says in a sentence what just happened
     */
    StorePage(
            Wiring wiring,
            OpenStore store,
            SettingsViewModel settings,
            Commands commands,
            Runnable connect,
            Runnable signIn,
            Consumer<String> news) {
        this.store = store;
        features = new Features(wiring, store, settings.now().over(store.connection()), ui, Copying::copy, news);
        seconds = new Seconds(wiring.clock());
        features.calls.runningProperty().subscribe(seconds::run);
        WelcomeView welcome = new WelcomeView(settings, connect, commands::run);
        parts = new WindowParts(features, commands, store, wiring.zone(), seconds, welcome);
        panes = new Panes(parts.calls, parts.sheet, parts.who);
        parts.calls.railProperty().bind(panes.railProperty());
        parts.outboxRail.bind(panes.railProperty());
        strip = new StackPane(parts.strip);
        strip.getStyleClass().add("strip-place");
        strip.visibleProperty().bind(parts.strip.visibleProperty());
        strip.managedProperty().bind(parts.strip.managedProperty());
        work = new Work(wiring.workers(), ui);
        outage = new OutageBanner(wiring.zone(), work, store.recovery()::tryNow, signIn);
        features.calls.selectedProperty().subscribe(encounter -> {
            parts.sheet.show(encounter);
            parts.who.show(encounter);
            outage.show(encounter);
        });
        health.subscribe(outage::show);
        Runnable unheard = store.account().onHealth(now -> ui.post(() -> health.set(now)));
        health.set(store.account().health());
        leaving = settings.settingsProperty()
                .subscribe(now -> apply(now.over(store.connection())))
                .and(welcome::close)
                .and(unheard::run);
        features.calls.refreshPast();
        wiring.workers().execute(store.merged()::look);
        wiring.workers().execute(new WarmUp(store.memory()));
        store.outbox().start();
    }

    /** How well the store's memory can be reached. */
    ReadOnlyObjectProperty<Health> healthProperty() {
        return health.getReadOnlyProperty();
    }

    OpenStore store() {
        return store;
    }

    /** The text size this page works with. */
    void em(double pixels) {
        panes.emProperty().set(pixels);
        parts.memory.em(pixels);
    }

    /** Divides the panes as they were divided before. */
    void divide(Settings.Window place) {
        panes.callsWidthProperty().set(place.callsWidth());
        panes.whoWidthProperty().set(place.whoWidth());
        panes.callsShownProperty().set(place.callsShown());
        panes.whoShownProperty().set(place.whoShown());
    }

    /** The place, with the panes divided as they are now. */
    Settings.Window divided(Settings.Window place) {
        return new Settings.Window(
                place.x(),
                place.y(),
                place.width(),
                place.height(),
                place.maximized(),
                panes.callsWidthProperty().get(),
                panes.whoWidthProperty().get(),
                panes.callsShownProperty().get(),
                panes.whoShownProperty().get());
    }

    /**
     * Writes what is typed to the disk at once: another store comes to the front, and anything may happen meanwhile.
     *
     * @return what of it is under way; empty when everything is there
     */
    List<Future<?>> keep() {
        return features.note.keepAll();
    }

    /** Remembers where in this page the focus is, before another comes to the front. */
    void keepFocus() {
        Node owner = panes.getScene().getFocusOwner();
        focus = owner == null || owner.equals(panes.getScene().getRoot()) ? null : owner;
    }

    /** Takes the focus to where it was in this page: with a page that is gone, so would be the next key. */
    void takeFocus() {
        Node place = focus != null && panes.getScene().equals(focus.getScene()) ? focus : panes;
        place.requestFocus();
    }

    /** Keeps what is typed and stops everything that moves; the page is of no use afterwards. */
    void close() {
        leaving.unsubscribe();
        features.close();
        work.close();
        ui.close();
        seconds.run(false);
    }

    private void apply(Settings now) {
        features.note.apply(now);
        store.outbox().undoFor(Duration.ofSeconds(now.undoSeconds()));
    }
}
