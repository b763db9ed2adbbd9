package dev.recalldesk.calls;

import dev.recalldesk.desk.Caller;
import dev.recalldesk.desk.Candidate;
import dev.recalldesk.desk.Customer;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Identity;
import dev.recalldesk.ui.Chip;
import dev.recalldesk.ui.Icon;
import dev.recalldesk.ui.Origin;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The right pane while nobody is known: only what the phone said, and nothing of it is ever saved by itself. UI thread. */
public final class CallerCard extends VBox {
    private final ZoneId zone;

    public CallerCard(ZoneId zone) {
        this.zone = zone;
        setId("caller-card");
        getStyleClass().add("caller-card");
    }

    /** Shows the caller of an encounter without a customer, else nothing. */
    public void show(@Nullable Encounter encounter) {
        List<Node> parts = new ArrayList<>();
        if (encounter != null && !(encounter.identity() instanceof Identity.Known)) {
            parts.add(Rows.wrapped(title(encounter), "name"));
            parts.add(sentence(encounter));
            List<Node> lines = lines(encounter);
            if (!lines.isEmpty()) {
                parts.add(card(lines));
            }
            if (encounter.caller().networkName() != null) {
                parts.add(networkName(encounter.caller().networkName()));
            }
        }
        getChildren().setAll(parts);
    }

    private static String title(Encounter encounter) {
        return switch (encounter.identity()) {
            case Identity.Several _ -> Text.get("caller.not-chosen");
            case Identity.Withheld() -> Text.get("calls.withheld");
            case Identity.Searching() -> CallWords.number(encounter);
            case Identity.Known _, Identity.Nobody _, Identity.Unanswered _ -> Text.get("caller.unknown");
        };
    }

    private static Node sentence(Encounter encounter) {
        return switch (encounter.identity()) {
            case Identity.Several _ -> Rows.wrapped(Text.get("caller.not-chosen.sentence"), "muted");
            case Identity.Searching() -> Rows.wrapped(Text.get("caller.searching"), "muted");
            case Identity.Unanswered _ -> chips(Text.get("caller.not-answered"), Text.get("caller.nothing-saved"));
            case Identity.Withheld() -> chips(Text.get("caller.no-number"), Text.get("caller.nothing-saved"));
            case Identity.Known _, Identity.Nobody _ ->
                chips(Text.get("caller.not-in-memory"), Text.get("caller.nothing-saved"));
        };
    }

    private static Node chips(String chip, String sentence) {
        FlowPane row =
                new FlowPane(Chip.tinted(chip, Feather.HELP_CIRCLE, "warning"), Rows.label(sentence, "meta", "muted"));
        row.setRowValignment(VPos.CENTER);
        row.getStyleClass().add("gap-8");
        return row;
    }

    private List<Node> lines(Encounter encounter) {
        Caller caller = encounter.caller();
        List<Node> lines = new ArrayList<>();
        if (encounter.identity() instanceof Identity.Several(List<Candidate> several)) {
            lines.add(line(Feather.USERS, Text.get("caller.shared"), since(several)));
        }
        CallWords.country(caller)
                .ifPresent(country -> lines.add(line(Feather.MAP_PIN, country, Text.get("caller.area"))));
        String called = caller.calledNumber() == null ? "" : Text.get("caller.came-in", caller.calledNumber());
        if (caller.queue() != null) {
            lines.add(line(Feather.HEADPHONES, CallWords.queue(caller.queue()), called));
        } else if (!called.isEmpty()) {
            lines.add(line(Feather.HEADPHONES, called, ""));
        }
        return lines;
    }

    private String since(List<Candidate> several) {
        return several.stream()
                .map(Candidate::customer)
                .map(customer -> Text.get(
                        "caller.since",
                        customer.firstName().orElseGet(customer::profileId),
                        Integer.toString(year(customer))))
                .collect(Collectors.joining(", "));
    }

    private int year(Customer customer) {
        return customer.profile().createdAt().atZone(zone).getYear();
    }

    private static Node line(Ikon icon, String main, String second) {
        VBox words = Rows.column("caller-words", Rows.wrapped(main));
        if (!second.isEmpty()) {
            words.getChildren().add(Rows.wrapped(second, "meta", "muted"));
        }
        HBox line = Rows.row("gap-8", new Icon(icon, "small", "muted"), Rows.grow(words));
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    private static Node card(List<Node> lines) {
        VBox card = Rows.column("card");
        for (Node line : lines) {
            if (!card.getChildren().isEmpty()) {
                Region rule = new Region();
                rule.getStyleClass().add("rule");
                card.getChildren().add(rule);
            }
            card.getChildren().add(line);
        }
        return card;
    }

    private static Node networkName(String name) {
        return Rows.column(
                "gap-4",
                Rows.wrapped(Text.get("caller.network"), "section"),
                Rows.row("gap-8", Rows.grow(Rows.wrapped("\u201c" + name + "\u201d")), Chip.origin(Origin.GUESS)),
                Rows.wrapped(Text.get("caller.network.sentence"), "meta", "muted"));
    }
}
