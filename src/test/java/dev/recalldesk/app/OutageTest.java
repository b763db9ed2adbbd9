package dev.recalldesk.app;

import static dev.recalldesk.desk.Sample.NOW;
import static dev.recalldesk.desk.Sample.full;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.memory.Health;
import dev.recalldesk.memory.Health.State;
import dev.recalldesk.ui.Fx;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Style;
import dev.recalldesk.ui.Work;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the memory is, told in the tool bar and, when it does not answer, above the panes. */
class OutageTest {
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private @Nullable Stage stage;
    private HealthView health;
    private OutageBanner banner;

    private void open(boolean dark) throws Exception {
        stage = Fx.show(new Style(dark, 1), 900, 160, () -> {
            health = new HealthView(ZoneOffset.UTC);
            banner = new OutageBanner(
                    ZoneOffset.UTC,
                    new Work(workers, Fx.uiThread()),
                    () -> asked.add("memory"),
                    () -> asked.add("sign in"));
            VBox both = Rows.column("gap-8", health, banner);
            return both;
        });
    }

    @AfterEach
    void close() throws Exception {
        if (stage != null) {
            Fx.run(stage::close);
        }
        workers.shutdownNow();
        workers.close();
    }

    private void show(Health now) throws Exception {
        Fx.run(() -> {
            health.show(now, null);
            banner.show(now);
        });
    }

    private String words() throws Exception {
        return Fx.on(() -> ((Label) health.lookup("#health-memory")).getText());
    }

    private Node awaitBanner(String id) {
        List<Node> found = new ArrayList<>();
        Fx.until("the banner", () -> {
            Node node = banner.isVisible() ? banner.lookup("#" + id) : null;
            found.clear();
            return node != null && found.add(node);
        });
        return found.getFirst();
    }

    @Test
    void everyStateHasWordsOfItsOwn() throws Exception {
        open(false);
        Fx.run(() -> health.show(Health.HERE, Duration.ofNanos(2_340_000)));
        assertThat(words()).isEqualTo("Memory 2.3 ms");
        show(new Health(State.UNTRIED, null, null));
        assertThat(words()).isEqualTo("Memory ready");
        show(new Health(State.CONNECTED, Duration.ofMillis(84), null));
        assertThat(words()).isEqualTo("Memory 84 ms");
        show(new Health(State.SLOW, Duration.ofMillis(1_840), null));
        assertThat(words()).isEqualTo("Memory slow, 1.8 s");
        show(new Health(State.THROTTLED, null, NOW));
        assertThat(words()).isEqualTo("Memory paused until 14:05:11");
        show(new Health(State.OFFLINE, null, null));
        assertThat(words()).isEqualTo("Memory offline");
        show(new Health(State.SIGNED_OUT, null, null));
        assertThat(words()).isEqualTo("Memory signed out");
    }

    @Test
    void anOutageSaysHowOldThingsAreAndThatNotesAreSafe() throws Exception {
        open(false);
        Fx.run(() -> banner.show(full()));
        show(new Health(State.OFFLINE, null, null));
        Node offline = awaitBanner("outage-offline");
        assertThat(Fx.on(offline::getAccessibleText))
                .startsWith("Memory does not answer.")
                .contains("was read at 14:05")
                .contains("Notes are kept on this computer");
        Fx.picture(stage, "outage-offline");
        Fx.run(() -> ((Button) banner.lookup("#outage-retry")).fire());
        assertThat(asked).containsExactly("memory");

        show(new Health(State.CONNECTED, Duration.ofMillis(84), null));
        assertThat(Fx.on(banner::isVisible)).isFalse();
    }

    @Test
    void whoIsAboutToTryAgainKeepsTheFocus() throws Exception {
        open(false);
        show(new Health(State.OFFLINE, null, null));
        Node offline = awaitBanner("outage-offline");
        Fx.run(() -> banner.lookup("#outage-retry").requestFocus());
        show(new Health(State.OFFLINE, Duration.ofMillis(84), null));
        Fx.run(() -> banner.show(full()));
        show(new Health(State.OFFLINE, Duration.ofMillis(85), null));
        assertThat(Fx.on(() -> stage.getScene().getFocusOwner().getId())).isEqualTo("outage-retry");
        assertThat(Fx.on(offline::getAccessibleText)).contains("was read at 14:05");
    }

    @Test
    void whoIsSignedOutIsLedToTheKey() throws Exception {
        open(true);
        show(new Health(State.SIGNED_OUT, null, null));
        Node signedOut = awaitBanner("outage-signed-out");
        assertThat(Fx.on(signedOut::getAccessibleText)).doesNotContain("was read at");
        Fx.picture(stage, "outage-signed-out");
        Fx.run(() -> ((Button) banner.lookup("#outage-sign-in")).fire());
        assertThat(asked).containsExactly("sign in");
    }

    @Test
    void aPauseThatIsOverSoonMovesNothing() throws Exception {
        open(false);
        show(new Health(State.THROTTLED, null, NOW));
        assertThat(Fx.on(banner::isVisible)).isFalse();
        show(new Health(State.CONNECTED, Duration.ofMillis(84), null));
        show(new Health(State.THROTTLED, null, NOW));
        assertThat(Fx.on(awaitBanner("outage-throttled")::getAccessibleText)).contains("wants a pause");
    }
}
