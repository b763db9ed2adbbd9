package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.Checks;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.NewSummary;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.ObservationPatch;
import dev.recalldesk.memory.Summary;
import dev.recalldesk.memory.SummaryPatch;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Observations and summaries on the wire. Pure functions. */
final class MemoryJson {
    private static final String CREATED = "createdAt";
    private static final String OCCURRED = "occurredAt";
    private static final String UPDATED = "updatedAt";

    private MemoryJson() {}

    /** Whether anything can be so; the service refuses to look for what cannot. */
    static boolean canMatch(ObservationFilter filter) {
        return (filter.source() == null || Checks.canBeSource(filter.source()))
                && (filter.conversationId() == null || NewObservation.isConversation(filter.conversationId()));
    }

    static Path where(Path path, ObservationFilter filter) {
        return path.with("source", filter.source())
                .with("createdAfter", filter.createdAfter())
                .with("createdBefore", filter.createdBefore())
                .with("conversationId", filter.conversationId());
    }

    static ObjectNode observations(List<NewObservation> observations) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode all = body.putArray("observations");
        for (NewObservation each : observations) {
            List<String> conversations = each.conversationIds();
            write(
                    all.addObject(),
                    each.content(),
                    each.source(),
                    each.occurredAt(),
                    conversations.isEmpty() ? null : conversations);
        }
        return body;
    }

    static ObjectNode write(ObservationPatch patch) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        write(body, patch.content(), patch.source(), patch.occurredAt(), patch.conversationIds());
        return body;
    }

    private static void write(
            ObjectNode one,
            @Nullable String content,
            @Nullable String source,
            @Nullable Instant occurredAt,
            @Nullable List<String> conversations) {
        put(one, "content", content);
        put(one, "source", source);
        put(one, OCCURRED, occurredAt == null ? null : Moments.write(OCCURRED, occurredAt));
        if (conversations != null) {
            ArrayNode ids = one.putArray("conversationIds");
            conversations.forEach(ids::add);
        }
    }

    static ObjectNode summaries(List<NewSummary> summaries) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode all = body.putArray("summaries");
        for (NewSummary each : summaries) {
            ObjectNode one = all.addObject().put("conversationId", each.conversationId());
            write(one, each.content(), each.source(), each.occurredAt(), null);
        }
        return body;
    }

    static ObjectNode write(SummaryPatch patch) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        put(body, "conversationId", patch.conversationId());
        write(body, patch.content(), patch.source(), patch.occurredAt(), null);
        return body;
    }

    private static void put(ObjectNode one, String field, @Nullable String value) {
        if (value != null) {
            one.put(field, value);
        }
    }

    static Observation observation(Fields given) {
        return new Observation(
                given.text("id"),
                given.text("content"),
                given.optionalText("source").orElse(""),
                given.moment(OCCURRED, CREATED),
                given.moment(CREATED, UPDATED, OCCURRED),
                given.moment(UPDATED, CREATED, OCCURRED),
                given.texts("conversationIds"));
    }

    static Summary summary(Fields given) {
        return new Summary(
                given.text("id"),
                given.optionalText("conversationId").orElse(""),
                given.text("content"),
                given.firstText("source").orElse(null),
                given.moment(OCCURRED, CREATED),
                given.moment(CREATED, UPDATED, OCCURRED),
                given.moment(UPDATED, CREATED, OCCURRED));
    }
}
