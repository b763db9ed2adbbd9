package dev.recalldesk.app;

import dev.recalldesk.app.tour.Screen;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.telephony.Simulator.Scenario;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/** Leads through every screen of a desk that was just opened, so that what must hold everywhere is looked at everywhere. */
public final class Screens {
    private final RunningDesk desk;
    private final Visitor visitor;

    private Screens(RunningDesk desk, Visitor visitor) {
        this.desk = desk;
        this.visitor = visitor;
    }

    /** What is to be done on each screen. Called off the UI thread. */
    @FunctionalInterface
    public interface Visitor {
        void at(String screen) throws Exception;
    }

    /** Goes everywhere once; the desk is idle before and after. */
    public static void walk(RunningDesk desk, Visitor visitor) throws Exception {
        Screens screens = new Screens(desk, visitor);
        screens.look("idle");
        screens.customer();
        screens.overlays();
        screens.connections();
        screens.outbox();
        screens.nobodyYet();
        screens.manyCalls();
    }

    private void customer() throws Exception {
        desk.ring(Scenario.KNOWN, "Alyssa Marlow", "Ringing");
        look("ringing");
        desk.press(Shortcut.ANSWER);
        desk.screen().awaitWords("On call");
        desk.screen().type("recall-question", "double charge");
        desk.await("findings", () -> !desk.window().features().recall.rows().isEmpty());
        desk.screen().type("note-text", "Promised to check with payments and call back.");
        desk.screen().awaitWords("Saved here");
        look("recall");
        desk.screen().type("recall-question", "zeppelin hangar");
        desk.screen().awaitWords("Nothing about");
        look("nothing-found");
        desk.screen().press("note-save");
        desk.screen().type("recall-question", "");
        desk.screen().awaitWords("In memory");
        look("customer");
    }

    private void overlays() throws Exception {
        desk.press(Shortcut.PALETTE);
        desk.screen().type("palette-field", "ma");
        desk.screen().awaitWords("Customers");
        look("palette");
        desk.key(KeyCode.ESCAPE);
        desk.press(Shortcut.HELP);
        desk.screen().awaitNode("shortcut-sheet");
        look("shortcuts");
        desk.key(KeyCode.ESCAPE);
        desk.press(Shortcut.TASKS);
        desk.screen().awaitNode("tasks");
        look("tasks");
        desk.key(KeyCode.ESCAPE);
        desk.press(Shortcut.SETTINGS);
        desk.screen().awaitNode("settings");
        look("settings");
        desk.screen().press("settings-done");
    }

    private void connections() throws Exception {
        Path elsewhere = desk.app().wiring().data().resolve("elsewhere");
        try (RemoteAccount remote = new RemoteAccount(elsewhere)) {
            command("Connect to Twilio");
            desk.screen().awaitNode("connect");
            desk.screen().awaitWords("no keychain");
            look("connect");
            desk.screen().press("connect-more");
            desk.screen().type("connect-user", RemoteAccount.USER);
            desk.screen().type("connect-secret", "a guess");
            desk.screen().type("connect-address", remote.address());
            desk.screen().press("connect-check");
            desk.screen().awaitWords("(401)");
            look("connect-refused");
            desk.screen().type("connect-secret", RemoteAccount.SECRET);
            desk.screen().press("connect-check");
            desk.screen().awaitWords("no store yet");
            desk.screen().type("check-store-name", "acme-prod");
            look("connect-no-store");
            desk.screen().press("check-store-name-create");
            desk.screen().awaitWords("It works, but something is not there yet");
            look("connect-works");
            desk.screen().press("connect-save-open");
            desk.await(
                    "the account in front", () -> desk.app().front().storeName().equals("acme-prod"));
            remote.goAway();
            Screen.run(() -> desk.window().list().refresh());
            desk.screen().awaitWords("Memory does not answer.");
            look("offline");
        }
        desk.press(Shortcut.SETTINGS);
        desk.screen().awaitNode("connection-remove");
        look("connections");
        desk.screen().press("connection-remove");
        look("connection-going");
        desk.screen().press("connection-remove-sure");
        desk.await("the store of before", () -> desk.app().front().storeName().equals("demo"));
        desk.screen().press("settings-done");
        command("New store");
        desk.screen().awaitWords("of 15");
        look("new-store");
        desk.key(KeyCode.ESCAPE);
        desk.screen().awaitGone("new-store");
    }

    private void command(String title) {
        desk.command(title);
        desk.screen().awaitGone("palette-field");
    }

    private void outbox() throws Exception {
        Screen.run(() -> ((ButtonBase) desk.window().lookupAll(".button").stream()
                        .filter(Shown::isShown)
                        .filter(button ->
                                button.getId() != null && button.getId().startsWith("outbox-"))
                        .findFirst()
                        .orElseThrow())
                .fire());
        desk.await("the list of notes", () -> RunningDesk.roots().stream().anyMatch(Screens::listsNotes));
        look("outbox");
        Screen.run(() -> List.copyOf(Window.getWindows()).stream()
                .filter(PopupWindow.class::isInstance)
                .forEach(Window::hide));
        desk.endAll();
    }

    private static boolean listsNotes(Parent root) {
        Node list = root.lookup(".outbox");
        return list != null && Shown.isShown(list);
    }

    private void nobodyYet() throws Exception {
        desk.ring(Scenario.UNKNOWN, "Create a customer");
        look("unknown");
        desk.screen().focus("calls-list");
        desk.key(KeyCode.C);
        look("unknown-create");
        desk.endAll();
        desk.ring(Scenario.WITHHELD, "Withheld number");
        look("withheld");
        desk.endAll();
        desk.ring(Scenario.TWO_MATCHES, "Who is calling?", "Dennis Marlow");
        look("chooser");
        desk.endAll();
    }

    private void manyCalls() throws Exception {
        desk.ring(Scenario.KNOWN, "Priya Raman");
        desk.press(Shortcut.ANSWER);
        desk.screen().awaitWords("On call");
        desk.press(Shortcut.HOLD);
        desk.screen().awaitWords("On hold");
        desk.ring(Scenario.THREE_AT_ONCE, "+2");
        look("many-calls");
        desk.press(Shortcut.HANG_UP);
        desk.await(
                "a call to wrap up",
                () -> desk.window().features().calls.open().stream()
                        .anyMatch(call -> call.phase() == Encounter.Phase.WRAPPING_UP));
        look("wrapping-up");
        desk.endAll();
    }

    private void look(String screen) throws Exception {
        Screen.run(() -> RunningDesk.roots().forEach(root -> {
            root.applyCss();
            root.layout();
        }));
        visitor.at(screen);
    }
}
