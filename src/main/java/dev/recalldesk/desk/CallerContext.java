package dev.recalldesk.desk;

import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.Recall;
import dev.recalldesk.memory.Summary;
import dev.recalldesk.memory.Trait;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the desk knows of one customer at one moment, for whoever has to go on from it: a person, a program, a language
 * model. An immutable snapshot.
 *
 * @param profileId {@code null} where it is not to be told
 * @param number of the call or of the customer, as people read it; {@code null} when neither is known
 * @param since the day they became a customer
 * @param facts the fields of the profile, in the order they are shown
 * @param recalled what may matter now, or what answers the question; {@code null} when the memory has not answered
 * @param asOf when the oldest part of it was read
 * @param redacted whether what identifies people and accounts was masked
 */
public record CallerContext(
        @Nullable String profileId,
        @Nullable String name,
        @Nullable String number,
        @Nullable String tier,
        LocalDate since,
        Essentials essentials,
        List<Fact> facts,
        @Nullable Recalled recalled,
        Instant asOf,
        boolean redacted) {
    /**
     * One field of the profile.
     *
     * @param changedAt {@code null} while the memory has not said
     */
    public record Fact(
            String group,
            String name,
            String value,
            @Nullable Instant changedAt) {}

    /**
     * @param mode how it was found, which may be more modest than what was asked for
     * @param question what was asked; {@code null} when nobody asked
     */
    public record Recalled(Recall.Mode mode, @Nullable String question, List<Item> observations, List<Item> summaries) {
        public Recalled {
            observations = List.copyOf(observations);
            summaries = List.copyOf(summaries);
        }
    }

    /**
     * One thing recalled.
     *
     * @param id {@code null} where it is not to be told
     * @param source who wrote it; {@code null} where the memory does not say
     * @param score 0 to 1; {@code null} where nothing was ranked
     */
    public record Item(
            @Nullable String id,
            String content,
            @Nullable String source,
            Instant occurredAt,
            boolean corrected,
            @Nullable Double score,
            List<String> conversationIds) {
        public Item {
            conversationIds = List.copyOf(conversationIds);
        }

        private static Item of(Recall.Hit<Observation> hit) {
            Observation one = hit.item();
            boolean corrected = !one.updatedAt().equals(one.createdAt());
            return new Item(
                    one.id(),
                    one.content(),
                    one.source(),
                    one.occurredAt(),
                    corrected,
                    score(hit),
                    one.conversationIds());
        }

        private static Item ofSummary(Recall.Hit<Summary> hit) {
            Summary one = hit.item();
            boolean corrected = !one.updatedAt().equals(one.createdAt());
            List<String> conversation = List.of(one.conversationId());
            return new Item(
                    one.id(), one.content(), one.source(), one.occurredAt(), corrected, score(hit), conversation);
        }

        private static @Nullable Double score(Recall.Hit<?> hit) {
            return hit.score().isPresent() ? hit.score().getAsDouble() : null;
        }
    }

    public CallerContext {
        facts = List.copyOf(facts);
    }

    /**
     * What a call shows; nothing while it is not clear who that is.
     *
     * @param now counts where no part has been read yet
     */
    public static Optional<CallerContext> of(Encounter call, Instant now) {
        return call.customer().map(customer -> of(customer, call.caller().number(), call.panel(), null, now));
    }

    static CallerContext of(Customer customer, String called, Panel panel, @Nullable String question, Instant now) {
        Recalled recalled = panel.relevant() instanceof Part.Ready<Recall> ready
                ? new Recalled(
                        ready.value().mode(),
                        question,
                        ready.value().observations().stream().map(Item::of).toList(),
                        ready.value().summaries().stream().map(Item::ofSummary).toList())
                : null;
        return new CallerContext(
                customer.profileId(),
                customer.name().orElse(null),
                called.isEmpty() ? customer.phone().orElse(null) : called,
                customer.tier().orElse(null),
                customer.since(),
                Essentials.of(customer, panel),
                facts(customer, panel),
                recalled,
                asOf(panel).orElse(now),
                false);
    }

    private static List<Fact> facts(Customer customer, Panel panel) {
        if (panel.traits() instanceof Part.Ready<List<Trait>> ready) {
            return ready.value().stream()
                    .sorted(TraitOrder.TRAITS)
                    .map(trait ->
                            new Fact(trait.group(), trait.name(), trait.value().text(), trait.changedAt()))
                    .toList();
        }
        return customer.profile().traits().entrySet().stream()
                .flatMap(group -> group.getValue().entrySet().stream()
                        .map(field -> new Fact(
                                group.getKey(), field.getKey(), field.getValue().text(), null)))
                .sorted(Comparator.comparing(Fact::group, TraitOrder.GROUPS).thenComparing(Fact::name))
                .toList();
    }

    private static Optional<Instant> asOf(Panel panel) {
        return Stream.of(panel.traits(), panel.observations(), panel.summaries(), panel.relevant())
                .flatMap(part -> part instanceof Part.Ready<?> ready ? Stream.of(ready.asOf()) : Stream.empty())
                .min(Comparator.naturalOrder());
    }
}
