package dev.recalldesk.server;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.NewSummary;
import dev.recalldesk.memory.Summary;
import dev.recalldesk.memory.SummaryPatch;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** {@code …/ConversationSummaries} of a customer. */
final class SummaryRoutes {
    private static final int MAX_ASKED = 1000;
    private static final int MAX_PAGE = 50;
    private final Stores stores;
    private final Dialect dialect;
    private final InstantSource clock;

    SummaryRoutes(Stores stores, Dialect dialect, InstantSource clock) {
        this.stores = stores;
        this.dialect = dialect;
        this.clock = clock;
    }

    void mount(RoutesConfig routes) {
        String path = dialect.profile() + "/ConversationSummaries";
        routes.get(path, this::list);
        routes.post(path, this::add);
        routes.get(path + "/{summary}", this::read);
        routes.patch(path + "/{summary}", this::correct);
        routes.delete(path + "/{summary}", this::delete);
    }

    private void list(Context ctx) {
        Listing asked = Listing.newestFirst(ctx, MAX_ASKED, MAX_PAGE, "conversationId");
        String conversation = asked.filter("conversationId", Listing.CONVERSATION);
        Memory memory = stores.named(ctx);
        Wire.reply(
                ctx,
                200,
                Pages.objects(
                        "summaries",
                        asked,
                        memory.summaries(Customers.read(ctx, memory), conversation, asked.page()),
                        SummaryRoutes::json));
    }

    private void add(Context ctx) {
        Memory memory = stores.named(ctx);
        Fields body = Wire.body(ctx, false);
        String profile = Customers.named(ctx, memory);
        boolean bare = dialect == Dialect.OLDER && !body.has("summaries");
        List<Fields> items = bare ? List.of(body) : body.only("summaries").objects("summaries");
        memory.addSummaries(profile, items.stream().map(this::item).toList());
        Wire.accepted(ctx, "Summaries creation accepted");
    }

    private NewSummary item(Fields item) {
        Instant occurredAt =
                dialect == Dialect.OLDER && !item.has("occurredAt") ? clock.instant() : item.moment("occurredAt");
        return new NewSummary(
                item.text("conversationId"), item.text("content"), item.optionalText("source"), occurredAt);
    }

    private void read(Context ctx) {
        Memory memory = stores.named(ctx);
        String id = Asked.summary(ctx);
        Wire.reply(ctx, 200, json(memory.summary(Customers.readThrough(ctx, memory), id)));
    }

    private void correct(Context ctx) {
        Memory memory = stores.named(ctx);
        String id = Asked.summary(ctx);
        Fields body = Wire.body(ctx, false);
        String profile = Customers.named(ctx, memory);
        memory.correctSummary(
                profile,
                id,
                new SummaryPatch(
                        body.optionalText("conversationId"),
                        body.optionalText("content"),
                        body.optionalText("source"),
                        body.optionalMoment("occurredAt")));
        Wire.accepted(ctx, "Conversation summary update accepted");
    }

    private void delete(Context ctx) {
        Memory memory = stores.named(ctx);
        String id = Asked.summary(ctx);
        memory.deleteSummary(Customers.named(ctx, memory), id);
        Wire.accepted(ctx, "Conversation summary deletion accepted");
    }

    static ObjectNode json(Summary summary) {
        ObjectNode json = Wire.object()
                .put("id", summary.id())
                .put("conversationId", summary.conversationId())
                .put("content", summary.content())
                .put("occurredAt", Wire.moment(summary.occurredAt()))
                .put("createdAt", Wire.moment(summary.createdAt()))
                .put("updatedAt", Wire.moment(summary.updatedAt()));
        if (summary.source() != null) {
            json.put("source", summary.source());
        }
        return json;
    }
}
