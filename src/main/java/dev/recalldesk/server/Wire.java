package dev.recalldesk.server;

import io.javalin.config.Key;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bodies in and out. Thread-safe. */
final class Wire {
    /** The most bytes of a body, as sent and as unpacked. */
    static final int MAX_BODY = 4 * 1024 * 1024;

    private static final int MAX_ENCODINGS = 200;
    /** Where a server keeps the room it has for bodies. */
    static final Key<BodyRoom> ROOM = new Key<>("room for bodies");

    /** Of a body: far more than any that is meant, and little enough to be held many times. */
    private static final int MAX_TOKENS = 200_000;

    private static final int MAX_DEPTH = 64;
    private static final int MAX_NAME = 1_024;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxTokenCount(MAX_TOKENS)
                            .maxNameLength(MAX_NAME)
                            .maxStringLength(MAX_BODY)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Wire() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** @throws JacksonException when this is no JSON */
    static JsonNode parse(String json) {
        return MAPPER.readTree(json);
    }

    static void reply(Context ctx, int status, ObjectNode body) {
        ctx.status(status)
                .contentType("application/json")
                .result(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    static void accepted(Context ctx, String message) {
        reply(ctx, 202, object().put("message", message));
    }

    /** The body as an object; none at all counts as an empty one where {@code optional}. */
    static Fields body(Context ctx, boolean optional) {
        byte[] bytes = bytes(ctx);
        if (bytes.length == 0 && optional) {
            return new Fields("", object());
        }
        try {
            JsonNode node = MAPPER.readTree(bytes);
            if (node instanceof ObjectNode object) {
                return new Fields("", object);
            }
        } catch (JacksonException e) {
            // What the parser says may quote the body, so it is not passed on.
            throw Problem.invalid("", "The body is not valid JSON.");
        }
        throw Problem.invalid("", "The body must be a JSON object.");
    }

    /** Refuses a list of encodings that no client means. */
    static void checkEncodings(Context ctx) {
        String accepted = ctx.header("Accept-Encoding");
        if (accepted != null && accepted.length() > MAX_ENCODINGS) {
            throw Problem.invalid("Accept-Encoding", "It has at most " + MAX_ENCODINGS + " characters.");
        }
    }

    private static byte[] bytes(Context ctx) {
        long announced = ctx.req().getContentLengthLong();
        try (InputStream sent = ctx.bodyInputStream()) {
            if (announced > MAX_BODY) {
                throw after(sent, tooLarge());
            }
            byte[] packed = limited(ctx, sent, announced < 0 ? MAX_BODY : (int) announced);
            InputStream plain = unpacked(packed, ctx.header("Content-Encoding"));
            return plain == null ? packed : limited(ctx, plain, MAX_BODY);
        } catch (ZipException | EOFException e) {
            throw Problem.invalid("Content-Encoding", "The body is not packed as the header says.");
        } catch (IOException e) {
            throw Problem.invalid("", "The body could not be read to its end.");
        }
    }

    /** {@code null} when there is nothing to unpack. */
    private static @Nullable InputStream unpacked(byte[] packed, @Nullable String encoding) throws IOException {
        String name =
                encoding == null || packed.length == 0 ? "" : encoding.strip().toLowerCase(Locale.ROOT);
        InputStream in = new ByteArrayInputStream(packed);
        return switch (name) {
            case "", "identity" -> null;
            case "gzip" -> new GZIPInputStream(in);
            case "deflate" -> new InflaterInputStream(in);
            default -> throw Problem.invalid("Content-Encoding", "Send the body plain, as gzip or as deflate.");
        };
    }

    /** @param most how long it may become as far as is known */
    private static byte[] limited(Context ctx, InputStream in, int most) throws IOException {
        byte[] first = in.readNBytes(BodyRoom.SMALL);
        if (first.length < BodyRoom.SMALL) {
            return first;
        }
        if (!ctx.appData(ROOM).enter(ctx, most)) {
            throw after(in, BodyRoom.full(ctx));
        }
        byte[] rest = in.readNBytes(MAX_BODY + 1 - first.length);
        if (first.length + rest.length > MAX_BODY) {
            throw tooLarge();
        }
        byte[] all = Arrays.copyOf(first, first.length + rest.length);
        System.arraycopy(rest, 0, all, first.length, rest.length);
        return all;
    }

    /** Takes what is still on its way, up to a limit, because who is hung up on while sending never hears the answer. */
    private static Problem after(InputStream rest, Problem problem) throws IOException {
        byte[] taken = new byte[BodyRoom.SMALL];
        int all = 0;
        for (int read = rest.read(taken); read >= 0 && all <= MAX_BODY; read = rest.read(taken)) {
            all += read;
        }
        return problem;
    }

    private static Problem tooLarge() {
        return new Problem(413, 413, "A body has at most 4 MiB.");
    }

    /** A moment written as RFC 3339, with any offset and fraction. */
    static Instant moment(String field, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw Problem.invalid(field, "A time is written like 2025-01-15T10:30:45Z.");
        }
    }

    /** The same in an address, where some clients leave the offset away and a plus sign may arrive as a space. */
    static Instant looseMoment(String field, String text) {
        try {
            return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return moment(field, text.replace(' ', '+'));
        }
    }

    /** Milliseconds at the finest, because some readers stop at 30 characters. */
    static String moment(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
