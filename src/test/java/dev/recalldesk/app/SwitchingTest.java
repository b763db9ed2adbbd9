package dev.recalldesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.app.tour.Screen;
import dev.recalldesk.desk.DeskStore;
import dev.recalldesk.desk.Drafts;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.telephony.Simulator.Scenario;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Going from one store to another and back within one window. */
class SwitchingTest {
    private static final String DRAFT = "Half a sentence about a lamp";

    @TempDir
    private Path data;

    @Test
    void anUnsavedDraftIsThereWhenTheAgentComesBack() throws Exception {
        try (RunningDesk desk = withAnotherStore()) {
            String demo = desk.app().front().storeId();
            desk.open("Ivo Brandt");
            desk.screen().type("note-text", DRAFT);

            switchTo(desk, "depot");
            assertThat(Screen.on(() -> desk.scene().getFocusOwner().getScene())).isEqualTo(desk.scene());
            desk.screen().awaitWords("No call right now");
            awaitDraft(demo);
            switchTo(desk, "demo");

            assertThat(written(desk)).isEqualTo(DRAFT);
            assertThat(Screen.on(() -> desk.scene().getFocusOwner().getId())).isEqualTo("note-text");
            desk.screen().awaitWords("Ivo Brandt");
        }
    }

    @Test
    void storesKeepTheirDraftsOfTheSameCallApart() throws Exception {
        try (RunningDesk desk = withAnotherStore()) {
            desk.ring(Scenario.KNOWN, "Alyssa Marlow");
            desk.press(Shortcut.ANSWER);
            desk.screen().type("note-text", DRAFT);

            switchTo(desk, "depot");
            desk.screen().awaitWords("Create a customer");
            assertThat(written(desk)).isEmpty();
            desk.screen().type("note-text", "Nobody in the depot knows them");
            switchTo(desk, "demo");
            assertThat(written(desk)).isEqualTo(DRAFT);
            switchTo(desk, "depot");
            assertThat(written(desk)).isEqualTo("Nobody in the depot knows them");
        }
    }

    @Test
    void aCallComesAlongAndCanBeEndedThere() throws Exception {
        try (RunningDesk desk = withAnotherStore()) {
            desk.ring(Scenario.KNOWN, "Alyssa Marlow");
            desk.press(Shortcut.ANSWER);
            desk.screen().awaitWords("On call");
            switchTo(desk, "depot");
            desk.screen().awaitWords("On call");
            desk.press(Shortcut.HANG_UP);
            desk.screen().awaitWords("Wrapping up");
            switchTo(desk, "demo");
            desk.screen().awaitWords("Wrapping up");
        }
    }

    @Test
    void theNotesOfTheStoreBehindGoOnToTheirMemory() throws Exception {
        Settings slow = RunningDesk.settings(1000, 720).withUndoSeconds(1);
        try (RunningDesk desk = withAnotherStore(slow)) {
            OpenStore demo = desk.app().front();
            desk.open("Ivo Brandt");
            String ivo = Screen.on(() ->
                    desk.window().features().selected().customer().orElseThrow().profileId());
            desk.screen().type("note-text", "Wants the blue lamp.");
            desk.screen().press("note-save");
            desk.await("an empty note", () -> written(desk).isEmpty());
            switchTo(desk, "depot");

            Awaitility.await()
                    .until(() ->
                            demo
                                    .memory()
                                    .observations(ivo, ObservationFilter.NONE, PageRequest.first(5))
                                    .items()
                                    .stream()
                                    .anyMatch(fact -> fact.content().equals("Wants the blue lamp.")));
            assertThat(desk.app().front().outbox().notes()).isEmpty();
        }
    }

    @Test
    void theTitleBarNamesTheStoreAndListsTheOthers() throws Exception {
        try (RunningDesk desk = withAnotherStore()) {
            StoreMenu menu = (StoreMenu) desk.node("store-menu");
            desk.await("the stores in the menu", () -> texts(menu).containsAll(List.of("demo", "depot")));
            Screen.run(() -> menu.getItems().stream()
                    .filter(item -> "depot".equals(item.getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire());
            desk.await("the depot", () -> menu.getText().equals("depot"));
            assertThat(desk.app().front().storeName()).isEqualTo("depot");
        }
    }

    @Test
    void aStoreThatCannotBeOpenedLeavesTheOneInFront() throws Exception {
        try (RunningDesk desk = withAnotherStore()) {
            desk.open("Ivo Brandt");
            desk.screen().type("note-text", DRAFT);
            desk.app().front().account().close();
            Screen.run(() -> {
                StoreChoice depot = listed(desk).stream()
                        .filter(choice -> choice.name().equals("depot"))
                        .findFirst()
                        .orElseThrow();
                desk.window().stores().open(depot);
            });
            desk.screen().awaitWords("depot could not be opened.");
            assertThat(written(desk)).isEqualTo(DRAFT);
            desk.screen().press("opening-stay");
            desk.screen().awaitGone("opening-stay");
        }
    }

    private RunningDesk withAnotherStore() throws Exception {
        return withAnotherStore(RunningDesk.settings(1000, 720));
    }

    /** A desk in the store with the demo customers, beside which there is an empty one. */
    private RunningDesk withAnotherStore(Settings settings) throws Exception {
        RunningDesk desk = RunningDesk.open(data, settings);
        MemoryAccount account = desk.app().front().account();
        account.createStore("depot", "");
        Screen.run(() -> desk.window().list().refresh());
        desk.await(
                "the depot in the list",
                () -> listed(desk).stream().anyMatch(choice -> choice.name().equals("depot")));
        return desk;
    }

    private static List<StoreChoice> listed(RunningDesk desk) {
        return desk.window().list().groupsProperty().get().stream()
                .flatMap(group -> group.stores().stream())
                .map(StoreList.Line::choice)
                .toList();
    }

    private static void switchTo(RunningDesk desk, String store) {
        desk.command(store);
        desk.await(
                store + " in front",
                () -> desk.window().front().store().storeName().equals(store));
    }

    /** Waits until another program that opens the same file would find the draft. */
    private void awaitDraft(String storeId) {
        Awaitility.await().until(() -> {
            try (DeskStore store = DeskStore.open(data.resolve("desk.db"))) {
                return new Drafts(store, storeId).all().containsValue(DRAFT);
            }
        });
    }

    private static List<String> texts(StoreMenu menu) {
        return menu.getItems().stream().map(MenuItem::getText).toList();
    }

    private static String written(RunningDesk desk) {
        return Screen.on(() -> ((TextInputControl) desk.window().lookup("#note-text")).getText());
    }
}
