package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.Recall;
import dev.recalldesk.memory.Recall.Hit;
import dev.recalldesk.memory.Recall.Mode;
import dev.recalldesk.memory.RecallRequest;
import dev.recalldesk.memory.Summary;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Recall on the wire. Pure functions. */
final class RecallJson {
    /** The most observations the older dialect gives. */
    private static final int MOST_OLDER = 20;

    private RecallJson() {}

    static ObjectNode write(RecallRequest request, Dialect dialect) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (hasQuery(request)) {
            body.put("query", request.query());
        }
        if (request.conversationId() != null) {
            body.put("conversationId", request.conversationId());
        }
        if (request.begin() != null) {
            body.put("beginDate", Moments.write("beginDate", request.begin()));
        }
        if (request.end() != null) {
            body.put("endDate", Moments.write("endDate", request.end()));
        }
        if (request.threshold() > 0) {
            body.put("relevanceThreshold", request.threshold());
        }
        boolean older = dialect == Dialect.OLDER;
        return body.put(
                        "observationsLimit",
                        older ? Math.min(MOST_OLDER, request.observations()) : request.observations())
                .put("summariesLimit", request.summaries());
    }

    static Recall read(RecallRequest request, Fields answer) {
        List<Hit<Observation>> observations = hits(answer, "observations", MemoryJson::observation);
        List<Hit<Summary>> summaries = hits(answer, "summaries", MemoryJson::summary);
        int millis =
                answer.object("meta").map(meta -> meta.integer("queryTime", 0)).orElse(0);
        return new Recall(mode(request, observations, summaries), observations, summaries, Duration.ofMillis(millis));
    }

    private static boolean hasQuery(RecallRequest request) {
        return request.query() != null && !request.query().isBlank();
    }

    /** The service falls back to the most recent without saying so; then what it gives has no scores. */
    private static Mode mode(
            RecallRequest request, List<? extends Hit<?>> observations, List<? extends Hit<?>> summaries) {
        boolean nothing = observations.isEmpty() && summaries.isEmpty();
        boolean scored = Stream.concat(observations.stream(), summaries.stream())
                .anyMatch(hit -> hit.score().isPresent());
        if (!nothing && !scored) {
            return Mode.MOST_RECENT;
        }
        if (hasQuery(request)) {
            return Mode.QUERY;
        }
        return request.conversationId() == null ? Mode.MOST_RECENT : Mode.CONVERSATION;
    }

    private static <T> List<Hit<T>> hits(Fields answer, String name, Function<Fields, T> reading) {
        return answer.objects(name).stream()
                .map(each -> new Hit<>(reading.apply(each), each.share("score"), Set.of(), Set.of()))
                .toList();
    }
}
