package dev.recalldesk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.app.Outside;
import dev.recalldesk.app.RemoteAccount;
import dev.recalldesk.app.tour.Screen;
import dev.recalldesk.connection.AccountDoor;
import dev.recalldesk.connection.Certificates;
import dev.recalldesk.connection.Check;
import dev.recalldesk.connection.Connection;
import dev.recalldesk.connection.HeldKeychain;
import dev.recalldesk.connection.Limits;
import dev.recalldesk.connection.Secret;
import dev.recalldesk.connection.Secrets;
import dev.recalldesk.connection.Secrets.Place;
import dev.recalldesk.connection.Somebody;
import dev.recalldesk.memory.Store;
import dev.recalldesk.ui.Fx;
import dev.recalldesk.ui.Seconds;
import dev.recalldesk.ui.Style;
import dev.recalldesk.ui.Work;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on which an account is connected, against servers that really fail. */
class ConnectViewTest {
    private static final String PROBLEM = "application/json";

    @TempDir
    private Path folder;

    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Connection> saved = new ArrayList<>();
    private final List<Boolean> opened = new ArrayList<>();
    private final AtomicInteger accounts = new AtomicInteger();
    private final HeldKeychain keychain = new HeldKeychain();
    private Secrets secrets;
    private ConnectViewModel model;
    private Stage stage;
    private Screen screen;

    @AfterEach
    void close() throws Exception {
        Fx.run(() -> {
            model.cancel();
            stage.hide();
        });
        workers.shutdownNow();
        workers.close();
    }

    @Test
    void whatIsWrittenWronglyIsSaidBeforeAnythingIsSent() throws Exception {
        show();
        screen.press("connect-check");
        screen.awaitWords("A SID begins with SK or AC");
        screen.type("connect-user", RemoteAccount.USER);
        screen.press("connect-check");
        screen.awaitWords("A secret is needed.");
        screen.type("connect-secret", "secret");
        screen.type("connect-address", "http://memory.example.com");
        screen.press("connect-check");
        screen.awaitWords("Plain http goes to this computer alone.");
        assertThat(states()).allMatch(Check.State.Waiting.class::isInstance);
    }

    @Test
    void aNameWithoutAnAddress() throws Exception {
        show();
        check("https://" + "a".repeat(70) + ".invalid", "secret");
        failsAt(Check.NAME, "has no address", "Look at the spelling", "check-change-address");
    }

    @Test
    void aPortNobodyListensAt() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        show();
        check("http://127.0.0.1:" + port, "secret");
        failsAt(Check.SAFE, "Nothing listens at 127.0.0.1", "Look at the port", "check-change-address");
    }

    @Test
    void aCertificateNobodySigned() throws Exception {
        try (Somebody stranger = Somebody.safe(Certificates.of("127.0.0.1"))) {
            show();
            check(stranger.address(), "secret");
            failsAt(Check.SAFE, "nobody this computer trusts", "Nothing was sent", "check-change-address");
        }
    }

    @Test
    void aWrongSecretAndTheWayOn() throws Exception {
        try (RemoteAccount remote = new RemoteAccount(folder.resolve("remote"))) {
            Store _ = remote.account().createStore("acme-prod", "");
            show();
            check(remote.address(), "wrong");
            failsAt(Check.CREDENTIALS, "are not known (401)", "Copy both once more", "check-change-key");
            screen.press("check-change-key");
            assertThat(Screen.on(() -> stage.getScene().getFocusOwner().getId()))
                    .isEqualTo("connect-user");
            check(remote.address(), RemoteAccount.SECRET);
            screen.awaitWords("Signed in");
        }
    }

    @Test
    void aKeyThatMayNotAndOthersThatFail() throws Exception {
        try (Somebody service = Somebody.plain()) {
            show();
            service.fails(403);
            check(service.address(), "secret");
            failsAt(Check.CREDENTIALS, "may not do this (403)", "Ask an admin", "check-change-key");
            service.says("/", 429, PROBLEM, "{}", Map.of("Retry-After", "60"));
            screen.press("check-again");
            failsAt(Check.CREDENTIALS, "Asked too often (429)", "Wait a minute", "check-again");
            service.fails(500);
            check(service.address(), "another");
            failsAt(Check.CREDENTIALS, "The memory failed", "nothing of yours", "check-again");
            service.says("/", 200, "text/html", "<html>Welcome to the hotel</html>");
            check(service.address(), "secret");
            failsAt(Check.CREDENTIALS, "not a memory", "sign-in page", "check-change-address");
        }
    }

    @Test
    void anAccountWithoutAStoreGetsItsFirstHere() throws Exception {
        try (RemoteAccount remote = new RemoteAccount(folder.resolve("remote"))) {
            show();
            check(remote.address(), RemoteAccount.SECRET);
            failsAt(Check.STORES, "no store yet", "Make the first one here", "check-store-name");
            screen.type("check-store-name", "acme prod");
            screen.awaitWords("Only letters without accents, digits and hyphens.");
            assertThat(Screen.on(() ->
                            stage.getScene().lookup("#check-store-name-create").isDisabled()))
                    .isTrue();

            screen.type("check-store-name", "acme-prod");
            Store _ = remote.account().createStore("acme-prod", "");
            screen.press("check-store-name-create");
            screen.awaitWords("Another store has this name.");
            screen.awaitNode("check-store-name");
            screen.press("connect-check");
            screen.awaitWords("The store acme-prod can be used");
        }
    }

    @Test
    void aStoreThatMayHaveBeenMadeIsNotSaidToBeMissing() throws Exception {
        try (Somebody service = Somebody.plain()) {
            service.says("/v1/ControlPlane/Stores", 200, PROBLEM, """
                    {"stores": [], "meta": {"key": "stores", "pageSize": 50}}""");
            service.says("POST /v1/ControlPlane/Stores", 500, PROBLEM, "{}");
            show();
            check(service.address(), "secret");
            screen.type("check-store-name", "acme-prod");
            screen.press("check-store-name-create");
            screen.awaitWords("It is not known whether it was made.");
            screen.awaitWords("It may be there all the same; try again to see.");
            service.says("POST /v1/ControlPlane/Stores", 403, PROBLEM, "{}");
            screen.press("check-store-name-create");
            screen.awaitWords("It could not be made.");
            screen.awaitWords("Ask whoever manages the account to allow it.");
        }
    }

    @Test
    void severalStoresAreForTheAgentToChoose() throws Exception {
        try (RemoteAccount remote = new RemoteAccount(folder.resolve("remote"))) {
            Store _ = remote.account().createStore("acme-prod", "");
            Store _ = remote.account().createStore("acme-test", "");
            show();
            check(remote.address(), RemoteAccount.SECRET);
            screen.awaitWords("The account has several stores");
            screen.awaitNode("check-store-choice");
            choose("acme-prod");
            screen.awaitWords("The store acme-prod can be used");
            screen.press("connect-save-open");
            screen.await("the connection", () -> !saved.isEmpty());
            assertThat(saved.getFirst().storeName()).isEqualTo("acme-prod");
            assertThat(saved.getFirst().name()).isEqualTo("acme-prod");
            assertThat(opened).containsExactly(true);
        }
    }

    @Test
    void aStoreThatIsGoneOrNotReady() throws Exception {
        try (Somebody service = Somebody.plain()) {
            stores(service, "PROVISIONING");
            secrets().put("known", new Secret("secret"), Place.KEYCHAIN);
            Connection known = new Connection(
                    "known",
                    "Acme",
                    Connection.Kind.ACCOUNT,
                    RemoteAccount.USER,
                    service.address(),
                    "mem_store_00000000000000000000000009",
                    "acme-old",
                    Connection.Dialect.CURRENT,
                    "",
                    Connection.Colour.NONE,
                    "");
            show(known, true);
            screen.press("connect-check");
            failsAt(Check.STORE, "The store acme-old is not there any more", "Choose one", "check-store-choice");
            choose("acme-prod");
            failsAt(Check.STORE, "The store acme-prod is still being made", "a minute or two", "check-again");
            stores(service, "FAILED");
            screen.press("check-again");
            failsAt(Check.STORE, "The store acme-prod could not be made", "made anew", "check-store-choice");
        }
    }

    @Test
    void missingGroupsDoNoHarmAndCanBeCreated() throws Exception {
        try (RemoteAccount remote = new RemoteAccount(folder.resolve("remote"))) {
            Store store = remote.account().createStore("acme-prod", "");
            show();
            check(remote.address(), RemoteAccount.SECRET);
            screen.awaitWords("It works, but something is not there yet");
            screen.awaitWords("Not there yet: Account, Support");
            screen.press("check-groups-create");
            screen.awaitWords("All is well");
            assertThat(remote.account().open(store.id()).traitGroups())
                    .extracting(group -> group.name())
                    .contains("Account", "Support", "Contact");
        }
    }

    @Test
    void aLookupThatFails() throws Exception {
        try (Somebody service = Somebody.plain()) {
            stores(service, "ACTIVE");
            service.says("/v1/ControlPlane/Stores/mem_store_00000000000000000000000001/TraitGroups", 200, PROBLEM, """
                    {"traitGroups": [{"displayName": "Account", "version": 1}, {"displayName": "Support", "version": 1}],
                     "meta": {"key": "traitGroups", "pageSize": 50}}""");
            service.says("/v1/Stores/", 500, PROBLEM, "{}");
            show();
            check(service.address(), "secret");
            failsAt(Check.LOOKUP, "The memory failed", "Try again", "check-again");
        }
    }

    @Test
    void cancellingEndsWhatRunsAndSavesNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            show();
            check("http://127.0.0.1:" + silent.getLocalPort(), "secret");
            screen.await(
                    "the sign-in", () -> model.checkProperty(Check.CREDENTIALS).get() instanceof Check.State.Running);
            // the first was the check that somebody listens
            silent.accept().close();
            try (var asked = silent.accept()) {
                screen.press("connect-stop");
                assertThat(states()).noneMatch(Check.State.Running.class::isInstance);
                asked.setSoTimeout(20_000);
                awaitEnd(asked);
            }
            assertThat(saved).isEmpty();
            assertThat(keychain.get(firstId())).isEmpty();
        }
    }

    @Test
    void nothingIsSavedUntilItIsAskedForAndTheSecretGoesWhereItWasSaid() throws Exception {
        try (RemoteAccount remote = new RemoteAccount(folder.resolve("remote"))) {
            Store _ = remote.account().createStore("acme-prod", "");
            show();
            screen.awaitWords("the secret goes to the keychain of this computer");
            check(remote.address(), RemoteAccount.SECRET);
            screen.awaitWords("It works");
            assertThat(accounts).as("opened to be checked").hasValue(1);
            assertThat(saved).isEmpty();
            screen.press("connect-save");
            screen.await("the connection", () -> !saved.isEmpty());
            assertThat(keychain.get(saved.getFirst().id())).contains(new Secret(RemoteAccount.SECRET));
            assertThat(folder.resolve("secrets.json")).doesNotExist();
            assertThat(saved.getFirst().toString()).doesNotContain(RemoteAccount.SECRET);
            assertThat(opened).containsExactly(false);
        }
    }

    @Test
    void aKeychainThatRefusesIsSaidAndLeavesTheChoice() throws Exception {
        keychain.refuse();
        show();
        screen.type("connect-user", RemoteAccount.USER);
        screen.type("connect-secret", RemoteAccount.SECRET);
        screen.press("connect-save");
        screen.awaitWords("The keychain did not take the secret.");
        assertThat(saved).isEmpty();
        screen.press("connect-refused-again");
        screen.awaitWords("The keychain did not take the secret.");
        screen.press("connect-refused-file");
        screen.await("the connection", () -> !saved.isEmpty());
        assertThat(Files.readString(folder.resolve("secrets.json"))).contains(RemoteAccount.SECRET);
    }

    @Test
    void aSecretThatIsNotThereAnyMoreIsAskedForAgain() throws Exception {
        show(Connection.toAnAccount().withName("Acme").withUser(RemoteAccount.USER), true);
        screen.press("connect-check");
        screen.awaitWords("The secret of this connection is not where it was kept.");
    }

    /** Returns once the other side has let go, in whichever way. */
    private static void awaitEnd(Socket socket) throws IOException {
        try {
            byte[] _ = socket.getInputStream().readAllBytes();
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
        }
    }

    private String firstId() {
        return saved.isEmpty() ? "" : saved.getFirst().id();
    }

    private Secrets secrets() {
        if (secrets == null) {
            secrets = new Secrets(keychain, folder);
        }
        return secrets;
    }

    private void show() throws Exception {
        show(Connection.toAnAccount(), false);
    }

    private void show(Connection before, boolean known) throws Exception {
        Secrets kept = secrets();
        InstantSource clock = InstantSource.system();
        AccountDoor door = Outside.door(Limits.USUAL);
        stage = Fx.show(new Style(false, 1), 960, 720, () -> {
            model = new ConnectViewModel(
                    before,
                    known,
                    (base, connection, secret) -> {
                        accounts.incrementAndGet();
                        return door.open(base, connection, secret);
                    },
                    kept,
                    clock,
                    new Work(workers, Fx.uiThread()),
                    Fx.uiThread(),
                    (connection, elsewhere, open) -> {
                        saved.add(connection);
                        opened.add(open);
                    });
            return new ConnectView(model, new Seconds(clock), () -> model.cancel());
        });
        screen = new Screen(stage);
    }

    private void check(String address, String secret) {
        screen.type("connect-user", RemoteAccount.USER);
        screen.type("connect-address", address);
        screen.type("connect-secret", secret);
        screen.press("connect-check");
    }

    private void failsAt(Check check, String cause, String advice, String way) {
        screen.awaitWords(cause);
        screen.awaitWords(advice);
        screen.awaitNode(way);
        assertThat(states().subList(0, check.ordinal())).allMatch(state -> state.goesOn());
        assertThat(states().get(check.ordinal())).isInstanceOf(Check.State.Failed.class);
        assertThat(states().subList(check.ordinal() + 1, Check.values().length))
                .allMatch(Check.State.Waiting.class::isInstance);
    }

    private List<Check.State> states() {
        return Screen.on(() -> List.of(Check.values()).stream()
                .map(check -> model.checkProperty(check).get())
                .toList());
    }

    @SuppressWarnings("unchecked")
    private void choose(String name) {
        screen.await("the stores", () -> !model.stores().isEmpty());
        Screen.run(() -> {
            ComboBox<Store> choice = (ComboBox<Store>) stage.getScene().lookup("#check-store-choice");
            choice.setValue(choice.getItems().stream()
                    .filter(store -> store.displayName().equals(name))
                    .findFirst()
                    .orElseThrow());
        });
    }

    /** An account with one store in this state. */
    private static void stores(Somebody service, String status) {
        service.says("/v1/ControlPlane/Stores", 200, PROBLEM, """
                {"stores": ["mem_store_00000000000000000000000001"], "meta": {"key": "stores", "pageSize": 50}}""");
        service.says(
                "/v1/ControlPlane/Stores/mem_store_00000000000000000000000001", 200, PROBLEM, """
                {"id": "mem_store_00000000000000000000000001", "displayName": "acme-prod", "status": "%s", "version": 1}""".formatted(status));
    }
}
