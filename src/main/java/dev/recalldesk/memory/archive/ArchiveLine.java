package dev.recalldesk.memory.archive;

import dev.recalldesk.memory.Checks;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object of an archive. Every access says by a {@link LineProblem} what is missing or wrong. */
public final class ArchiveLine {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode node;
    private final Duration shift;

    private ArchiveLine(JsonNode node, Duration shift) {
        if (!node.isObject()) {
            throw new LineProblem("a JSON object was expected");
        }
        this.node = node;
        this.shift = shift;
    }

    /** @param shift is added to every instant read */
    public static ArchiveLine parse(String line, Duration shift) {
        try {
            return new ArchiveLine(STRICT.readTree(line), shift);
        } catch (JacksonException e) {
            throw new LineProblem("this is not JSON: " + e.getOriginalMessage());
        }
    }

    public void only(String... known) {
        Set<String> names = Set.of(known);
        for (String name : node.propertyNames()) {
            if (!names.contains(name)) {
                throw new LineProblem("unknown field \"" + name + "\"");
            }
        }
    }

    public String text(String field) {
        String text = optionalText(field);
        if (text == null) {
            throw new LineProblem("\"" + field + "\" is missing");
        }
        return text;
    }

    public @Nullable String optionalText(String field) {
        JsonNode found = present(field);
        if (found != null && !found.isString()) {
            throw new LineProblem("\"" + field + "\" is not a text");
        }
        return found == null ? null : found.stringValue();
    }

    public int whole(String field) {
        JsonNode found = present(field);
        if (found == null || !found.isIntegralNumber() || !found.canConvertToInt()) {
            throw new LineProblem("\"" + field + "\" is not a whole number");
        }
        return found.intValue();
    }

    public boolean flag(String field) {
        JsonNode found = present(field);
        if (found != null && !found.isBoolean()) {
            throw new LineProblem("\"" + field + "\" is neither true nor false");
        }
        return found != null && found.booleanValue();
    }

    public Instant instant(String field) {
        return parseInstant(field, text(field));
    }

    public Instant instantOr(String field, Instant absent) {
        String text = optionalText(field);
        return text == null ? absent : parseInstant(field, text);
    }

    private Instant parseInstant(String field, String text) {
        try {
            Instant instant = Instant.parse(text).plus(shift).truncatedTo(ChronoUnit.MILLIS);
            if (instant.isAfter(Checks.EARLIEST) && instant.isBefore(Checks.LATEST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // Told below, as for a year nobody can mean.
        }
        throw new LineProblem("\"" + field + "\" is not a time such as 2026-11-20T17:00:00Z");
    }

    public List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : array(field)) {
            if (!each.isString()) {
                throw new LineProblem("\"" + field + "\" holds something that is not a text");
            }
            texts.add(each.stringValue());
        }
        return texts;
    }

    public List<ArchiveLine> objects(String field) {
        List<ArchiveLine> objects = new ArrayList<>();
        array(field).forEach(each -> objects.add(new ArchiveLine(each, shift)));
        return objects;
    }

    private Iterable<JsonNode> array(String field) {
        JsonNode found = present(field);
        if (found != null && !found.isArray()) {
            throw new LineProblem("\"" + field + "\" is not a list");
        }
        return found == null ? List.of() : found;
    }

    /** The object in a field, an empty one when there is none. */
    public ArchiveLine object(String field) {
        JsonNode found = present(field);
        return new ArchiveLine(found == null ? STRICT.createObjectNode() : found, shift);
    }

    public JsonNode node() {
        return node;
    }

    public Iterable<String> names() {
        return node.propertyNames();
    }

    public JsonNode raw(String field) {
        JsonNode found = present(field);
        return found == null ? STRICT.getNodeFactory().nullNode() : found;
    }

    private @Nullable JsonNode present(String field) {
        JsonNode found = node.get(field);
        return found == null || found.isNull() ? null : found;
    }
}
