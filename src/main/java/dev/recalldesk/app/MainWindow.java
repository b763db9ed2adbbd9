package dev.recalldesk.app;

import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.settings.SettingsView;
import dev.recalldesk.settings.SettingsViewModel;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Seconds;
import dev.recalldesk.ui.Text;
import java.time.Duration;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The whole window: tool bar, call strip, three panes, status bar, and what floats above them. UI thread. */
final class MainWindow extends VBox {
    private static final double NARROW_EM = 90;
    private final Features features;
    private final Commands commands;
    private final SettingsViewModel settings;
    private final WindowParts parts;
    private final Panes panes;
    private final Overlay overlay = new Overlay();
    private final StatusBar status;
    private final ToolBarView toolbar;
    private final StackPane settingsPage;
    private final PaletteView palette;
    private final BackgroundTasks tasks;
    private final Seconds seconds;
    private @Nullable Node focusBefore;
    private final FxUiThread ui = new FxUiThread();

    MainWindow(Wiring wiring, BackgroundTasks tasks, SettingsViewModel settings) {
        this.tasks = tasks;
        this.settings = settings;
        status = new StatusBar(tasks, () -> run(Shortcut.TASKS));
        features = new Features(wiring, settings.now(), ui, Copying::copy, status::news);
        commands = new Commands(features, wiring);
        seconds = new Seconds(wiring.clock());
        features.calls.runningProperty().subscribe(seconds::run);
        parts = new WindowParts(features, commands, wiring, seconds);
        panes = new Panes(parts.calls, parts.sheet, parts.who);
        toolbar = new ToolBarView(parts.store, commands::run);
        settingsPage = new StackPane(new SettingsView(settings, wiring.data().toString(), this::closeSettings));
        settingsPage.getStyleClass().add("settings-place");
        palette = new PaletteView(new PaletteSources(features, commands, wiring, parts, tasks).model(), overlay::close);

        setId("main-window");
        getStyleClass().add("window");
        StackPane below = new StackPane(panes, settingsPage, overlay);
        StackPane stripPlace = new StackPane(parts.strip);
        stripPlace.getStyleClass().add("strip-place");
        stripPlace.visibleProperty().bind(parts.strip.visibleProperty());
        stripPlace.managedProperty().bind(parts.strip.managedProperty());
        getChildren().addAll(toolbar, stripPlace, Rows.grow(below), status);
        closeSettings();
        tellCommands();
        follow(wiring);
        features.calls.refreshPast();
        wiring.workers().execute(new WarmUp(wiring.memory()));
        wiring.outbox().start();
        wiring.phone().start(wiring.pop()::accept);
    }

    /** The text size this window works with. */
    void em(double pixels) {
        panes.emProperty().set(pixels);
        parts.memory.em(pixels);
        fold();
    }

    Features features() {
        return features;
    }

    Commands commands() {
        return commands;
    }

    WindowParts parts() {
        return parts;
    }

    Overlay overlay() {
        return overlay;
    }

    boolean settingsOpen() {
        return settingsPage.isVisible();
    }

    /** Shows the panes again, with the focus where it was. */
    void closeSettings() {
        Rows.show(settingsPage, false);
        Rows.show(panes, true);
        if (focusBefore != null) {
            focusBefore.requestFocus();
            focusBefore = null;
        }
    }

    /** Keeps what is typed and stops everything that moves; the window is of no use afterwards. */
    void close() {
        features.close();
        ui.close();
        seconds.run(false);
    }

    /** Says what went wrong in the program itself, and lets the agent go on. */
    void report(Throwable problem) {
        overlay.open(new ErrorReport(problem, overlay::close));
    }

    /** How the panes are divided now. */
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

    private void run(Shortcut shortcut) {
        commands.run(shortcut);
    }

    private void tellCommands() {
        commands.put(Shortcut.PALETTE, () -> toggle(palette));
        commands.put(Shortcut.HELP, () -> toggle(new ShortcutSheet(overlay::close)));
        commands.put(Shortcut.TASKS, () -> toggle(new TasksView(tasks, overlay::close)));
        commands.put(Shortcut.SETTINGS, this::openSettings);
        commands.put(Shortcut.RECALL, parts.recallField::focusField);
        commands.put(Shortcut.NOTE, parts.note::focusNote);
        commands.put(Shortcut.CALLS_PANE, () -> toggle(panes.callsShownProperty()));
        commands.put(Shortcut.SHEET_PANE, () -> toggle(panes.sheetShownProperty()));
        commands.put(Shortcut.WHO_PANE, panes::toggleWho);
        commands.put(Shortcut.NEXT_PANE, parts::focusNextPane);
        commands.put(
                Shortcut.TEXT_LARGER, () -> settings.textScale(settings.now().textScale() + 0.1));
        commands.put(
                Shortcut.TEXT_SMALLER, () -> settings.textScale(settings.now().textScale() - 0.1));
    }

    private void follow(Wiring wiring) {
        Settings.Window place = settings.now().window();
        panes.callsWidthProperty().set(place.callsWidth());
        panes.whoWidthProperty().set(place.whoWidth());
        panes.callsShownProperty().set(place.callsShown());
        panes.whoShownProperty().set(place.whoShown());
        parts.calls.railProperty().bind(panes.railProperty());
        parts.outboxRail.bind(panes.railProperty());
        widthProperty().subscribe(this::fold);
        settings.settingsProperty().subscribe(now -> {
            features.note.apply(now);
            wiring.outbox().undoFor(Duration.ofSeconds(now.undoSeconds()));
        });
        features.calls.selectedProperty().subscribe(this::selected);
        settings.settingsProperty().subscribe(features.note::apply);
    }

    private void fold() {
        parts.strip.narrowProperty().set(getWidth() / panes.emProperty().get() < NARROW_EM);
    }

    private void selected(@Nullable Encounter encounter) {
        parts.sheet.show(encounter);
        parts.who.show(encounter);
        status.timing(encounter == null ? Encounter.Timing.NONE : encounter.timing());
        Duration lookup = encounter == null ? null : encounter.timing().lookup();
        if (lookup != null) {
            toolbar.memory(Text.get("toolbar.memoryTook", String.format(Locale.ROOT, "%.1f", lookup.toNanos() / 1e6)));
        }
    }

    private void openSettings() {
        overlay.close();
        if (settingsOpen()) {
            closeSettings();
        } else {
            focusBefore = getScene().getFocusOwner();
            Rows.show(settingsPage, true);
            Rows.show(panes, false);
            settingsPage.requestFocus();
        }
    }

    private void toggle(Region panel) {
        boolean same = overlay.shows(panel.getClass());
        overlay.close();
        if (!same) {
            overlay.open(panel);
            if (panel instanceof PaletteView open) {
                open.open();
            }
        }
    }

    private static void toggle(javafx.beans.property.BooleanProperty shown) {
        shown.set(!shown.get());
    }
}
