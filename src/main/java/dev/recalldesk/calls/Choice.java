package dev.recalldesk.calls;

import dev.recalldesk.desk.Candidate;
import dev.recalldesk.desk.Customer;
import dev.recalldesk.ui.Ages;
import dev.recalldesk.ui.Text;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One of several possible customers, in words.
 *
 * @param name as full as it is known
 * @param shortName for the button
 * @param since when the memory first knew this customer
 * @param facts what may tell the candidates apart, the same ones for each
 * @param topic what it was about last; may be empty
 */
public record Choice(Customer customer, String name, String shortName, String since, List<Fact> facts, String topic) {
    /** @param differs whether not every candidate has this value */
    public record Fact(String label, String value, boolean differs) {}

    static List<Choice> of(List<Candidate> candidates, ZoneId zone) {
        List<Column> columns = List.of(
                new Column(Text.get("chooser.last-contact"), one -> lastContact(one, zone)),
                new Column(Text.get("chooser.city"), one -> text(one, "Contact", "city")),
                new Column(Text.get("chooser.open-orders"), one -> text(one, "Account", "openOrders")),
                new Column(Text.get("chooser.tier"), one -> text(one, "Account", "tier")));
        List<Column> known =
                columns.stream().filter(column -> column.known(candidates)).toList();
        return candidates.stream().map(one -> of(one, known, candidates, zone)).toList();
    }

    private static Choice of(Candidate one, List<Column> columns, List<Candidate> all, ZoneId zone) {
        List<Fact> facts = new ArrayList<>();
        for (Column column : columns) {
            String value = column.value().apply(one);
            facts.add(new Fact(
                    column.label(), value.isEmpty() ? Text.get("chooser.unknown") : value, column.differs(all)));
        }
        Customer customer = one.customer();
        String name = customer.name().orElseGet(customer::profileId);
        LocalDate since = LocalDate.ofInstant(customer.profile().createdAt(), zone);
        return new Choice(
                customer,
                name,
                customer.firstName().orElse(name),
                Text.get("chooser.since", Ages.month(since)),
                List.copyOf(facts),
                one.lastTopic() == null ? "" : one.lastTopic());
    }

    private static String lastContact(Candidate one, ZoneId zone) {
        return one.lastContact() == null ? "" : Ages.date(one.lastContact(), zone);
    }

    private static String text(Candidate one, String group, String trait) {
        return one.customer().profile().text(group, trait).orElse("");
    }

    private record Column(String label, Function<Candidate, String> value) {
        boolean known(List<Candidate> all) {
            return all.stream().anyMatch(one -> !value.apply(one).isEmpty());
        }

        boolean differs(List<Candidate> all) {
            return all.stream().map(value).distinct().count() > 1;
        }
    }
}
