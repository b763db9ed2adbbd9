package dev.recalldesk.settings;

import dev.recalldesk.connection.Check;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.settings.ConnectViewModel.State;
import dev.recalldesk.ui.Banner;
import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.Nodes;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Scrolling;
import dev.recalldesk.ui.Seconds;
import dev.recalldesk.ui.Text;
import dev.recalldesk.ui.TwoSides;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The page on which an account is connected: what to write, the checks as they run, and what can be done now. */
public final class ConnectView extends StackPane {
    private final ConnectViewModel model;
    private final ConnectFields fields;
    private final Seconds seconds;
    private final ScrollPane scroll;
    private final VBox checks;
    private final Map<Check, CheckRow> rows;
    private final StackPane trouble = new StackPane();
    private final Label sentence = Rows.wrapped("", "meta");
    private final Button check;
    private final Button stop;
    private final Button save;
    private final Button saveAndOpen;

    /**
     * @param seconds counts while a check runs; this page starts and stops it
     * @param cancel leaves the page; nothing is saved
     */
    public ConnectView(ConnectViewModel model, Seconds seconds, Runnable cancel) {
        this.model = model;
        this.seconds = seconds;
        setId("connect");
        getStyleClass().addAll("settings", "sheet");
        fields = new ConnectFields(model.form(), model::check);
        check = Buttons.plain("connect-check", Text.get("connect.check"), Feather.REFRESH_CW, model::check);
        stop = Buttons.plain("connect-stop", Text.get("connect.stop"), model::stop);
        save = Buttons.plain("connect-save", Text.get("connect.save"), () -> model.save(false));
        saveAndOpen = Buttons.plain("connect-save-open", Text.get("connect.saveAndOpen"), () -> model.save(true));
        rows = rows();
        String title = model.form().secretKept() ? "connect.title.known" : "connect.title";
        checks = Rows.column(
                "checks",
                Rows.row(
                        "checks-head",
                        Rows.fixed(Text.get("connect.checks"), "title"),
                        sentence,
                        Rows.gap(),
                        check,
                        stop),
                Rows.column("check-rows", rows.values().toArray(Node[]::new)));
        scroll = new ScrollPane(Rows.column(
                "settings-page",
                Rows.row(
                        "settings-head",
                        Rows.label(Text.get(title), "name"),
                        Rows.gap(),
                        Buttons.withKey(Buttons.plain("connect-cancel", Text.get("connect.cancel"), cancel), "Esc")),
                Rows.wrapped(Text.get("connect.about"), "muted"),
                fields,
                checks));
        scroll.setFitToWidth(true);
        Scrolling.followFocus(scroll);
        // In a window too low for both, they scroll rather than leave the form a slit.
        ScrollPane whole = new ScrollPane(Rows.column("connect-page", Rows.grow(scroll), foot()));
        whole.setFitToWidth(true);
        whole.setFitToHeight(true);
        whole.setFocusTraversable(false);
        Scrolling.followFocus(whole);
        getChildren().add(whole);
        model.stateProperty().subscribe(this::show);
    }

    /** Puts the focus where writing begins. */
    public void begin() {
        fields.focusUser();
    }

    /** What stays in view: the verbs, and where the secret goes, said before it goes there. */
    private VBox foot() {
        Label place = Rows.wrapped("", "meta");
        place.setId("connect-place");
        model.placeProperty().subscribe(where -> place.setText(ConnectWords.place(where, model.secretFile())));
        return Rows.column(
                "connect-foot",
                Rows.column("connect-foot-page", trouble, new TwoSides(place, Rows.row("gap-8", save, saveAndOpen))));
    }

    private Map<Check, CheckRow> rows() {
        CheckRow.Ways ways = new CheckRow.Ways() {
            @Override
            public void changeAddress() {
                fields.focusAddress();
            }

            @Override
            public void changeKey() {
                fields.focusUser();
            }
        };
        Map<Check, CheckRow> made = new EnumMap<>(Check.class);
        for (Check one : Check.values()) {
            made.put(one, new CheckRow(model, one, this::host, seconds, ways));
        }
        model.form().addressProperty().subscribe(typed -> made.values().forEach(CheckRow::rename));
        return made;
    }

    private String host() {
        return model.form().base().map(URI::getHost).orElse(Text.get("connect.noHost"));
    }

    private void show(State state) {
        boolean busy = state instanceof State.Checking;
        boolean saving = state instanceof State.Saving;
        boolean passed = state instanceof State.Passed;
        seconds.run(busy);
        Rows.show(check, !busy);
        Rows.show(stop, busy);
        Nodes.style(check, "accent", !passed);
        Nodes.style(saveAndOpen, "accent", passed);
        check.setText(Text.get(state instanceof State.Open ? "connect.check" : "connect.checkAgain"));
        for (Button button : List.of(check, save, saveAndOpen)) {
            button.setDisable(saving);
        }
        save.setText(Text.get(passed ? "connect.save" : "connect.saveAnyway"));
        Rows.show(saveAndOpen, passed || saving);
        sentence.setText(sentence(state));
        trouble.getChildren().setAll(trouble(state));
        Rows.show(trouble, !trouble.getChildren().isEmpty());
        switch (state) {
            case State.Checking() -> Scrolling.reveal(scroll, checks);
            case State.Passed() -> Scrolling.reveal(scroll, Objects.requireNonNull(rows.get(Check.GROUPS)));
            case State.Stopped(Check at) -> Scrolling.reveal(scroll, Objects.requireNonNull(rows.get(at)));
            default -> {}
        }
    }

    private String sentence(State state) {
        long passed = Stream.of(Check.values())
                .filter(one -> model.checkProperty(one).get() instanceof Check.State.Passed)
                .count();
        return switch (state) {
            case State.Open() -> Text.get("connect.state.open");
            case State.Checking() -> Text.get("connect.state.checking");
            case State.Passed() ->
                Text.get(passed == Check.values().length ? "connect.state.passed" : "connect.state.works");
            case State.Stopped stopped -> Text.get("connect.state.stopped", passed, Check.values().length);
            case State.NotMade(MemoryFailure why) -> ConnectWords.notMade(why);
            case State.Saving() -> Text.get("connect.state.saving");
            case State.SecretGone() -> "";
            case State.KeychainRefused refused -> Text.get("connect.state.notSaved");
            case State.NotSaved notSaved -> Text.get("connect.state.notSaved");
        };
    }

    private List<Node> trouble(State state) {
        return switch (state) {
            case State.NotMade(MemoryFailure why) ->
                List.of(new Banner(Banner.Kind.DANGER, ConnectWords.notMade(why), ConnectWords.whyNotMade(why)));
            case State.SecretGone() ->
                List.of(new Banner(
                        Banner.Kind.DANGER, Text.get("connect.secretGone"), Text.get("connect.secretGone.rest")));
            case State.KeychainRefused(boolean open) ->
                List.of(new Banner(
                        Banner.Kind.DANGER,
                        Text.get("connect.refused"),
                        Text.get("connect.refused.rest", model.secretFile()),
                        Buttons.plain("connect-refused-again", Text.get("starting.again"), () -> model.save(open)),
                        Buttons.plain("connect-refused-file", Text.get("connect.refused.file"), model::saveInFile)));
            case State.NotSaved(boolean open) ->
                List.of(new Banner(
                        Banner.Kind.DANGER,
                        Text.get("connect.notSaved"),
                        Text.get("connect.notSaved.rest"),
                        Buttons.plain("connect-notSaved-again", Text.get("starting.again"), () -> model.save(open))));
            case State.Open() -> List.of();
            case State.Checking() -> List.of();
            case State.Passed() -> List.of();
            case State.Stopped stopped -> List.of();
            case State.Saving() -> List.of();
        };
    }
}
