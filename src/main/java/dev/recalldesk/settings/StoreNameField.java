package dev.recalldesk.settings;

import dev.recalldesk.connection.StoreName.Hindrance;
import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.Nodes;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Names a new store. What is not allowed is said while it is written, before anything is sent. */
final class StoreNameField extends VBox {
    private final TextField field = new TextField();
    private final Label rule = Rows.wrapped("", "meta");
    private final Button create;
    private final Function<String, Hindrance> hindrance;

    /**
     * @param hindrance what hinders a store of this name
     * @param create makes it; called only when nothing hinders it
     */
    StoreNameField(String id, String verb, Function<String, Hindrance> hindrance, Consumer<String> create) {
        this.hindrance = hindrance;
        this.create = Buttons.plain(id + "-create", verb, () -> make(create));
        getStyleClass().add("store-name");
        field.setId(id);
        field.setPromptText(Text.get("store.prompt"));
        field.setAccessibleText(Text.get("store.name"));
        field.setOnAction(enter -> make(create));
        field.textProperty().subscribe(typed -> look());
        getChildren().addAll(Rows.row("gap-8", Rows.grow(field), this.create), rule);
    }

    /** Says in place what was said by the memory only when it was asked. */
    void refused(String sentence) {
        say(sentence, true);
        field.requestFocus();
    }

    TextField field() {
        return field;
    }

    private void make(Consumer<String> act) {
        if (hindrance.apply(field.getText()) == Hindrance.NONE) {
            act.accept(field.getText().strip());
        }
    }

    /** Looks anew at what is written, for instance when the list of stores has come. */
    void look() {
        Hindrance found = hindrance.apply(field.getText());
        String problem = ConnectWords.hindrance(found);
        create.setDisable(found != Hindrance.NONE);
        say(problem.isEmpty() ? Text.get("store.rule") : problem, !problem.isEmpty());
    }

    private void say(String sentence, boolean wrong) {
        rule.setText(sentence);
        Nodes.style(rule, "danger-word", wrong);
        Nodes.style(field, "wrong", wrong);
    }
}
