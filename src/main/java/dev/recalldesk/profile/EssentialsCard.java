package dev.recalldesk.profile;

import dev.recalldesk.profile.ProfileState.Essentials;
import dev.recalldesk.ui.Icon;
import dev.recalldesk.ui.Rows;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The open promise and the last contact; a line with nothing to say is left out, and so is the card. */
final class EssentialsCard extends VBox {
    private final Label promise = Rows.wrapped("", "strong");
    private final Label contact = Rows.wrapped("");
    private final Label topic = Rows.wrapped("", "meta");
    private final HBox promised = line(new Icon(Feather.ALERT_CIRCLE, "warning"), promise);
    private final HBox contacted =
            line(new Icon(Feather.CLOCK, "muted"), Rows.column("essential-words", contact, topic));
    private final Region rule = new Region();

    EssentialsCard() {
        setId("who-essentials");
        getStyleClass().add("card");
        promise.setId("who-promise");
        contact.setId("who-contact");
        rule.getStyleClass().add("rule");
        getChildren().addAll(promised, rule, contacted);
    }

    void show(Essentials essentials) {
        promise.setText(essentials.promise());
        contact.setText(essentials.contact());
        topic.setText(essentials.topic());
        boolean open = !essentials.promise().isEmpty();
        boolean met = !essentials.contact().isEmpty();
        Rows.show(promised, open);
        Rows.show(contacted, met);
        Rows.show(rule, open && met);
        Rows.show(this, !essentials.empty());
    }

    private static HBox line(Icon icon, Region words) {
        HBox line = Rows.row("essential", icon, Rows.grow(words));
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }
}
