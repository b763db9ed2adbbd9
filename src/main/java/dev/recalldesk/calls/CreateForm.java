package dev.recalldesk.calls;

import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.Nodes;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Name and e-mail of a customer to be; the number is known already. */
final class CreateForm extends VBox {
    private final TextField name;
    private final Button create;
    private final Label failure = Rows.wrapped("", "danger-word");

    CreateForm(UnknownCallerViewModel model) {
        getStyleClass().add("way-form");
        name = field("unknown-name", Text.get("unknown.name"), model.nameProperty(), model);
        TextField email = field("unknown-email", Text.get("unknown.email"), model.emailProperty(), model);
        create = Buttons.primary("unknown-create-button", Text.get("unknown.create.button"), model::create);
        Label hint = Rows.wrapped(Text.get("unknown.create.hint"), "meta", "muted");
        failure.setId("unknown-create-failure");
        EqualCards fields = new EqualCards();
        fields.getChildren()
                .addAll(
                        labelled(name, model.nameProblemProperty(), "unknown-name-problem"),
                        labelled(email, model.emailProblemProperty(), "unknown-email-problem"));
        getChildren().addAll(fields, failure, Rows.row("gap-8", create, Rows.grow(hint)));
        model.searchProperty().subscribe(this::show);
    }

    void focusFirst() {
        name.requestFocus();
    }

    private void show(Search search) {
        boolean creating = search instanceof Search.Creating;
        create.setDisable(creating || search instanceof Search.Finding || search instanceof Search.Linking);
        create.setText(creating ? Text.get("unknown.creating") : Text.get("unknown.create.button"));
        failure.setText(search instanceof Search.CreateFailed(String sentence) ? sentence : "");
        Rows.show(failure, !failure.getText().isEmpty());
    }

    private static TextField field(String id, String label, StringProperty typed, UnknownCallerViewModel model) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(label);
        field.textProperty().bindBidirectional(typed);
        field.setOnAction(enter -> model.create());
        return field;
    }

    private static Node labelled(TextField field, ObservableValue<String> problem, String id) {
        Label label = Rows.label(field.getAccessibleText(), "meta", "muted");
        Label wrong = Rows.wrapped("", "meta-danger");
        wrong.setId(id);
        wrong.textProperty().bind(problem);
        problem.subscribe(sentence -> {
            Rows.show(wrong, !sentence.isEmpty());
            Nodes.style(field, "wrong", !sentence.isEmpty());
            field.setAccessibleHelp(sentence);
        });
        return Rows.column("field-column", label, field, wrong);
    }
}
