package dev.recalldesk.settings;

import dev.recalldesk.connection.Limits.Limit;
import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** How long accounts are waited for: a row for each limit, and a way back to what is usual. */
final class LimitRows extends VBox {
    private final LimitsForm form;

    LimitRows(LimitsForm form) {
        this.form = form;
        getStyleClass().add("connections");
        VBox rows = new VBox();
        for (Limit limit : Limit.values()) {
            rows.getChildren().add(row(limit));
        }
        getChildren()
                .addAll(
                        rows,
                        Rows.row(
                                "gap-12",
                                Buttons.plain("settings-limits-usual", Text.get("settings.limits.usual"), form::usual),
                                Rows.grow(Rows.wrapped(Text.get("settings.limits.when"), "meta"))));
    }

    private Node row(Limit limit) {
        TextField field = new TextField();
        field.setId("settings-limit-" + limit.name().toLowerCase(Locale.ROOT));
        field.setAccessibleText(name(limit) + ", " + unit(limit));
        field.textProperty().bindBidirectional(form.writtenProperty(limit));
        Label problem =
                Rows.wrapped(Text.get("settings.limits.wrong", limit.least(), limit.most()), "meta", "danger-word");
        form.wrongProperty(limit).subscribe(wrong -> {
            Rows.show(problem, wrong);
            field.getStyleClass().remove("wrong");
            if (wrong) {
                field.getStyleClass().add("wrong");
            }
        });
        return SettingsView.row(
                name(limit),
                about(limit),
                field,
                Rows.column("settings-measure", Rows.row("gap-8", field, Rows.fixed(unit(limit))), problem));
    }

    private static String name(Limit limit) {
        return switch (limit) {
            case CONNECT -> Text.get("settings.limits.connect");
            case LOOKUP -> Text.get("settings.limits.lookup");
            case RECALL -> Text.get("settings.limits.recall");
            case WRITE -> Text.get("settings.limits.write");
            case AT_ONCE -> Text.get("settings.limits.atOnce");
        };
    }

    private static String about(Limit limit) {
        return switch (limit) {
            case CONNECT -> Text.get("settings.limits.connect.about");
            case LOOKUP -> Text.get("settings.limits.lookup.about");
            case RECALL -> Text.get("settings.limits.recall.about");
            case WRITE -> Text.get("settings.limits.write.about");
            case AT_ONCE -> Text.get("settings.limits.atOnce.about");
        };
    }

    private static String unit(Limit limit) {
        return limit == Limit.AT_ONCE ? Text.get("settings.limits.questions") : Text.get("settings.limits.seconds");
    }
}
