package dev.recalldesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.app.tour.Screen;
import dev.recalldesk.connection.HeldKeychain;
import dev.recalldesk.connection.Keychain;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.desk.SettingsFile;
import dev.recalldesk.telephony.Simulator.Scenario;
import dev.recalldesk.ui.Fx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxToolkit;

/** The whole program on the headless screen, with eyes and hands. Closing it closes the window as the agent would. */
public final class RunningDesk implements AutoCloseable {
    private final DeskApp app;
    private final Screen screen;

    private RunningDesk(DeskApp app) {
        this.app = app;
        this.screen = new Screen(app.stage());
    }

    /** A desk as nobody has changed it, of this size; notes are sent at once. */
    public static Settings settings(int width, int height) {
        return Settings.DEFAULT
                .withTheme(Settings.Theme.LIGHT)
                .withAgentName("jdoe")
                .withUndoSeconds(0)
                .withWindow(new Settings.Window(0, 0, width, height, false, 16, 24, true, true));
    }

    /** Opens a new desk in an empty folder. */
    public static RunningDesk open(Path data, Settings settings) throws Exception {
        keep(data, settings);
        return open(data);
    }

    /** Opens the desk of this folder as it was left. */
    public static RunningDesk open(Path data) throws Exception {
        return open(data, HeldKeychain.none());
    }

    /** As {@link #open(Path)}, on a computer with this keychain; accounts are real. */
    public static RunningDesk open(Path data, Keychain keychain) throws Exception {
        FxToolkit.registerPrimaryStage();
        return new RunningDesk(DeskApp.open(data, null, new Outside(keychain)));
    }

    /** Opens the desk of this folder on a memory nobody saved, on a computer without a keychain. */
    static RunningDesk open(Path data, Visit visit) throws Exception {
        FxToolkit.registerPrimaryStage();
        return new RunningDesk(DeskApp.open(data, null, visit, new Outside(HeldKeychain.none())));
    }

    /** Opens a new desk in an empty folder, on a computer with this keychain. */
    public static RunningDesk open(Path data, Settings settings, Keychain keychain) throws Exception {
        keep(data, settings);
        return open(data, keychain);
    }

    private static void keep(Path data, Settings settings) throws IOException {
        Files.createDirectories(data);
        new SettingsFile(data.resolve("settings.json")).write(settings);
    }

    public Screen screen() {
        return screen;
    }

    public DeskApp app() {
        return app;
    }

    public Stage stage() {
        return app.stage();
    }

    Scene scene() {
        return app.stage().getScene();
    }

    MainWindow window() {
        return (MainWindow) scene().getRoot();
    }

    /** The window and everything that floats above it, tooltips apart. UI thread. */
    public static List<Parent> roots() {
        return Window.getWindows().stream()
                .filter(window -> window.isShowing() && !(window instanceof Tooltip))
                .map(window -> window.getScene().getRoot())
                .toList();
    }

    /** A visible node of this name. */
    public Node node(String id) {
        screen.awaitNode(id);
        return Screen.on(() -> app.stage().getScene().getRoot().lookupAll("#" + id).stream()
                .filter(Shown::isShown)
                .findFirst()
                .orElseThrow());
    }

    public void press(Shortcut shortcut) {
        screen.keys(shortcut.combination());
    }

    public void key(KeyCode code) {
        screen.key(code);
    }

    /** Lets the telephone ring and waits until the encounter is selected and the words are shown. */
    public void ring(Scenario scenario, String... words) {
        app.wiring().phone().ring(scenario);
        for (String expected : words) {
            screen.awaitWords(expected);
        }
    }

    /** Does what the palette finds first for these words. */
    public void command(String words) {
        press(Shortcut.PALETTE);
        screen.type("palette-field", words);
        await(
                words + " in the palette",
                () -> window().lookupAll(".palette-line").iterator().hasNext());
        screen.awaitWords(words);
        key(KeyCode.ENTER);
    }

    /** Opens a customer through the palette. */
    public void open(String customer) {
        command(customer);
        screen.awaitGone("palette-field");
        screen.awaitNode("who-name");
        screen.awaitWords(customer);
    }

    /** Hangs up and finishes until no call is left. */
    public void endAll() {
        for (int left = 0; left < 12 && !Screen.on(this::idle); left++) {
            press(Shortcut.ANSWER);
            press(Shortcut.HANG_UP);
            press(Shortcut.FINISH);
        }
        await("an idle window", this::idle);
    }

    private boolean idle() {
        return window().features().selected() == null;
    }

    public void await(String what, Callable<Boolean> condition) {
        screen.await(what, condition);
    }

    /** Writes the window as it is to {@code target/pictures/<name>.png}. */
    public void picture(String name) throws Exception {
        Fx.picture(app.stage(), name);
    }

    @Override
    public void close() throws Exception {
        boolean defect = Screen.on(() -> scene().getRoot().lookup("#error-report") != null);
        // a field that keeps the focus in a closed window goes on blinking until it is collected
        Screen.run(() -> scene().getRoot().requestFocus());
        Screen.run(app::close);
        Screen.run(() -> scene().setRoot(new Pane()));
        app.awaitClosed();
        assertThat(defect).as("a defect was reported").isFalse();
    }
}
