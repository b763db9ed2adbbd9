package dev.recalldesk.app;

import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.settings.SettingsView;
import dev.recalldesk.settings.SettingsViewModel;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import dev.recalldesk.ui.Work;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The whole window: tool bar, the page of the store in front with its call strip and three panes, status bar, and what floats
 * above them. UI thread.
 */
final class MainWindow extends VBox {
    private static final double NARROW_EM = 90;
    private static final double TIGHT_EM = 45;
    private final Commands commands;
    private final SettingsViewModel settings;
    private final StoreSwitch stores;
    private final StoreList list;
    private final StackPane stripPlace = new StackPane();
    private final StackPane outagePlace = new StackPane();
    private final StackPane pagePlace = new StackPane();
    private final Overlay overlay = new Overlay();
    private final StatusBar status;
    private final ToolBarView toolbar;
    private final FullPage page = new FullPage(pagePlace);
    private final SettingsView settingsPage;
    private final ConnectionDesk connections;
    private final PaletteView palette;
    private final BackgroundTasks tasks;
    private final CustomerFiles files;
    private final FxUiThread ui = new FxUiThread();
    private final Work work;
    private double em = 13;

    MainWindow(Wiring wiring, OpenStore first, BackgroundTasks tasks, SettingsViewModel settings) {
        this.tasks = tasks;
        this.settings = settings;
        work = new Work(wiring.workers(), ui);
        status = new StatusBar(tasks, () -> run(Shortcut.TASKS));
        commands = new Commands(() -> front().features, wiring);
        stores = new StoreSwitch(wiring, work, settings::now, first, opened -> page(wiring, opened));
        list = new StoreList(wiring, work, settings::now);
        connections = new ConnectionDesk(wiring, work, ui, settings, stores, list, page, overlay, status::news);
        toolbar = new ToolBarView(new StoreMenu(stores, list, connections, commands), wiring.zone(), commands::run);
        settingsPage = new SettingsView(settings, connections, wiring.data().toString(), page::leave);
        files = new CustomerFiles(() -> front().store(), tasks, list::refresh, wiring.data(), settings::now);
        palette = new PaletteView(
                new PaletteSources(
                                stores,
                                list,
                                commands,
                                files,
                                List.of(
                                        PaletteSources.command(Text.get("connect.title"), "", connections::connect),
                                        PaletteSources.command(Text.get("store.title"), "", connections::newStore)))
                        .model(),
                overlay::close);

        setId("main-window");
        getStyleClass().add("window");
        StackPane below = new StackPane(pagePlace, page, overlay);
        getChildren()
                .addAll(
                        toolbar,
                        stripPlace,
                        new OpeningFailed(stores, connections),
                        outagePlace,
                        Rows.grow(below),
                        status);
        list.groupsProperty().subscribe(() -> palette.again());
        tellCommands();
        widthProperty().subscribe(this::fold);
        stores.frontProperty().subscribe((before, now) -> bring(before, now));
        front().divide(settings.now().window());
        show(front());
        list.refresh();
    }

    /** The text size this window works with. */
    void em(double pixels) {
        em = pixels;
        stores.pages().forEach(page -> page.em(pixels));
        fold();
    }

    StorePage front() {
        return stores.front();
    }

    Features features() {
        return front().features;
    }

    Commands commands() {
        return commands;
    }

    WindowParts parts() {
        return front().parts;
    }

    StoreSwitch stores() {
        return stores;
    }

    StoreList list() {
        return list;
    }

    CustomerFiles files() {
        return files;
    }

    Overlay overlay() {
        return overlay;
    }

    /** The place of the settings and of what else takes the whole of the panes. */
    FullPage page() {
        return page;
    }

    boolean settingsOpen() {
        return page.shows(settingsPage);
    }

    /** Keeps what is typed and stops everything that moves; the window is of no use afterwards. */
    void close() {
        stores.close();
        work.close();
        ui.close();
    }

    /** Says what went wrong in the program itself, and lets the agent go on. */
    void report(Throwable problem) {
        overlay.open(new ErrorReport(problem, overlay::close));
    }

    /** How the panes are divided now. */
    Settings.Window divided(Settings.Window place) {
        return front().divided(place);
    }

    private StorePage page(Wiring wiring, OpenStore opened) {
        StorePage page = new StorePage(
                wiring, opened, settings, commands, () -> connections.connect(), () -> signIn(opened), status::news);
        page.em(em);
        // Who opens the palette before everybody is known has typed a name already.
        opened.directory().onRefreshed(() -> ui.post(() -> palette.again()));
        CompletableFuture<Void> _ = opened.directory().refresh();
        page.features.calls.selectedProperty().subscribe(encounter -> tell(page, encounter));
        page.healthProperty().subscribe(() -> tell(page, page.features.selected()));
        return page;
    }

    private void bring(StorePage before, StorePage now) {
        List<Future<?>> _ = before.keep();
        before.keepFocus();
        now.divide(before.divided(settings.now().window()));
        show(now);
        now.takeFocus();
        list.refresh();
    }

    private void show(StorePage page) {
        pagePlace.getChildren().setAll(page.panes);
        stripPlace.getChildren().setAll(page.strip);
        outagePlace.getChildren().setAll(page.outage);
        fold();
        tell(page, page.features.selected());
    }

    private void run(Shortcut shortcut) {
        commands.run(shortcut);
    }

    private void tellCommands() {
        commands.put(Shortcut.PALETTE, () -> toggle(palette));
        commands.put(Shortcut.HELP, () -> toggle(new ShortcutSheet(overlay::close)));
        commands.put(Shortcut.TASKS, () -> toggle(new TasksView(tasks, overlay::close)));
        commands.put(Shortcut.SETTINGS, this::openSettings);
        commands.put(Shortcut.RECALL, () -> parts().recallField.focusField());
        commands.put(Shortcut.NOTE, () -> parts().note.focusNote());
        commands.put(Shortcut.CALLS_PANE, () -> toggle(front().panes.callsShownProperty()));
        commands.put(Shortcut.SHEET_PANE, () -> toggle(front().panes.sheetShownProperty()));
        commands.put(Shortcut.WHO_PANE, () -> front().panes.toggleWho());
        commands.put(Shortcut.NEXT_PANE, () -> parts().focusNextPane());
        commands.put(
                Shortcut.TEXT_LARGER, () -> settings.textScale(settings.now().textScale() + 0.1));
        commands.put(
                Shortcut.TEXT_SMALLER, () -> settings.textScale(settings.now().textScale() - 0.1));
    }

    private void fold() {
        parts().strip.narrowProperty().set(getWidth() / em < NARROW_EM);
        toolbar.narrow(getWidth() / em < TIGHT_EM);
    }

    private void tell(StorePage page, @Nullable Encounter encounter) {
        if (!pagePlace.getChildren().contains(page.panes)) {
            return;
        }
        status.timing(encounter == null ? Encounter.Timing.NONE : encounter.timing());
        toolbar.memory(
                page.healthProperty().get(),
                encounter == null ? null : encounter.timing().lookup());
    }

    private void signIn(OpenStore store) {
        settings.now().connections().find(store.connection().id()).ifPresent(connections::change);
    }

    private void openSettings() {
        overlay.close();
        if (page.isOpen()) {
            page.leave();
        } else {
            page.open(settingsPage, () -> {});
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
