package dev.recalldesk.calls;

import dev.recalldesk.desk.Customer;
import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Customers that were found, each to be confirmed before the call is theirs. */
final class FoundList extends VBox {
    private final UnknownCallerViewModel model;

    FoundList(UnknownCallerViewModel model) {
        this.model = model;
        setId("unknown-found");
        getStyleClass().add("found-list");
        model.searchProperty().subscribe(this::show);
    }

    private void show(Search search) {
        getChildren().clear();
        if (search instanceof Search.Found found) {
            Label why = Rows.wrapped(reason(found.reason()), "strong");
            getChildren().add(why);
            int position = 0;
            for (Customer customer : found.customers()) {
                position++;
                getChildren()
                        .add(card(
                                customer,
                                position,
                                position == 1 && found.customers().size() == 1));
            }
        }
        Rows.show(this, search instanceof Search.Found);
    }

    private static String reason(Search.Reason reason) {
        return switch (reason) {
            case ASKED -> Text.get("unknown.found.asked");
            case SAME_EMAIL -> Text.get("unknown.found.same-email");
        };
    }

    private Node card(Customer customer, int position, boolean only) {
        String name = customer.name().orElseGet(customer::profileId);
        String details = Stream.of(
                        customer.profile().text("Contact", "email"),
                        customer.phone(),
                        customer.tier(),
                        customer.profile().text("Contact", "city"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
        String verb = Text.get("unknown.confirm", customer.firstName().orElse(name));
        String id = "unknown-confirm-" + position;
        FlowPane acts = new FlowPane(
                only
                        ? Buttons.primary(id, verb, () -> model.confirm(customer))
                        : Buttons.plain(id, verb, () -> model.confirm(customer)),
                Buttons.flat("unknown-back-" + position, Text.get("unknown.back"), model::back));
        acts.getStyleClass().add("gap-8");
        Label words = Rows.wrapped(details, "muted");
        return Rows.column("card", Rows.column("gap-4", Rows.wrapped(name, "title"), words), acts);
    }
}
