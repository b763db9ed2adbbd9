package dev.recalldesk.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.desk.Created;
import dev.recalldesk.desk.Customer;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Encounter.Phase;
import dev.recalldesk.desk.Identity;
import dev.recalldesk.desk.NewCustomer;
import dev.recalldesk.desk.Panel;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.TraitValue;
import dev.recalldesk.memory.local.LocalAccount;
import dev.recalldesk.ui.Fx;
import dev.recalldesk.ui.Style;
import dev.recalldesk.ui.Work;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An unknown caller, against a real memory. */
class UnknownCallerTest {
    @TempDir
    private Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private LocalAccount account;
    private Memory memory;
    private UnknownCallerViewModel model;
    private CountDownLatch gate = new CountDownLatch(0);
    private boolean refuse;
    private Stage stage;

    @BeforeEach
    void openMemory() throws Exception {
        account = LocalAccount.open(folder, "US", InstantSource.system());
        memory = account.open(account.createStore("demo", "").id());
        model = new UnknownCallerViewModel(
                memory, new Work(Executors.newVirtualThreadPerTaskExecutor(), Fx.uiThread()), new Verbs());
    }

    @AfterEach
    void closeMemory() throws Exception {
        if (stage != null) {
            Fx.run(stage::hide);
        }
        account.close();
    }

    @Test
    void createsACustomerOnceTheEMailIsRight() throws Exception {
        show(Calls.nobody("sim:1", Phase.RINGING, 7), "unknown", false, 1, 720);
        type("#unknown-email", "calder at example");
        press("#unknown-create-button");
        assertThat(text("#unknown-name-problem")).contains("name is needed");
        assertThat(text("#unknown-email-problem")).contains("no e-mail address");
        assertThat(asked).isEmpty();
        Fx.picture(stage, "unknown-wrong");
        type("#unknown-name", "June Calder");
        type("#unknown-email", "june@example.com");
        assertThat(text("#unknown-email-problem")).isEmpty();
        press("#unknown-create-button");
        Fx.until("created", () -> asked.contains("create sim:1 June Calder june@example.com"));
        assertThat(memory.lookup("email", "june@example.com").profileIds()).hasSize(1);
    }

    @Test
    void createsOnlyOneWhileOneIsPending() throws Exception {
        gate = new CountDownLatch(1);
        show(Calls.nobody("sim:1", Phase.RINGING, 7), "pending", false, 1, 720);
        type("#unknown-name", "June");
        press("#unknown-create-button");
        Fx.until("disabled", () -> node("#unknown-create-button").isDisabled());
        Fx.run(model::create);
        gate.countDown();
        Fx.until("idle", () -> model.searchProperty().get() instanceof Search.Idle);
        assertThat(asked).hasSize(1);
    }

    @Test
    void losesNothingWhenCreatingFails() throws Exception {
        refuse = true;
        show(Calls.nobody("sim:1", Phase.RINGING, 7), "failed", false, 1, 720);
        type("#unknown-name", "June Calder");
        press("#unknown-create-button");
        Fx.until("told", () -> !text("#unknown-create-failure").isEmpty());
        assertThat(text("#unknown-create-failure")).contains("Nothing was saved");
        assertThat(((TextField) node("#unknown-name")).getText()).isEqualTo("June Calder");
        assertThat(node("#unknown-create-button").isDisabled()).isFalse();
        Fx.picture(stage, "unknown-failed");
    }

    @Test
    void asksBeforeAnEMailIsSharedByTwo() throws Exception {
        String id = profile("Alyssa", "alyssa@example.com");
        show(Calls.nobody("sim:1", Phase.RINGING, 7), "same", false, 1, 720);
        type("#unknown-name", "Somebody");
        type("#unknown-email", "alyssa@example.com");
        press("#unknown-create-button");
        Fx.until("found", () -> node("#unknown-confirm-1") != null);
        assertThat(asked).isEmpty();
        Fx.picture(stage, "unknown-same-email");
        press("#unknown-confirm-1");
        Fx.until("opened", () -> asked.contains("open sim:1 " + id));
    }

    @Test
    void addsTheNumberToTheCustomerTheAgentConfirms() throws Exception {
        String id = profile("Alyssa", "alyssa@example.com");
        show(Calls.nobody("sim:1", Phase.RINGING, 7), "find", false, 1, 720);
        press("#unknown-find");
        type("#unknown-asked", "nobody@example.com");
        press("#unknown-find-button");
        Fx.until("nobody", () -> text("#unknown-find-answer").contains("Nobody has nobody@example.com"));
        type("#unknown-asked", id);
        press("#unknown-find-button");
        Fx.until("found", () -> node("#unknown-confirm-1") != null);
        assertThat(asked).isEmpty();
        Fx.picture(stage, "unknown-found");
        press("#unknown-confirm-1");
        Fx.until("opened", () -> asked.contains("open sim:1 " + id));
        assertThat(memory.lookup("phone", "+14155550177").profileIds()).containsExactly(id);
    }

    @Test
    void opensACustomerForAWithheldNumberWithoutANumber() throws Exception {
        String id = profile("Alyssa", "alyssa@example.com");
        show(Calls.withheld("sim:2"), "withheld", false, 1, 720);
        assertThat(node("#unknown-create").getParent().isVisible()).isFalse();
        assertThat(node("#unknown-asked").getParent().getParent().isVisible()).isTrue();
        type("#unknown-asked", "alyssa@example.com");
        press("#unknown-find-button");
        Fx.until("found", () -> node("#unknown-confirm-1") != null);
        press("#unknown-confirm-1");
        Fx.until("opened", () -> asked.contains("open sim:2 " + id));
        assertThat(memory.identifiers(id)).noneMatch(one -> "phone".equals(one.idType()));
    }

    @Test
    void keepsWhatWasTypedForEachCall() throws Exception {
        show(Calls.nobody("sim:1", Phase.RINGING, 7), "kept", false, 1, 720);
        type("#unknown-name", "June");
        Fx.run(() -> model.show(Calls.nobody("sim:2", Phase.RINGING, 1)));
        assertThat(((TextField) node("#unknown-name")).getText()).isEmpty();
        Fx.run(() -> model.show(Calls.nobody("sim:1", Phase.TALKING, 1)));
        assertThat(((TextField) node("#unknown-name")).getText()).isEqualTo("June");
    }

    @Test
    void offersToAskAgainWhenTheMemoryCouldNotSay() throws Exception {
        Identity failed = new Identity.Unanswered(new MemoryFailure.Unreachable("down", null));
        show(
                Calls.call("sim:3", Phase.TALKING, 9, "+1 415 555 0177", failed, Panel.EMPTY),
                "unanswered",
                false,
                1,
                720);
        press("#unknown-retry");
        assertThat(asked).containsExactly("retry sim:3");
        press("#unknown-note");
        assertThat(asked).contains("note");
    }

    @ParameterizedTest
    @CsvSource({"unknown-dark, true, 1, 960", "unknown-large, false, 1.5, 640", "unknown-huge, false, 2, 560"})
    void everyWordFits(String name, boolean dark, double scale, int width) throws Exception {
        show(Calls.nobody("sim:1", Phase.RINGING, 7), name, dark, scale, width);
        Fx.run(() -> {
            for (Node one : stage.getScene().getRoot().lookupAll(".button")) {
                Button button = (Button) one;
                assertThat(button.getText() + button.getAccessibleText()).isNotBlank();
            }
            for (Node one : stage.getScene().getRoot().lookupAll(".label")) {
                Label label = (Label) one;
                if (label.isWrapText() && label.isVisible() && label.getWidth() > 0) {
                    assertThat(label.getHeight())
                            .as(label.getText())
                            .isGreaterThanOrEqualTo(Math.floor(label.prefHeight(label.getWidth())));
                }
            }
        });
    }

    private void show(Encounter call, String name, boolean dark, double scale, int width) throws Exception {
        stage = Fx.show(new Style(dark, scale), width, 640, () -> {
            UnknownCallerView view = new UnknownCallerView(model, "demo", Calls.ZONE, () -> asked.add("note"));
            view.getStyleClass().add("sheet");
            CallerCard card = new CallerCard(Calls.ZONE);
            card.setPrefWidth(240 * scale);
            BorderPane root = new BorderPane(view);
            root.setRight(width > 700 ? card : null);
            model.show(call);
            card.show(call);
            return root;
        });
        Fx.picture(stage, name.startsWith("unknown") ? name : "unknown-" + name);
    }

    private String profile(String first, String email) {
        return memory.createProfile(
                Map.of("Contact", Map.of("firstName", TraitValue.of(first), "email", TraitValue.of(email))));
    }

    private Node node(String id) {
        return stage.getScene().getRoot().lookup(id);
    }

    private String text(String id) throws Exception {
        return Fx.on(() -> ((Labeled) node(id)).getText());
    }

    private void press(String id) throws Exception {
        Fx.run(() -> {
            if (node(id) instanceof Button button) {
                button.fire();
            } else {
                node(id).fireEvent(
                                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            }
        });
    }

    private void type(String id, String text) throws Exception {
        Fx.run(() -> ((TextField) node(id)).setText(text));
    }

    private final class Verbs implements UnknownCallerVerbs {
        @Override
        public Created create(String key, NewCustomer wanted) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (refuse) {
                throw new MemoryFailure.Unreachable("down", null, false);
            }
            asked.add("create " + key + " " + wanted.name() + " " + wanted.email());
            String email = wanted.email() == null ? "none@example.com" : wanted.email();
            return new Created(new Customer(memory.profile(profile(wanted.name(), email))), false);
        }

        @Override
        public void open(String key, Customer customer) {
            asked.add("open " + key + " " + customer.profileId());
        }

        @Override
        public void retry(String key) {
            asked.add("retry " + key);
        }

        @Override
        public void existedBefore(Customer customer) {
            asked.add("existed " + customer.profileId());
        }
    }
}
