package dev.recalldesk.server;

import dev.recalldesk.memory.Identifier;
import dev.recalldesk.memory.Lookup;
import dev.recalldesk.memory.Memory;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code …/Identifiers} of a customer, and {@code …/Profiles/Lookup}. */
final class IdentifierRoutes {
    private static final int MAX_VALUE = 255;
    private final Stores stores;
    private final Dialect dialect;

    IdentifierRoutes(Stores stores, Dialect dialect) {
        this.stores = stores;
        this.dialect = dialect;
    }

    void mount(RoutesConfig routes) {
        String path = dialect.profile() + "/Identifiers";
        routes.post(dialect.store() + "/Profiles/Lookup", this::lookup);
        routes.get(path, this::list);
        routes.post(path, this::add);
        routes.get(path + "/{idType}", this::read);
        routes.patch(path + "/{idType}", this::replace);
        routes.delete(path + "/{idType}", this::remove);
    }

    private void lookup(Context ctx) {
        Memory memory = stores.named(ctx);
        Fields body = identifier(Wire.body(ctx, false));
        Lookup found = memory.lookup(body.text("idType"), body.text("value"));
        ObjectNode json = Wire.object().put("normalizedValue", found.normalizedValue());
        ArrayNode profiles = json.putArray("profiles");
        for (String id : found.profileIds()) {
            switch (dialect) {
                case CURRENT -> profiles.add(id);
                case OLDER -> profiles.addObject().put("id", id);
            }
        }
        Wire.reply(ctx, 200, json);
    }

    private void list(Context ctx) {
        ObjectNode json = Wire.object();
        ArrayNode all = json.putArray("identifiers");
        Memory memory = stores.named(ctx);
        memory.identifiers(Customers.named(ctx, memory)).forEach(each -> all.add(json(each)));
        Wire.reply(ctx, 200, json);
    }

    private void add(Context ctx) {
        Memory memory = stores.named(ctx);
        Fields sent = Wire.body(ctx, false);
        String profile = Customers.named(ctx, memory);
        Fields body = identifier(sent);
        memory.addIdentifier(profile, body.text("idType"), body.text("value"));
        Wire.accepted(ctx, "Identifier accepted for processing.");
    }

    private void read(Context ctx) {
        Memory memory = stores.named(ctx);
        Wire.reply(ctx, 200, json(find(memory, Customers.named(ctx, memory), ctx)));
    }

    private void replace(Context ctx) {
        Memory memory = stores.named(ctx);
        Fields body = Wire.body(ctx, false);
        String profile = Customers.named(ctx, memory);
        Identifier present = find(memory, profile, ctx);
        body.only("idType", "oldValue", "newValue");
        if (!body.text("idType").equals(present.idType())) {
            throw Problem.invalid("idType", "It must be the one in the address.");
        }
        String newValue = body.text("newValue", 1, MAX_VALUE);
        memory.replaceIdentifier(profile, present.idType(), body.text("oldValue", 1, MAX_VALUE), newValue);
        Wire.accepted(ctx, "Identifier update accepted.");
    }

    private void remove(Context ctx) {
        Memory memory = stores.named(ctx);
        String profile = Customers.named(ctx, memory);
        Identifier present = find(memory, profile, ctx);
        if (Asked.flag("removeAll", ctx.queryParam("removeAll"), false)) {
            memory.removeIdentifiers(profile, present.idType());
        } else {
            memory.removeIdentifier(profile, present.idType());
        }
        Wire.accepted(ctx, "Identifier removal accepted.");
    }

    private static Fields identifier(Fields sent) {
        Fields body = sent.only("idType", "value");
        body.text("idType", 2, 30);
        body.text("value", 1, MAX_VALUE);
        return body;
    }

    private static Identifier find(Memory memory, String profile, Context ctx) {
        String type = ctx.pathParam("idType");
        return memory.identifiers(profile).stream()
                .filter(each -> each.idType().equals(type))
                .findAny()
                .orElseThrow(() -> Problem.notFound("The customer has no identifier of this type."));
    }

    private static ObjectNode json(Identifier identifier) {
        ObjectNode json = Wire.object().put("idType", identifier.idType());
        ArrayNode values = json.putArray("values");
        identifier.values().forEach(values::add);
        return json;
    }
}
