package dev.recalldesk.server;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.Recall;
import dev.recalldesk.memory.RecallRequest;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code …/Recall} of a customer. */
final class RecallRoutes {
    private static final int MOST = 100;
    private static final int MOST_OLDER = 20;
    private final Stores stores;
    private final Dialect dialect;

    RecallRoutes(Stores stores, Dialect dialect) {
        this.stores = stores;
        this.dialect = dialect;
    }

    void mount(RoutesConfig routes) {
        routes.post(dialect.profile() + "/Recall", this::recall);
    }

    private void recall(Context ctx) {
        Memory memory = stores.named(ctx);
        Fields body = Wire.body(ctx, false);
        Recall recall = memory.recall(Customers.read(ctx, memory), request(body));
        ObjectNode json = Wire.object();
        hits(json.putArray("observations"), recall.observations(), ObservationRoutes::json);
        hits(json.putArray("summaries"), recall.summaries(), SummaryRoutes::json);
        // What was said word for word is kept by the phone system, not by this memory.
        json.putArray("communications");
        json.putObject("meta").put("queryTime", recall.queryTime().toMillis());
        Wire.reply(ctx, 200, json);
    }

    private RecallRequest request(Fields body) {
        limit(body, "communicationsLimit", 0);
        int observations = limit(body, "observationsLimit", dialect == Dialect.OLDER ? 5 : 20);
        Double threshold = body.optionalNumber("relevanceThreshold");
        return new RecallRequest(
                body.optionalText("query", 0, RecallRequest.MAX_QUERY),
                body.optionalText("conversationId"),
                body.optionalMoment("beginDate"),
                body.optionalMoment("endDate"),
                dialect == Dialect.OLDER ? Math.min(observations, MOST_OLDER) : observations,
                limit(body, "summariesLimit", 5),
                threshold == null ? 0 : threshold);
    }

    private static int limit(Fields body, String field, int otherwise) {
        Integer limit = body.optionalInteger(field);
        if (limit != null && (limit < 0 || limit > MOST)) {
            throw Problem.invalid(field, "It must be between 0 and " + MOST + ".");
        }
        return limit == null ? otherwise : limit;
    }

    private static <T> void hits(ArrayNode array, List<Recall.Hit<T>> hits, Function<T, ObjectNode> toJson) {
        for (Recall.Hit<T> hit : hits) {
            ObjectNode json = toJson.apply(hit.item());
            hit.score().ifPresent(score -> json.put("score", score));
            array.add(json);
        }
    }
}
