package dev.recalldesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.app.tour.Screen;
import dev.recalldesk.calls.CallsViewModel;
import dev.recalldesk.connection.HeldKeychain;
import dev.recalldesk.desk.Drafts;
import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.Store;
import dev.recalldesk.telephony.Simulator.Scenario;
import java.nio.file.Path;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection is changed while there are calls in its store. */
class ConnectionChangedTest {
    private static final String OVER = "The one who keeps their number";
    private static final String GOING_ON = "The one who is still there";

    @TempDir
    private Path folder;

    private RemoteAccount remote;
    private RemoteAccount other;
    private final HeldKeychain keychain = new HeldKeychain();
    private RunningDesk desk;

    @BeforeEach
    void begin() throws Exception {
        remote = new RemoteAccount(folder.resolve("remote"));
        other = new RemoteAccount(folder.resolve("other"));
        Store _ = remote.account().createStore("acme-prod", "");
        Store _ = other.account().createStore("acme-new", "");
        desk = RunningDesk.open(folder.resolve("desk"), RunningDesk.settings(1000, 720), keychain);
        connect();
        desk.ring(Scenario.WITHHELD, "Withheld number");
        desk.press(Shortcut.ANSWER);
        desk.press(Shortcut.HANG_UP);
        desk.screen().awaitWords("Wrapping up");
        desk.screen().type("note-text", OVER);
        desk.ring(Scenario.KNOWN);
        desk.await("two calls", () -> calls().open().size() == 2);
        Screen.run(() -> calls().selectByPosition(2));
        desk.press(Shortcut.ANSWER);
        desk.screen().awaitWords("On call");
        desk.screen().type("note-text", GOING_ON);
    }

    @AfterEach
    void end() throws Exception {
        desk.close();
        remote.close();
        other.close();
    }

    @Test
    void anotherNameLeavesTheDeskAsItIs() {
        StorePage before = desk.window().front();
        change("connect-name", "Acme");

        desk.await(
                "the new name",
                () -> ((MenuButton) desk.node("store-menu")).getAccessibleText().contains("Acme"));
        assertThat(desk.window().front()).isSameAs(before);
        assertEverythingIsThere();
    }

    @Test
    void anotherSecretLeavesCallsAndWordsOnTheDesk() {
        MemoryAccount before = desk.app().front().account();
        change("connect-secret", RemoteAccount.SECRET);

        desk.await("the account anew", () -> !desk.app().front().account().equals(before));
        assertThat(desk.app().front().storeName()).isEqualTo("acme-prod");
        assertEverythingIsThere();
        desk.press(Shortcut.HANG_UP);
        desk.await(
                "the end of the call",
                () -> !desk.window().features().selected().live());
    }

    @Test
    void anotherAccountTakesTheCallsOverWithWhatIsWritten() {
        OpenStore before = desk.app().front();
        open("connect-address", other.address());
        desk.screen().type("connect-secret", RemoteAccount.SECRET);
        desk.screen().press("connect-check");
        desk.screen().awaitWords("The store acme-prod is not there any more");
        ComboBox<?> choice = (ComboBox<?>) desk.node("check-store-choice");
        Screen.run(() -> choice.getSelectionModel().selectFirst());
        desk.screen().awaitWords("It works, but something is not there yet");
        desk.screen().press("connect-save");
        settingsDone();

        desk.await("the other account", () -> desk.app().front().storeName().equals("acme-new"));
        assertEverythingIsThere();
        Drafts there = new Drafts(desk.app().wiring().deskStore(), before.storeId());
        desk.await("no draft in the store of before", () -> there.all().isEmpty());
        Drafts here = desk.app().front().drafts();
        assertThat(here.all().values()).containsExactlyInAnyOrder(OVER, GOING_ON);
    }

    @Test
    void whatIsTypedWhileTheKeychainAsksComesAlong() {
        MemoryAccount before = desk.app().front().account();
        keychain.ask();
        change("connect-secret", RemoteAccount.SECRET);
        desk.screen().awaitWords("Opening acme-prod");
        change("connect-secret", RemoteAccount.SECRET);
        desk.screen().type("note-text", GOING_ON + ", and waits");
        keychain.answer();

        desk.await("the account anew", () -> !desk.app().front().account().equals(before));
        desk.screen().awaitGone("opening-again");
        desk.await("what was typed meanwhile", () -> written().equals(GOING_ON + ", and waits"));
        desk.await(
                "one page for the store", () -> desk.window().stores().pages().size() == 2);
    }

    @Test
    void whatTheDiskDoesNotTakeKeepsItsPage() {
        StorePage before = desk.window().front();
        desk.app().wiring().deskStore().close();
        desk.screen().type("note-text", "Only on the screen");
        change("connect-secret", RemoteAccount.SECRET);

        desk.screen().awaitWords("could not be written to this computer's disk");
        assertThat(desk.window().front()).isSameAs(before);
        assertThat(written()).isEqualTo("Only on the screen");
    }

    private void assertEverythingIsThere() {
        desk.await("the words about the call that goes on", () -> written().equals(GOING_ON));
        assertThat(Screen.on(() -> calls().open()))
                .hasSize(2)
                .extracting(call -> call.live())
                .containsExactly(false, true);
        Screen.run(() -> calls().selectByPosition(1));
        desk.await("the words about the call that is over", () -> written().equals(OVER));
        Screen.run(() -> calls().selectByPosition(2));
    }

    private CallsViewModel calls() {
        return desk.window().features().calls;
    }

    private void change(String field, String text) {
        open(field, text);
        desk.screen().press("connect-save");
        settingsDone();
    }

    private void open(String field, String text) {
        desk.press(Shortcut.SETTINGS);
        desk.screen().press("connection-change");
        desk.screen().type(field, text);
    }

    private void settingsDone() {
        desk.screen().awaitGone("connect");
        desk.screen().press("settings-done");
        desk.screen().awaitGone("settings-done");
    }

    private void connect() {
        desk.command("Connect to Twilio");
        desk.screen().awaitNode("connect");
        desk.screen().type("connect-user", RemoteAccount.USER);
        desk.screen().type("connect-secret", RemoteAccount.SECRET);
        desk.screen().type("connect-address", remote.address());
        desk.screen().press("connect-check");
        desk.screen().awaitWords("It works, but something is not there yet");
        desk.screen().press("connect-save-open");
        desk.await("the account in front", () -> desk.app().front().storeName().equals("acme-prod"));
    }

    private String written() {
        return Screen.on(() -> ((TextInputControl) desk.window().lookup("#note-text")).getText());
    }
}
