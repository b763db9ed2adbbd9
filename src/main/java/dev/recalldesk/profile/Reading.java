package dev.recalldesk.profile;

import dev.recalldesk.desk.Customer;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Identity;
import dev.recalldesk.desk.Panel;
import dev.recalldesk.desk.Part;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.Profile;
import dev.recalldesk.memory.Summary;
import dev.recalldesk.memory.Trait;
import dev.recalldesk.profile.ProfileState.Essentials;
import dev.recalldesk.profile.ProfileState.LastSummary;
import dev.recalldesk.profile.ProfileState.Who;
import dev.recalldesk.ui.Ages;
import dev.recalldesk.ui.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the head, the essentials and the last summary out of a snapshot. */
final class Reading {
    private Reading() {}

    static Who who(Encounter encounter, Identity.Known known) {
        Customer customer = known.customer();
        String called = encounter.caller().number();
        Duration lookup = encounter.timing().lookup();
        return new Who(
                customer.name().orElseGet(() -> Text.get("profile.nameless")),
                Text.get("profile.since", Ages.month(since(customer.profile()))),
                called.isEmpty() ? customer.phone().orElse("") : called,
                lookup == null ? "" : Text.get("profile.matched", lookup.toMillis()),
                customer.tier().orElse(""),
                known.confirmed());
    }

    /** The promise is read where it is newest: in the traits, else in the profile itself. */
    static Essentials essentials(Customer customer, Panel panel, Instant now, ZoneId zone) {
        String promise = panel.traits() instanceof Part.Ready<List<Trait>> ready
                ? ready.value().stream()
                        .filter(trait ->
                                trait.group().equals("Support") && trait.name().equals("promise"))
                        .map(trait -> trait.value().text())
                        .findFirst()
                        .orElse("")
                : customer.profile().text("Support", "promise").orElse("");
        Optional<Contact> last = lastContact(panel);
        return new Essentials(
                promise.strip(),
                last.map(contact -> contactDay(contact.at(), now, zone)).orElse(""),
                last.map(contact -> Words.firstSentence(contact.words())).orElse(""));
    }

    static @Nullable LastSummary summary(Panel panel, Instant now, ZoneId zone) {
        return summaries(panel)
                .max(Comparator.comparing(Summary::occurredAt))
                .map(summary -> new LastSummary(
                        summary.content(),
                        Ages.day(day(summary.occurredAt(), zone), day(now, zone)),
                        summary.occurredAt()))
                .orElse(null);
    }

    private record Contact(Instant at, String words) {}

    private static Optional<Contact> lastContact(Panel panel) {
        return Stream.concat(
                        summaries(panel).map(summary -> new Contact(summary.occurredAt(), summary.content())),
                        observations(panel).map(fact -> new Contact(fact.occurredAt(), fact.content())))
                .max(Comparator.comparing(Contact::at));
    }

    private static Stream<Summary> summaries(Panel panel) {
        return panel.summaries() instanceof Part.Ready<Page<Summary>> ready
                ? ready.value().items().stream()
                : Stream.empty();
    }

    private static Stream<Observation> observations(Panel panel) {
        return panel.observations() instanceof Part.Ready<Page<Observation>> ready
                ? ready.value().items().stream()
                : Stream.empty();
    }

    private static String contactDay(Instant at, Instant now, ZoneId zone) {
        LocalDate day = day(at, zone);
        LocalDate today = day(now, zone);
        if (day.equals(today)) {
            return Text.get("profile.contact.today");
        }
        return day.equals(today.minusDays(1))
                ? Text.get("profile.contact.yesterday")
                : Text.get("profile.contact", Ages.day(day, today));
    }

    private static LocalDate since(Profile profile) {
        LocalDate created = day(profile.createdAt(), ZoneOffset.UTC);
        return profile.text("Account", "customerSince").flatMap(Reading::isoDay).orElse(created);
    }

    private static Optional<LocalDate> isoDay(String written) {
        try {
            return Optional.of(LocalDate.parse(written.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static LocalDate day(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }
}
