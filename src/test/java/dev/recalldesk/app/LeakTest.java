package dev.recalldesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.app.tour.Screen;
import dev.recalldesk.connection.Connection;
import dev.recalldesk.connection.Connections;
import dev.recalldesk.connection.HeldKeychain;
import dev.recalldesk.connection.Secret;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.memory.Store;
import dev.recalldesk.telephony.Simulator.Scenario;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk is open for a whole day: what was closed is gone. */
class LeakTest {
    private static final int TIMES = 20;
    /** What the toolkit itself remembers: the last focus, the last node under the mouse. */
    private static final int LAST_ONE = 1;

    @TempDir
    private Path data;

    @Test
    void aClosedWindowIsForgotten() throws Exception {
        List<WeakReference<Object>> windows = new ArrayList<>();
        List<WeakReference<Object>> models = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            try (RunningDesk desk = RunningDesk.open(data, RunningDesk.settings(960, 600))) {
                desk.app().wiring().phone().ring(Scenario.KNOWN);
                desk.await("a call", () -> desk.window().features().selected() != null);
                windows.add(new WeakReference<>(Screen.on(desk::window)));
                models.add(new WeakReference<>(Screen.on(() -> desk.window().features())));
            }
        }
        awaitForgotten("windows", windows);
        awaitForgotten("view models", models);
    }

    @Test
    void whatFloatedIsForgotten() throws Exception {
        try (RunningDesk desk = RunningDesk.open(data, RunningDesk.settings(960, 600))) {
            List<WeakReference<Object>> sheets = new ArrayList<>();
            List<WeakReference<Object>> tasks = new ArrayList<>();
            List<WeakReference<Object>> notes = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                desk.press(Shortcut.HELP);
                sheets.add(found(desk, "#shortcut-sheet"));
                desk.key(KeyCode.ESCAPE);
                desk.press(Shortcut.TASKS);
                tasks.add(found(desk, "#tasks"));
                desk.key(KeyCode.ESCAPE);
                notes.add(outbox(desk));
            }
            awaitForgotten("shortcut sheets", sheets);
            awaitForgotten("task lists", tasks);
            awaitForgotten("outbox lists", notes);
        }
    }

    @Test
    void aCallThatIsOverIsForgotten() throws Exception {
        try (RunningDesk desk = RunningDesk.open(data, RunningDesk.settings(960, 600))) {
            List<WeakReference<Object>> cards = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                desk.app().wiring().phone().ring(i % 2 == 0 ? Scenario.KNOWN : Scenario.TWO_MATCHES);
                desk.await("a card", () -> desk.window().lookup(".call-card") != null);
                cards.add(found(desk, ".call-card"));
                desk.endAll();
            }
            awaitForgotten("call cards", cards);
        }
    }

    @Test
    void aPageThatIsDroppedIsForgotten() throws Exception {
        HeldKeychain keychain = new HeldKeychain();
        try (RemoteAccount remote = new RemoteAccount(data.resolve("remote"))) {
            Store store = remote.account().createStore("acme-prod", "");
            Connection acme = Connection.toAnAccount()
                    .withUser(RemoteAccount.USER)
                    .withAddress(remote.address())
                    .withStore(store.id(), store.displayName());
            keychain.put(acme.id(), new Secret(RemoteAccount.SECRET));
            Settings settings = RunningDesk.settings(960, 600).withConnections(Connections.DEFAULT.with(acme));
            try (RunningDesk desk = RunningDesk.open(data.resolve("desk"), settings, keychain)) {
                StoreChoice home = choice(desk.app().front());
                StoreChoice away = new StoreChoice(acme, store.id(), store.displayName());
                List<WeakReference<Object>> pages = new ArrayList<>();
                List<WeakReference<Object>> parts = new ArrayList<>();
                for (int i = 0; i < TIMES; i++) {
                    StorePage before = Screen.on(() -> desk.window().front());
                    Screen.run(() -> desk.window().stores().renew(away, true));
                    desk.await("a new page", () -> !before.equals(desk.window().front()));
                    pages.add(new WeakReference<>(Screen.on(() -> desk.window().front())));
                    parts.add(new WeakReference<>(desk.app().front().pop()));
                }
                Screen.run(() -> desk.window().stores().leave(acme, home, () -> {}));
                desk.await(
                        "the store of before",
                        () -> desk.app().front().storeId().equals(home.storeId()));
                awaitForgotten("pages", pages);
                awaitForgotten("what is below them", parts);
            }
        }
    }

    private static StoreChoice choice(OpenStore store) {
        return new StoreChoice(store.connection(), store.storeId(), store.storeName());
    }

    private static WeakReference<Object> found(RunningDesk desk, String selector) {
        return new WeakReference<>(Screen.on(() -> desk.window().lookup(selector)));
    }

    private static WeakReference<Object> outbox(RunningDesk desk) {
        Screen.run(() -> ((ButtonBase) desk.window().lookup("#outbox-rail")).fire());
        WeakReference<Object> list = new WeakReference<>(Screen.on(() -> RunningDesk.roots().stream()
                .map(root -> root.lookup(".outbox"))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow()));
        Screen.run(() -> List.copyOf(Window.getWindows()).stream()
                .filter(PopupWindow.class::isInstance)
                .forEach(Window::hide));
        return list;
    }

    private static void awaitForgotten(String what, List<WeakReference<Object>> references) {
        assertThat(references).hasSize(TIMES);
        Set<Integer> left = new TreeSet<>();
        try {
            Awaitility.await(what).atMost(Duration.ofSeconds(5)).until(() -> {
                System.gc();
                left.clear();
                for (int i = 0; i < references.size(); i++) {
                    if (references.get(i).get() != null) {
                        left.add(i);
                    }
                }
                return left.size() <= LAST_ONE;
            });
        } finally {
            assertThat(left).as(what + " still held").hasSizeLessThanOrEqualTo(LAST_ONE);
        }
    }
}
