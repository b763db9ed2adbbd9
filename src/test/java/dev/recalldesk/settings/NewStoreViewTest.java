package dev.recalldesk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.app.Outside;
import dev.recalldesk.app.RemoteAccount;
import dev.recalldesk.app.tour.Screen;
import dev.recalldesk.connection.Connection;
import dev.recalldesk.connection.Limits;
import dev.recalldesk.connection.Secret;
import dev.recalldesk.connection.Somebody;
import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.Store;
import dev.recalldesk.ui.Fx;
import dev.recalldesk.ui.Style;
import dev.recalldesk.ui.Work;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The panel that makes a store, at an account that fails halfway. */
class NewStoreViewTest {
    private static final String STORES = "/v1/ControlPlane/Stores";
    private static final String ID = "mem_store_00000000000000000000000001";
    private static final String JSON = "application/json";

    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Store> made = new CopyOnWriteArrayList<>();
    private Somebody service;
    private MemoryAccount account;
    private Stage stage;
    private Screen screen;

    @BeforeEach
    void open() throws Exception {
        service = Somebody.plain();
        service.says(STORES, 200, JSON, """
                {"stores": [], "meta": {"key": "stores", "pageSize": 50}}""");
        account = Outside.door(Limits.USUAL)
                .open(
                        URI.create(service.address()),
                        Connection.toAnAccount().withUser(RemoteAccount.USER).withDialect(Connection.Dialect.CURRENT),
                        new Secret("secret"));
        stage = Fx.show(
                new Style(false, 1),
                640,
                420,
                () -> new StackPane(
                        new NewStoreView(account, "Acme", new Work(workers, Fx.uiThread()), made::add, () -> {})));
        screen = new Screen(stage);
        screen.awaitWords("0 of 15");
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(stage::hide);
        account.close();
        service.close();
        workers.shutdownNow();
        workers.close();
    }

    /** Both the answer to who asks for the list and to who makes a store. */
    private void theStoreIsThere() {
        service.says(STORES, 200, JSON, """
                {"id": "%s", "stores": ["%s"], "meta": {"key": "stores", "pageSize": 50}}""".formatted(ID, ID));
        service.says(STORES + "/" + ID, 200, JSON, """
                {"id": "%s", "displayName": "harbor-pine", "status": "ACTIVE", "version": 1}""".formatted(ID));
    }

    private void make() {
        screen.type("new-store-name", "harbor-pine");
        screen.press("new-store-name-create");
    }

    @Test
    void aStoreWhoseGroupsCouldNotBeMadeIsThere() throws Exception {
        theStoreIsThere();
        String groups = STORES + "/" + ID + "/TraitGroups";
        service.says(groups, 403, JSON, "{\"code\": 20403, \"status\": 403}");
        make();
        screen.awaitWords("The store harbor-pine is there, but not all of its groups are.");
        screen.awaitWords("This sign-in may not do that.");
        Fx.picture(stage, "new-store-without-groups");
        assertThat(made).isEmpty();
        screen.press("new-store-groups-again");
        screen.await(
                "a second refusal",
                () -> times(groups) == 2
                        && !stage.getScene().lookup("#new-store").isDisabled());

        service.says(groups, 200, JSON, """
                {"traitGroups": [{"displayName": "Account", "version": 1}, {"displayName": "Support", "version": 1}],
                 "meta": {"key": "traitGroups", "pageSize": 50}}""");
        screen.press("new-store-groups-again");
        screen.await("the store", () -> !made.isEmpty());
        assertThat(made).extracting(Store::displayName).containsExactly("harbor-pine");
    }

    private long times(String path) {
        return service.asked().stream().filter(path::equals).count();
    }

    @Test
    void aStoreIsOpenedWithoutItsGroups() {
        theStoreIsThere();
        service.says(STORES + "/" + ID + "/TraitGroups", 403, JSON, "{\"code\": 20403, \"status\": 403}");
        make();
        screen.press("new-store-open");
        screen.await("the store", () -> !made.isEmpty());
        assertThat(made).extracting(Store::id).containsExactly(ID);
    }

    @Test
    void whatMayHaveHappenedIsSaidToBeUnknown() {
        service.says("POST " + STORES, 500, JSON, "{}");
        make();
        screen.awaitWords("It is not known whether it was made. Memory has a problem of its own.");
        assertThat(made).isEmpty();
    }

    @Test
    void whatMayHaveHappenedIsLookedFor() {
        theStoreIsThere();
        service.says("POST " + STORES, 500, JSON, "{}");
        Screen.run(() -> ((CheckBox) stage.getScene().lookup("#new-store-groups")).setSelected(false));
        make();
        screen.await("the store", () -> !made.isEmpty());
        assertThat(made).extracting(Store::id).containsExactly(ID);
    }

    @Test
    void whatWasRefusedSaysWhy() {
        service.says("POST " + STORES, 403, JSON, "{}");
        make();
        screen.awaitWords("It could not be made. This sign-in may not do that. Ask whoever manages the account");
        assertThat(made).isEmpty();
    }
}
