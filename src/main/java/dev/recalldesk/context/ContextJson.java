package dev.recalldesk.context;

import dev.recalldesk.desk.CallerContext;
import dev.recalldesk.desk.CallerContext.Fact;
import dev.recalldesk.desk.CallerContext.Item;
import dev.recalldesk.desk.CallerContext.Recalled;
import dev.recalldesk.desk.Essentials;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A context as JSON in ASCII, which arrives unharmed whatever the terminal or pipe it goes through. Pure functions. */
public final class ContextJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private ContextJson() {}

    /** One object over several lines. What is not known is left out; times are in UTC. */
    public static String of(CallerContext known) {
        ObjectNode root = JSON.createObjectNode();
        put(root, "profileId", known.profileId());
        put(root, "name", known.name());
        put(root, "number", known.number());
        put(root, "tier", known.tier());
        root.put("customerSince", known.since().toString());
        essentials(root, known.essentials());
        ArrayNode traits = root.putArray("traits");
        known.facts().forEach(fact -> trait(traits.addObject(), fact));
        if (known.recalled() != null) {
            recalled(root.putObject("recall"), known.recalled());
        }
        root.put("asOf", known.asOf().truncatedTo(ChronoUnit.MILLIS).toString());
        root.put("redacted", known.redacted());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static void essentials(ObjectNode root, Essentials essentials) {
        put(root, "promise", essentials.promise().isEmpty() ? null : essentials.promise());
        Essentials.Contact last = essentials.lastContact();
        if (last != null) {
            root.putObject("lastContact").put("at", last.at().toString()).put("content", last.words());
        }
    }

    private static void trait(ObjectNode into, Fact fact) {
        into.put("group", fact.group()).put("name", fact.name()).put("value", fact.value());
        put(into, "changedAt", fact.changedAt());
    }

    private static void recalled(ObjectNode into, Recalled recalled) {
        into.put("mode", recalled.mode().name());
        put(into, "query", recalled.question());
        items(into.putArray("observations"), recalled.observations());
        items(into.putArray("summaries"), recalled.summaries());
    }

    private static void items(ArrayNode into, List<Item> items) {
        for (Item item : items) {
            ObjectNode one = into.addObject();
            put(one, "id", item.id());
            one.put("content", item.content());
            put(one, "source", item.source());
            one.put("occurredAt", item.occurredAt().toString()).put("corrected", item.corrected());
            if (item.score() != null) {
                one.put("score", item.score());
            }
            if (!item.conversationIds().isEmpty()) {
                ArrayNode conversations = one.putArray("conversationIds");
                item.conversationIds().forEach(conversations::add);
            }
        }
    }

    private static void put(ObjectNode into, String key, @Nullable Object value) {
        if (value instanceof Instant || value instanceof String) {
            into.put(key, value.toString());
        }
    }
}
