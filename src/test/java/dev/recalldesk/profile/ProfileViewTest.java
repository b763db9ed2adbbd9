package dev.recalldesk.profile;

import static dev.recalldesk.desk.Sample.NOW;
import static dev.recalldesk.desk.Sample.as;
import static dev.recalldesk.desk.Sample.call;
import static dev.recalldesk.desk.Sample.customer;
import static dev.recalldesk.desk.Sample.full;
import static dev.recalldesk.desk.Sample.known;
import static dev.recalldesk.desk.Sample.trait;
import static dev.recalldesk.desk.Sample.traits;
import static dev.recalldesk.desk.Sample.withTraits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.desk.Customer;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Identity;
import dev.recalldesk.desk.Part;
import dev.recalldesk.desk.Sample;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Trait;
import dev.recalldesk.ui.Fx;
import dev.recalldesk.ui.Style;
import dev.recalldesk.ui.Work;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class ProfileViewTest {
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> copied = new CopyOnWriteArrayList<>();
    private final List<String> retried = new CopyOnWriteArrayList<>();
    private final ProfileViewModel model = new ProfileViewModel(
            new Work(workers, Fx.uiThread()),
            () -> NOW,
            ZoneOffset.UTC,
            copied::add,
            call -> call.customer().flatMap(Customer::name),
            () -> retried.add("again"));
    private Stage stage;

    @AfterEach
    void close() throws Exception {
        Fx.run(stage::close);
        workers.shutdownNow();
        workers.close();
    }

    @Test
    void showsWhoInALightWindow() throws Exception {
        open(new Style(false, 1), 312, full());

        assertThat(label("#who-name")).isEqualTo("Alyssa Marlow");
        assertThat(label("#who-promise")).isEqualTo("Refund of $248.00 promised by Thu 19 Nov");
        assertThat(find("#trait-Account-tier").getAccessibleText())
                .isEqualTo("Tier, Gold, changed Tue 3 Nov 2026, 14:05:11");
        Fx.picture(stage, "profile-light");
    }

    @Test
    void showsWhoInADarkNarrowWindow() throws Exception {
        open(new Style(true, 1), 264, full());
        Fx.picture(stage, "profile-dark-264");
        assertThat(find("#who").getBoundsInLocal().getWidth()).isEqualTo(264);
        assertNothingWider(264);
    }

    @Test
    void holdsLargeTextAndLongValues() throws Exception {
        List<Trait> large = new ArrayList<>(traits());
        large.add(trait(
                "Support", "aVeryLongNameOfAField", "a very long value that cannot be shown at once ".repeat(4), 3));
        large.add(trait("Contact", "lastName", "Marlow-Featherstonehaugh-Wolfeschlegelstein", 3));
        Encounter call = withTraits(full(), large);
        open(new Style(false, 1.5), 468, as(call, new Identity.Known(customer("alyssa", large), false)));
        Fx.picture(stage, "profile-long-150");
        assertNothingWider(468);
    }

    @Test
    void showsWhatChangedAndCopiesByKey() throws Exception {
        open(new Style(false, 1), 312, full());
        List<Trait> changed = new ArrayList<>(traits());
        changed.removeIf(trait -> trait.name().equals("tier") || trait.name().equals("city"));
        changed.add(trait("Account", "tier", "Platinum", 0));
        changed.add(trait("Contact", "nickname", "Al", 0));
        Fx.run(() -> find("#trait-Contact-email").requestFocus());
        Fx.run(() -> model.show(withTraits(full(), changed)));

        assertThat(find("#trait-Account-tier").getAccessibleText()).contains("Platinum, was Gold");
        assertThat(find("#trait-Contact-email").isFocused()).isTrue();
        new FxRobot().push(new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN));
        Fx.until("the copy", () -> copied.equals(List.of("a.marlow@example.com")));
        Fx.picture(stage, "profile-changed");
    }

    @Test
    void offersACopyIconOnHoverWithoutMovingAnything() throws Exception {
        open(new Style(false, 1), 312, full());
        Node value = find("#trait-Contact-city .trait-value");
        double before = value.getBoundsInParent().getWidth();
        new FxRobot().moveTo(find("#trait-Contact-city"));
        Fx.until("the icon", () -> find("#copy-Contact-city").isVisible());
        Fx.picture(stage, "profile-hover");

        assertThat(value.getBoundsInParent().getWidth()).isEqualTo(before);
        assertThat(find("#copy-Contact-city").getAccessibleText()).isEqualTo("Copy City");
        new FxRobot().clickOn(find("#copy-Contact-city"));
        Fx.until("the copy", () -> copied.equals(List.of("Indianapolis")));
        Fx.until("the word", () -> find("#trait-Contact-city .trait-copied").isVisible());
    }

    @Test
    void copiesTheContextByKeyAndSaysSoInItsPlace() throws Exception {
        open(new Style(false, 1), 312, full());
        Button copy = (Button) find("#copy-context");
        assertThat(copy.getText()).isEqualTo("Copy context for AI");
        assertThat(copy.getTooltip().getText()).contains("are masked", "Ctrl Shift X");
        assertThat(copy.getAccessibleHelp()).isEqualTo(copy.getTooltip().getText());
        double before = copy.localToScene(0, 0).getY();
        Fx.run(copy::requestFocus);
        new FxRobot().push(KeyCode.SPACE);

        Fx.until("the copy", () -> copied.equals(List.of("Alyssa Marlow")));
        Fx.until("the word", () -> find("#copied-context").isVisible());
        Fx.picture(stage, "profile-context-copied");
        assertThat(copy.localToScene(0, 0).getY()).isEqualTo(before);
    }

    @Test
    void saysWhenNothingIsKnown() throws Exception {
        open(new Style(false, 1), 312, withTraits(call("sim:1", known(customer("c", List.of()))), List.of()));

        assertThat(label("#who-name")).isEqualTo("Customer without a name");
        assertThat(find("#who-essentials").isVisible()).isFalse();
        assertThat(find("#who-empty").isVisible()).isTrue();
        Fx.picture(stage, "profile-empty");
    }

    @Test
    void offersToRetryWhenTheMemoryFailed() throws Exception {
        Part<List<Trait>> failed = new Part.Failed<>(new MemoryFailure.Unreachable("closed", null));
        open(new Style(false, 1), 312, withTraits(full(), failed));
        Fx.picture(stage, "profile-failed");

        new FxRobot().clickOn((Button) find("#who-retry"));
        assertThat(retried).containsExactly("again");
    }

    @Test
    void keepsRoomForWhatIsOnItsWay() throws Exception {
        open(new Style(true, 1), 312, call("sim:1", new Identity.Searching()));

        assertThat(label("#who-name")).isEqualTo("+1 317 555 0142");
        Fx.until("the skeleton", () -> find(".skeleton").getOpacity() == 1);
        Fx.picture(stage, "profile-searching-dark");
        Fx.run(() -> model.show(Sample.full()));
        assertThat(stage.getScene().getRoot().lookup(".skeleton")).isNull();
    }

    private void open(Style style, int width, Encounter encounter) throws Exception {
        stage = Fx.show(style, width, 800, () -> {
            model.show(encounter);
            return new StackPane(new ProfileView(model, "Ctrl Shift X"));
        });
    }

    private void assertNothingWider(double width) throws Exception {
        List<String> cut = Fx.on(() -> stage.getScene().getRoot().lookupAll(".label").stream()
                .filter(Node::isVisible)
                .filter(node -> node.localToScene(node.getBoundsInLocal()).getMaxX() > width + 0.5)
                .map(node -> ((Label) node).getText())
                .toList());
        assertThat(cut).isEmpty();
    }

    private Node find(String selector) {
        return stage.getScene().getRoot().lookup(selector);
    }

    private String label(String selector) {
        return ((Label) find(selector)).getText();
    }
}
