package dev.recalldesk.calls;

import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** "Who is calling?": one card a candidate, all alike. UI thread. */
public final class ChooserView extends StackPane {
    private final ChooserViewModel model;
    private final Runnable find;
    private final Runnable note;
    private final CheckBox remember = new CheckBox(Text.get("chooser.remember"));
    private final ScrollPane scroll = new ScrollPane();

    /**
     * @param find opens the search for another customer
     * @param note puts the focus into the note
     */
    public ChooserView(ChooserViewModel model, Runnable find, Runnable note) {
        this.model = model;
        this.find = find;
        this.note = note;
        setId("chooser");
        getStyleClass().add("chooser");
        remember.setId("chooser-remember");
        remember.setMinWidth(USE_PREF_SIZE);
        remember.selectedProperty().bindBidirectional(model.rememberProperty());
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        getChildren().add(scroll);
        model.stateProperty().subscribe(this::show);
    }

    /** Chooses by number; for a key pressed while no text field has the focus. */
    public boolean digit(int digit) {
        return model.digit(digit);
    }

    private void show(ChooserViewModel.State state) {
        switch (state) {
            case ChooserViewModel.State.Closed() -> scroll.setContent(null);
            case ChooserViewModel.State.Choosing choosing -> scroll.setContent(content(choosing));
        }
    }

    private VBox content(ChooserViewModel.State.Choosing choosing) {
        EqualCards cards = new EqualCards();
        int position = 0;
        for (Choice choice : choosing.choices()) {
            position++;
            cards.getChildren().add(card(choice, position));
        }
        HBox keep = Rows.row(
                "gap-8", remember, Rows.grow(Rows.wrapped(Text.get("chooser.remember.later"), "meta", "muted")));
        FlowPane others = new FlowPane(
                Rows.label(Text.get("chooser.else"), "muted"),
                Buttons.plain("chooser-find", Text.get("chooser.find"), Feather.SEARCH, find),
                Buttons.plain("chooser-note", Text.get("chooser.note"), Feather.FILE_TEXT, note));
        others.getStyleClass().addAll("gap-8", "chooser-row");
        Label title = Rows.wrapped(Text.get("chooser.title"), "name");
        Label shared =
                Rows.wrapped(Text.get("chooser.shared", choosing.choices().size(), choosing.number()), "muted");
        return Rows.column("chooser-content", Rows.column("gap-4", title, shared), cards, keep, rule(), others);
    }

    private VBox card(Choice choice, int position) {
        VBox facts = Rows.column("chooser-facts");
        for (Choice.Fact fact : choice.facts()) {
            facts.getChildren().add(fact(fact));
        }
        Label topic = Rows.label(choice.topic(), "chooser-topic");
        topic.setWrapText(true);
        if (!choice.topic().isEmpty()) {
            topic.setTooltip(new Tooltip(choice.topic()));
        }
        Button pick = Buttons.withKey(
                Buttons.plain("chooser-pick-" + position, Text.get("chooser.this-is", choice.shortName()), () -> {
                    boolean _ = model.digit(position);
                }),
                Integer.toString(position));
        pick.getStyleClass().add("large");
        VBox card = Rows.column(
                "chooser-card",
                Rows.wrapped(choice.name(), "title"),
                Rows.label(choice.since(), "meta", "muted"),
                facts,
                rule(),
                Rows.grow(topic),
                pick);
        card.setId("chooser-card-" + position);
        card.setAccessibleText(choice.name());
        return card;
    }

    private static HBox fact(Choice.Fact fact) {
        Label value = Rows.label(fact.value(), fact.differs() ? "strong" : "same");
        Label label = Rows.label(fact.label(), "meta", "muted", "chooser-label");
        return Rows.row("chooser-fact", label, value);
    }

    private static Node rule() {
        Region rule = new Region();
        rule.getStyleClass().add("rule");
        return rule;
    }
}
