package dev.recalldesk.ui;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Something that asks for attention where it happened: the cause, what still works, and at most one verb. */
public final class Banner extends HBox {
    /** How serious it is. Told by tint, icon and words. */
    public enum Kind {
        /** It waits and heals. */
        WARNING(Feather.ALERT_TRIANGLE, "warning"),
        /** It needs a person. */
        DANGER(Feather.ALERT_OCTAGON, "danger"),
        NEWS(Feather.INFO, "accent"),
        QUIET(Feather.CLOCK, "neutral");

        private final Feather icon;
        private final String tint;

        Kind(Feather icon, String tint) {
            this.icon = icon;
            this.tint = tint;
        }
    }

    private final Label bold = Rows.wrapped("", "strong");
    private final Label plain = Rows.wrapped("");

    public Banner(Kind kind, String cause, String rest, Node... verbs) {
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("banner", kind.tint);
        getChildren().addAll(new Icon(kind.icon), Rows.grow(Rows.column("banner-words", bold, plain)));
        getChildren().addAll(verbs);
        say(cause, rest);
    }

    /** Says something else from now on. */
    public void say(String cause, String rest) {
        bold.setText(cause);
        plain.setText(rest);
        Rows.show(plain, !rest.isEmpty());
        setAccessibleText(cause + " " + rest);
    }
}
