package dev.recalldesk.profile;

import dev.recalldesk.desk.Customer;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Essentials;
import dev.recalldesk.desk.Identity;
import dev.recalldesk.desk.Panel;
import dev.recalldesk.desk.Part;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.Summary;
import dev.recalldesk.profile.ProfileState.LastSummary;
import dev.recalldesk.profile.ProfileState.Who;
import dev.recalldesk.ui.Ages;
import dev.recalldesk.ui.Text;
import dev.recalldesk.ui.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
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
                Text.get("profile.since", Ages.month(customer.since())),
                called.isEmpty() ? customer.phone().orElse("") : called,
                lookup == null ? "" : Text.get("profile.matched", lookup.toMillis()),
                customer.tier().orElse(""),
                known.confirmed());
    }

    static ProfileState.Essentials essentials(Customer customer, Panel panel, Instant now, ZoneId zone) {
        Essentials known = Essentials.of(customer, panel);
        Essentials.Contact last = known.lastContact();
        return new ProfileState.Essentials(
                known.promise(),
                last == null ? "" : contactDay(last.at(), now, zone),
                last == null ? "" : Words.firstSentence(last.words()));
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

    private static Stream<Summary> summaries(Panel panel) {
        return panel.summaries() instanceof Part.Ready<Page<Summary>> ready
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

    private static LocalDate day(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }
}
