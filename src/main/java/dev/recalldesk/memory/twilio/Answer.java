package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.MemoryFailure.NotTheService;
import dev.recalldesk.memory.MemoryFailure.NotTheService.Sign;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came back, whole.
 *
 * @param headers by name in lower case, the last of each
 * @param fields what was said; empty when nothing was or nothing that is a JSON object
 * @param took from sending to the last byte
 */
record Answer(int status, Map<String, String> headers, Body body, Fields fields, Duration took) {
    /** The id a customer has by now, where customers were merged. */
    static final String CANONICAL = "canonical-profile-id";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int LOOK_AT = 512;

    /** In place of one that did not come, where none is needed. */
    static final Answer NONE = of(202, Map.of(), new byte[0], Duration.ZERO);

    /** What came after the headers. */
    enum Body {
        NOTHING,
        OBJECT,
        /** A page for people. */
        PAGE,
        OTHER
    }

    static Answer of(int status, Map<String, String> headers, byte[] bytes, Duration took) {
        ObjectNode object = bytes.length == 0 ? null : object(bytes);
        Body body = object != null
                ? Body.OBJECT
                : bytes.length == 0 ? Body.NOTHING : isPage(headers, bytes) ? Body.PAGE : Body.OTHER;
        Fields fields = object == null ? Fields.NONE : new Fields(object);
        return new Answer(status, Map.copyOf(headers), body, fields, took);
    }

    private static @Nullable ObjectNode object(byte[] bytes) {
        try {
            JsonNode node = MAPPER.readTree(bytes);
            return node instanceof ObjectNode object ? object : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static boolean isPage(Map<String, String> headers, byte[] bytes) {
        String type = headers.getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
        String start = new String(bytes, 0, Math.min(LOOK_AT, bytes.length), StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
        return type.contains("html") || start.startsWith("<!doctype html") || start.startsWith("<html");
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** These are somebody else's words. */
    boolean isForeign() {
        return body == Body.PAGE || body == Body.OTHER;
    }

    NotTheService strange(boolean mayHaveHappened) {
        boolean page = body == Body.PAGE;
        return new NotTheService(
                page ? Sign.WEB_PAGE : Sign.STRANGE,
                "The answer with status " + status + " is " + (page ? "a web page" : "not what the service says"),
                null,
                mayHaveHappened);
    }
}
