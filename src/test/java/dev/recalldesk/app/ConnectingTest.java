package dev.recalldesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.app.tour.Screen;
import dev.recalldesk.connection.HeldKeychain;
import dev.recalldesk.memory.Store;
import dev.recalldesk.telephony.Simulator.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the first day to a desk in a store at an account, and back. */
class ConnectingTest {
    private static final String DRAFT = "Half a sentence about a lamp";

    @TempDir
    private Path folder;

    private Path data;
    private RemoteAccount remote;

    @BeforeEach
    void begin() throws Exception {
        data = folder.resolve("desk");
        remote = new RemoteAccount(folder.resolve("remote"));
        Store _ = remote.account().createStore("acme-prod", "");
    }

    @AfterEach
    void end() {
        remote.close();
    }

    @Test
    void theMemoryOnThisComputerTakesOneClick() throws Exception {
        try (RunningDesk desk = RunningDesk.open(data, RunningDesk.settings(1000, 720))) {
            desk.screen().press("first-local");
            desk.screen().awaitGone("first-twilio");
            assertThat(desk.app().front().connection().local()).isTrue();
        }
        try (RunningDesk desk = RunningDesk.open(data)) {
            desk.screen().awaitWords("No call right now");
            assertThat(Screen.on(() -> Shown.isShown(desk.window().lookup("#first-local"))))
                    .as("asked only once")
                    .isFalse();
        }
    }

    @Test
    void anAccountIsConnectedFromTheFirstDayOn() throws Exception {
        HeldKeychain keychain = new HeldKeychain();
        try (RunningDesk desk = RunningDesk.open(data, RunningDesk.settings(1000, 720), keychain)) {
            connect(desk);
            assertThat(desk.app().front().storeName()).isEqualTo("acme-prod");
            desk.screen().awaitGone("first-twilio");
            desk.ring(Scenario.KNOWN, "Create a customer", "Nobody in acme-prod");
        }
        assertThat(Files.readString(data.resolve("settings.json")))
                .contains(RemoteAccount.USER)
                .doesNotContain(RemoteAccount.SECRET);
        assertThat(data.resolve("secrets.json")).doesNotExist();
    }

    @Test
    void withoutAKeychainTheSecretIsInAFileOfItsOwn() throws Exception {
        try (RunningDesk desk = RunningDesk.open(data, RunningDesk.settings(1000, 720))) {
            connect(desk);
        }
        Path secrets = data.resolve("secrets.json");
        assertThat(Files.readString(secrets)).contains(RemoteAccount.SECRET);
        if (Files.getFileStore(secrets).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                    .isEqualTo("rw-------");
        }
        assertThat(Files.readString(data.resolve("settings.json"))).doesNotContain(RemoteAccount.SECRET);
    }

    @Test
    void draftsOfAnAccountAndOfThisComputerAreKeptApart() throws Exception {
        try (RunningDesk desk = RunningDesk.open(data, RunningDesk.settings(1000, 720))) {
            desk.open("Ivo Brandt");
            desk.screen().type("note-text", DRAFT);
            connect(desk);
            desk.ring(Scenario.WITHHELD, "Withheld number");
            assertThat(written(desk)).isEmpty();
            desk.screen().type("note-text", "Somebody who keeps their number");
            switchTo(desk, "demo");
            // the call came along and is in front, with nothing written about it here
            assertThat(written(desk)).isEmpty();
            desk.open("Ivo Brandt");
            assertThat(written(desk)).isEqualTo(DRAFT);
            switchTo(desk, "acme-prod");
            assertThat(written(desk)).isEqualTo("Somebody who keeps their number");
        }
    }

    @Test
    void theDeskOpensWithAnAccountThatCannotBeReached() throws Exception {
        try (RunningDesk desk = RunningDesk.open(data, RunningDesk.settings(1000, 720))) {
            connect(desk);
            desk.press(Shortcut.SETTINGS);
            desk.screen().press("connection-first");
        }
        remote.goAway();
        try (RunningDesk desk = RunningDesk.open(data)) {
            assertThat(desk.app().front().storeName()).isEqualTo("acme-prod");
            desk.command("On this computer");
            desk.await("the demo store", () -> desk.app().front().storeName().equals("demo"));
            desk.open("Ivo Brandt");
        }
    }

    @Test
    void aConnectionWithoutItsSecretLeavesTheDeskOnThisComputer() throws Exception {
        try (RunningDesk desk = RunningDesk.open(data, RunningDesk.settings(1000, 720))) {
            connect(desk);
            desk.press(Shortcut.SETTINGS);
            desk.screen().press("connection-first");
        }
        Files.delete(data.resolve("secrets.json"));
        try (RunningDesk desk = RunningDesk.open(data)) {
            desk.screen().awaitWords("acme-prod could not be opened.");
            assertThat(desk.app().front().connection().local()).isTrue();
            desk.screen().press("opening-change");
            desk.screen().awaitNode("connect");
            assertThat(((TextInputControl) desk.node("connect-user")).getText()).isEqualTo(RemoteAccount.USER);
        }
    }

    @Test
    void aStoreThatCannotBeOpenedSaysWhy() throws Exception {
        try (RunningDesk desk = RunningDesk.open(data, RunningDesk.settings(1000, 720))) {
            fill(desk, "a guess");
            desk.screen().awaitWords("(401)");
            desk.screen().press("connect-save");
            desk.screen().awaitGone("connect");
            desk.command("127.0.0.1");
            desk.screen().awaitWords("127.0.0.1 could not be opened.");
            desk.screen().awaitWords("Memory no longer knows this sign-in. Enter the account and its key again");
            desk.screen().awaitWords("You are in demo meanwhile");
        }
    }

    @Test
    void aConnectionInFrontIsRemovedWithItsSecret() throws Exception {
        HeldKeychain keychain = new HeldKeychain();
        try (RunningDesk desk = RunningDesk.open(data, RunningDesk.settings(1000, 720), keychain)) {
            connect(desk);
            String id = desk.app().front().connection().id();
            desk.press(Shortcut.SETTINGS);
            desk.screen().press("connection-remove");
            desk.screen().awaitWords("What is remembered there stays there.");
            desk.screen().press("connection-keep");
            desk.screen().press("connection-remove");
            desk.screen().press("connection-remove-sure");
            desk.await(
                    "the demo store in front",
                    () -> desk.app().front().storeName().equals("demo"));
            desk.await("a keychain without it", () -> keychain.get(id).isEmpty());
            desk.screen().awaitWords("acme-prod is removed");
            desk.screen().press("settings-done");
            desk.open("Ivo Brandt");
        }
        assertThat(remote.account().stores()).hasSize(1);
    }

    @Test
    void aStoreForAnotherClientIsMadeAndOpened() throws Exception {
        try (RunningDesk desk = RunningDesk.open(data, RunningDesk.settings(1000, 720))) {
            desk.command("New store");
            desk.screen().awaitWords("1 of 15");
            desk.screen().type("new-store-name", "demo");
            desk.screen().awaitWords("Another store has this name.");
            desk.screen().type("new-store-name", "harbor pine");
            desk.screen().awaitWords("Only letters without accents, digits and hyphens.");
            desk.screen().type("new-store-name", "harbor-pine");
            desk.screen().press("new-store-name-create");
            desk.await(
                    "the new store in front",
                    () -> desk.app().front().storeName().equals("harbor-pine"));
            assertThat(desk.app().front().memory().traitGroups())
                    .extracting(group -> group.name())
                    .containsAll(Set.of("Account", "Contact", "Support"));
        }
    }

    @Test
    void moreThanFifteenStoresAreNotAskedFor() throws Exception {
        for (int number = 2; number <= 15; number++) {
            Store _ = remote.account().createStore("acme-" + number, "");
        }
        try (RunningDesk desk = RunningDesk.open(data, RunningDesk.settings(1000, 720))) {
            fill(desk);
            desk.screen().awaitWords("The account has several stores");
            desk.screen().press("connect-save");
            desk.screen().awaitGone("connect");
            desk.command("127.0.0.1");
            desk.await(
                    "a store of the account",
                    () -> desk.app().front().storeName().startsWith("acme-"));
            desk.command("New store");
            desk.screen().awaitWords("15 of 15");
            desk.screen().type("new-store-name", "one-more");
            desk.screen().awaitWords("There are 15 stores, and more are not possible.");
            assertThat(Screen.on(
                            () -> desk.window().lookup("#new-store-name-create").isDisabled()))
                    .isTrue();
            desk.key(KeyCode.ESCAPE);
        }
    }

    private void connect(RunningDesk desk) {
        fill(desk);
        desk.screen().awaitWords("It works, but something is not there yet");
        desk.screen().press("connect-save-open");
        desk.await("the account in front", () -> desk.app().front().storeName().equals("acme-prod"));
    }

    private void fill(RunningDesk desk) {
        fill(desk, RemoteAccount.SECRET);
    }

    private void fill(RunningDesk desk, String secret) {
        desk.command("Connect to Twilio");
        desk.screen().awaitNode("connect");
        desk.screen().type("connect-user", RemoteAccount.USER);
        desk.screen().type("connect-secret", secret);
        desk.screen().type("connect-address", remote.address());
        desk.screen().press("connect-check");
    }

    private static void switchTo(RunningDesk desk, String store) {
        desk.command(store);
        desk.await(
                store + " in front",
                () -> desk.window().front().store().storeName().equals(store));
    }

    private static String written(RunningDesk desk) {
        return Screen.on(() -> ((TextInputControl) desk.window().lookup("#note-text")).getText());
    }
}
