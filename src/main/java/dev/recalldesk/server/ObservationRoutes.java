package dev.recalldesk.server;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.ObservationPatch;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code …/Observations} of a customer. */
final class ObservationRoutes {
    private static final int MAX_ASKED = 1000;
    private static final int MAX_PAGE = 50;
    private final Stores stores;
    private final Dialect dialect;
    private final InstantSource clock;

    ObservationRoutes(Stores stores, Dialect dialect, InstantSource clock) {
        this.stores = stores;
        this.dialect = dialect;
        this.clock = clock;
    }

    void mount(RoutesConfig routes) {
        String path = dialect.profile() + "/Observations";
        routes.get(path, this::list);
        routes.post(path, this::add);
        routes.get(path + "/{observation}", this::read);
        routes.patch(path + "/{observation}", this::correct);
        routes.delete(path + "/{observation}", this::delete);
        routes.get(path + "/{observation}/Revisions", this::revisions);
    }

    private void list(Context ctx) {
        Listing asked =
                Listing.of(ctx, MAX_ASKED, MAX_PAGE, "source", "createdAfter", "createdBefore", "conversationId");
        ObservationFilter filter = new ObservationFilter(
                asked.filter("source", Listing.SOURCE),
                asked.moment("createdAfter"),
                asked.moment("createdBefore"),
                asked.filter("conversationId", Listing.CONVERSATION));
        Memory memory = stores.named(ctx);
        Wire.reply(
                ctx,
                200,
                Pages.objects(
                        "observations",
                        asked,
                        memory.observations(Customers.read(ctx, memory), filter, asked.page()),
                        ObservationRoutes::json));
    }

    private void add(Context ctx) {
        Memory memory = stores.named(ctx);
        Fields body = Wire.body(ctx, false);
        String profile = Customers.named(ctx, memory);
        boolean bare = dialect == Dialect.OLDER && !body.has("observations");
        List<Fields> items = bare ? List.of(body) : body.only("observations").objects("observations");
        memory.addObservations(profile, items.stream().map(this::item).toList());
        Wire.accepted(ctx, "Observations creation accepted");
    }

    private NewObservation item(Fields item) {
        Instant occurredAt =
                dialect == Dialect.OLDER && !item.has("occurredAt") ? clock.instant() : item.moment("occurredAt");
        List<String> conversations = item.optionalTexts("conversationIds");
        return new NewObservation(
                item.text("content"),
                item.text("source"),
                occurredAt,
                conversations == null ? List.of() : conversations);
    }

    private void read(Context ctx) {
        Memory memory = stores.named(ctx);
        String id = Asked.observation(ctx);
        Wire.reply(ctx, 200, json(memory.observation(Customers.readThrough(ctx, memory), id)));
    }

    private void correct(Context ctx) {
        Memory memory = stores.named(ctx);
        String id = Asked.observation(ctx);
        Fields body = Wire.body(ctx, false);
        String profile = Customers.named(ctx, memory);
        memory.correctObservation(
                profile,
                id,
                new ObservationPatch(
                        body.optionalText("content"),
                        body.optionalText("source"),
                        body.optionalMoment("occurredAt"),
                        body.optionalTexts("conversationIds")));
        Wire.accepted(ctx, "Observation update accepted");
    }

    private void delete(Context ctx) {
        Memory memory = stores.named(ctx);
        String id = Asked.observation(ctx);
        memory.deleteObservation(Customers.named(ctx, memory), id);
        Wire.accepted(ctx, "Observation deletion accepted");
    }

    private void revisions(Context ctx) {
        Listing asked = Listing.newestFirst(ctx, MAX_ASKED, MAX_PAGE);
        Memory memory = stores.named(ctx);
        String id = Asked.observation(ctx);
        Wire.reply(
                ctx,
                200,
                Pages.objects(
                        "revisions",
                        asked,
                        memory.revisions(Customers.readThrough(ctx, memory), id, asked.page()),
                        ObservationRoutes::json));
    }

    static ObjectNode json(Observation observation) {
        ObjectNode json = Wire.object()
                .put("id", observation.id())
                .put("content", observation.content())
                .put("source", observation.source())
                .put("occurredAt", Wire.moment(observation.occurredAt()))
                .put("createdAt", Wire.moment(observation.createdAt()))
                .put("updatedAt", Wire.moment(observation.updatedAt()));
        if (!observation.conversationIds().isEmpty()) {
            ArrayNode conversations = json.putArray("conversationIds");
            observation.conversationIds().forEach(conversations::add);
        }
        return json;
    }
}
