package dev.recalldesk.memory.twilio;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One question to the service.
 *
 * @param path from the first slash, with its query
 * @param kind how much time it has
 * @param repeatable whether asking twice does no more than asking once
 */
record Request(Method method, String path, @Nullable ObjectNode body, Kind kind, boolean repeatable) {
    enum Method {
        GET,
        POST,
        PATCH,
        PUT,
        DELETE
    }

    enum Kind {
        LOOKUP,
        RECALL,
        READ,
        WRITE
    }

    static Request read(Path path) {
        return new Request(Method.GET, path.toString(), null, Kind.READ, true);
    }

    /** A question that is sent with a body and changes nothing all the same. */
    static Request ask(Kind kind, Path path, ObjectNode body) {
        return new Request(Method.POST, path.toString(), body, kind, true);
    }

    /** A write that is done twice when it is sent twice. */
    static Request writeOnce(Method method, Path path, @Nullable ObjectNode body) {
        return new Request(method, path.toString(), body, Kind.WRITE, false);
    }

    /** A write that leaves the same behind however often it is sent. */
    static Request write(Method method, Path path, @Nullable ObjectNode body) {
        return new Request(method, path.toString(), body, Kind.WRITE, true);
    }

    boolean changes() {
        return kind == Kind.WRITE;
    }
}
