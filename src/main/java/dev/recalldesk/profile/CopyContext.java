package dev.recalldesk.profile;

import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/** The button that copies what is known of the customer, and for a moment the word that it was copied. */
final class CopyContext extends FlowPane {
    private final Label copied = Rows.fixed(Text.get("profile.copied"), "trait-copied");

    /** @param keys what copies from anywhere in the window */
    CopyContext(ProfileViewModel model, String keys) {
        Button copy = Buttons.plain("copy-context", Text.get("profile.context"), Feather.COPY, model::copyContext);
        copy.getStyleClass().add("compact");
        String about = Text.get("profile.context.about", keys);
        Tooltip tooltip = new Tooltip(about);
        tooltip.getStyleClass().add("wide-tooltip");
        copy.setTooltip(tooltip);
        copy.setAccessibleHelp(about);
        copied.setId("copied-context");
        copied.setVisible(false);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("gap-8");
        getChildren().addAll(copy, copied);
        model.contextCopiedProperty().subscribe(copied::setVisible);
    }
}
