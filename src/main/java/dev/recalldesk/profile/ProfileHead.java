package dev.recalldesk.profile;

import dev.recalldesk.profile.ProfileState.Who;
import dev.recalldesk.ui.Chip;
import dev.recalldesk.ui.Icon;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Name, tier, since when, and the number with how fast it was matched. */
final class ProfileHead extends VBox {
    private final Label name = Rows.wrapped("", "name");
    private final Chip tier = Chip.filled("");
    private final Label since = Rows.fixed("", "meta");
    private final Label number = Rows.fixed("", "who-number");
    private final Label matched = Rows.fixed("", "meta");
    private final HBox numberRow;
    private final FlowPane call;
    private final HBox memory = Rows.row(
            "gap-8", new Icon(Feather.CLOCK, "small", "muted"), Rows.wrapped(Text.get("profile.unconfirmed"), "meta"));

    ProfileHead() {
        getStyleClass().add("who-head");
        name.setId("who-name");
        memory.setId("who-unconfirmed");
        FlowPane facts = new FlowPane(tier, since);
        facts.getStyleClass().add("gap-8");
        numberRow = Rows.row("gap-8", new Icon(Feather.PHONE, "small", "muted"), number);
        call = new FlowPane(numberRow, matched);
        call.getStyleClass().add("gap-8");
        getChildren().addAll(name, facts, call, memory);
    }

    void show(Who who) {
        name.setText(who.name());
        put(tier, who.tier());
        put(since, who.since());
        put(matched, who.matched());
        number.setText(who.number());
        Rows.show(call, !who.number().isEmpty());
        Rows.show(memory, !who.confirmed());
    }

    /** Only a number is known yet. */
    void show(String searched) {
        show(new Who(searched, Text.get("profile.searching"), "", "", "", true));
    }

    private static void put(Label label, String text) {
        label.setText(text);
        Rows.show(label, !text.isEmpty());
    }
}
