package dev.recalldesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.app.tour.Screen;
import dev.recalldesk.connection.Connection;
import dev.recalldesk.connection.Connections;
import dev.recalldesk.connection.HeldKeychain;
import dev.recalldesk.connection.Secret;
import dev.recalldesk.connection.Somebody;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.TraitValue;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TextInputControl;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk at an account while the network comes and goes. */
class OfflineTest {
    private static final String FACT = "Wants the brass propeller of 14 inches.";
    private static final String NOTE = "Will call again about the propeller.";

    @TempDir
    private Path folder;

    private final HeldKeychain keychain = new HeldKeychain();
    private RemoteAccount remote;
    private Memory memory;
    private String ada = "";
    private Store store;

    @BeforeEach
    void begin() throws Exception {
        remote = new RemoteAccount(folder.resolve("remote"));
        store = remote.account().createStore("acme-prod", "");
        memory = remote.account().open(store.id());
        ada = customer("Ada", "ada@example.com", "+13175550151");
        memory.addObservations(ada, List.of(new NewObservation(FACT, "import", Instant.now(), List.of())));
    }

    @AfterEach
    void end() {
        remote.close();
    }

    @Test
    void theDeskGoesOnWithWhatItKnowsAndRecoversByItself() throws Exception {
        try (RunningDesk desk = open(remote.address())) {
            desk.open("Ada Lovett");
            desk.screen().awaitWords(FACT);
            remote.goAway();
            desk.press(Shortcut.REFRESH);
            desk.screen().awaitWords("Memory does not answer.");
            desk.screen().awaitWords("What is shown was read at");
            desk.screen().awaitWords("Memory offline");
            desk.screen().awaitWords(FACT);
            desk.picture("offline");

            desk.press(Shortcut.FINISH);
            desk.open("Ada Lovett");
            desk.screen().awaitWords(FACT);
            desk.screen().type("note-text", NOTE);
            desk.screen().press("note-save");
            desk.await("an empty note", () -> written(desk).isEmpty());
            desk.screen().press("outage-retry");
            desk.screen().awaitWords("Memory does not answer.");

            remote.comeBack();
            desk.screen().awaitGone("outage-retry");
            Awaitility.await().until(() -> contents(ada).contains(NOTE));
            desk.screen().awaitWords("In memory");
        }
    }

    @Test
    void aDeskThatStartedWithoutANetworkFillsWhenItIsThere() throws Exception {
        remote.goAway();
        try (RunningDesk desk = open(remote.address())) {
            assertThat(desk.app().front().storeName()).isEqualTo("acme-prod");
            desk.screen().awaitWords("Memory offline");
            remote.comeBack();
            desk.screen().awaitGone("outage-retry");
            desk.open("Ada Lovett");
            desk.screen().awaitWords(FACT);
        }
    }

    @Test
    void whoIsSignedOutIsLedToTheKey() throws Exception {
        try (RunningDesk desk = open(remote.address(), "an old secret")) {
            desk.screen().awaitWords("Memory no longer knows this sign-in.");
            desk.screen().press("outage-sign-in");
            desk.screen().awaitNode("connect");
            desk.screen().type("connect-secret", RemoteAccount.SECRET);
            desk.screen().press("connect-check");
            desk.screen().awaitWords("It works");
            desk.screen().press("connect-save-open");
            desk.screen().awaitGone("outage-sign-in");
            desk.open("Ada Lovett");
            desk.screen().awaitWords(FACT);
        }
    }

    @Test
    void aPauseThatWasAskedForIsKept() throws Exception {
        try (Somebody service = Somebody.plain()) {
            service.says("/", 429, "application/json", "{}", Map.of("Retry-After", "5"));
            try (RunningDesk desk = open(service.address())) {
                desk.screen().awaitWords("wants a pause");
                desk.screen().awaitWords("Memory paused until");
                desk.picture("throttled");
                service.says("/", 404, "application/json", "{}");
                desk.await(
                        "the end of the pause",
                        () -> desk.window().lookupAll("#outage-throttled").stream()
                                .noneMatch(Shown::isShown));
            }
        }
    }

    @Test
    void aDraftMovesToTheCustomerThatStays() throws Exception {
        String ben = customer("Ben", "ben@example.com", "+13175550152");
        try (RunningDesk desk = open(remote.address())) {
            desk.open("Ben Lovett");
            desk.screen().type("note-text", NOTE);
            desk.screen().awaitWords("Saved here");
            memory.addIdentifier(ben, "email", "ada@example.com");
            desk.press(Shortcut.REFRESH);
            desk.screen().awaitWords("This customer is one with another now");
            desk.await(
                    "the one that stays",
                    () -> desk.window().features().selected() != null
                            && desk.window().features().selected().key().equals("customer:" + ada));
            desk.await("the draft", () -> written(desk).equals(NOTE));
            desk.screen().press("note-save");
            Awaitility.await().until(() -> contents(ada).contains(NOTE));
        }
    }

    private RunningDesk open(String address) throws Exception {
        return open(address, RemoteAccount.SECRET);
    }

    /** A desk that opens with the account. */
    private RunningDesk open(String address, String secret) throws Exception {
        Connection connection = Connection.toAnAccount()
                .withName("Acme")
                .withUser(RemoteAccount.USER)
                .withAddress(address)
                .withStore(store.id(), "acme-prod");
        keychain.put(connection.id(), new Secret(secret));
        Settings settings = RunningDesk.settings(1000, 720)
                .withConnections(Connections.DEFAULT
                        .with(connection)
                        .openingWith(connection.id())
                        .decided());
        return RunningDesk.open(folder.resolve("desk"), settings, keychain);
    }

    private String customer(String firstName, String email, String phone) {
        return memory.createProfile(Map.of(
                "Contact",
                Map.of(
                        "firstName", TraitValue.of(firstName),
                        "lastName", TraitValue.of("Lovett"),
                        "email", TraitValue.of(email),
                        "phone", TraitValue.of(phone))));
    }

    private List<String> contents(String profileId) {
        return memory.observations(profileId, ObservationFilter.NONE, PageRequest.first(50)).items().stream()
                .map(Observation::content)
                .toList();
    }

    private static String written(RunningDesk desk) {
        return Screen.on(() -> ((TextInputControl) desk.window().lookup("#note-text")).getText());
    }
}
