package dev.recalldesk.calls;

import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** One field for an e-mail or the id of a customer. */
final class FindForm extends VBox {
    private final TextField asked = new TextField();
    private final Button find;
    private final Label answer = Rows.wrapped("");

    FindForm(UnknownCallerViewModel model) {
        getStyleClass().add("way-form");
        asked.setId("unknown-asked");
        asked.setAccessibleText(Text.get("unknown.asked"));
        asked.setPromptText(Text.get("unknown.asked"));
        asked.textProperty().bindBidirectional(model.askedProperty());
        asked.setOnAction(enter -> model.find());
        find = Buttons.plain("unknown-find-button", Text.get("unknown.find.button"), model::find);
        answer.setId("unknown-find-answer");
        getChildren().addAll(Rows.row("gap-8", Rows.grow(asked), find), answer);
        model.searchProperty().subscribe(this::show);
    }

    void focusFirst() {
        asked.requestFocus();
    }

    private void show(Search search) {
        boolean finding = search instanceof Search.Finding;
        find.setDisable(finding || search instanceof Search.Creating || search instanceof Search.Linking);
        find.setText(finding ? Text.get("unknown.finding") : Text.get("unknown.find.button"));
        answer.setText(
                switch (search) {
                    case Search.NobodyFound(String wanted) -> Text.get("unknown.found.nobody", wanted);
                    case Search.FindFailed(String sentence) -> sentence;
                    case Search.Linking() -> Text.get("unknown.linking");
                    case Search.Idle(), Search.Creating(), Search.CreateFailed _, Search.Finding(), Search.Found _ ->
                        "";
                });
        Rows.show(answer, !answer.getText().isEmpty());
    }
}
