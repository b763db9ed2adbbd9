package dev.recalldesk.desk;

import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.Summary;
import dev.recalldesk.memory.Trait;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What matters first about a customer.
 *
 * @param promise what was promised and is open; empty when nothing is
 * @param lastContact the newest thing remembered; {@code null} while there is none
 */
public record Essentials(String promise, @Nullable Contact lastContact) {
    /** A contact, and all that is remembered of it in one text. */
    public record Contact(Instant at, String words) {}

    /** The promise is read where it is newest: in the traits, else in the profile itself. */
    public static Essentials of(Customer customer, Panel panel) {
        String promise = panel.traits() instanceof Part.Ready<List<Trait>> ready
                ? ready.value().stream()
                        .filter(trait ->
                                trait.group().equals("Support") && trait.name().equals("promise"))
                        .map(trait -> trait.value().text())
                        .findFirst()
                        .orElse("")
                : customer.profile().text("Support", "promise").orElse("");
        return new Essentials(promise.strip(), lastContact(panel));
    }

    private static @Nullable Contact lastContact(Panel panel) {
        Stream<Contact> summaries = panel.summaries() instanceof Part.Ready<Page<Summary>> ready
                ? ready.value().items().stream().map(one -> new Contact(one.occurredAt(), one.content()))
                : Stream.empty();
        Stream<Contact> observations = panel.observations() instanceof Part.Ready<Page<Observation>> ready
                ? ready.value().items().stream().map(one -> new Contact(one.occurredAt(), one.content()))
                : Stream.empty();
        return Stream.concat(summaries, observations)
                .max(Comparator.comparing(Contact::at))
                .orElse(null);
    }
}
