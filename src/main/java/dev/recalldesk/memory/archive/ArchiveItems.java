package dev.recalldesk.memory.archive;

import dev.recalldesk.memory.Checks;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.NewSummary;
import dev.recalldesk.memory.TraitGroup;
import dev.recalldesk.memory.TraitValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the lines of an archive say, as the port knows it. Each throws {@link LineProblem}, or
 * {@link dev.recalldesk.memory.MemoryFailure.Invalid} and {@link IllegalArgumentException} where a value is none.
 */
public final class ArchiveItems {
    private ArchiveItems() {}

    /** The first line, which names the store. */
    public record Header(String store, String description) {}

    public static Header header(ArchiveLine line) {
        line.only("type", "format", "store", "description", "asOf");
        if (line.whole("format") != LineWriter.FORMAT) {
            throw new LineProblem(
                    "format " + line.whole("format") + " is not known; this program reads format " + LineWriter.FORMAT);
        }
        return new Header(line.text("store"), orEmpty(line, "description"));
    }

    public static TraitGroup traitGroup(ArchiveLine line) {
        line.only("type", "name", "description", "traits");
        return new TraitGroup(
                line.text("name"),
                orEmpty(line, "description"),
                TraitJson.definitions(line.object("traits").node()),
                1);
    }

    private static String orEmpty(ArchiveLine line, String field) {
        String text = line.optionalText(field);
        return text == null ? "" : text;
    }

    /** Group → trait → value. */
    public static Map<String, Map<String, TraitValue>> traits(ArchiveLine line) {
        Map<String, Map<String, TraitValue>> all = new LinkedHashMap<>();
        ArchiveLine groups = line.object("traits");
        for (String group : groups.names()) {
            ArchiveLine traits = groups.object(group);
            Map<String, TraitValue> values = new LinkedHashMap<>();
            for (String trait : traits.names()) {
                TraitValue _ = values.put(trait, TraitJson.value(traits.raw(trait)));
            }
            if (!values.isEmpty()) {
                Map<String, TraitValue> _ = all.put(group, values);
            }
        }
        return all;
    }

    public static NewObservation observation(ArchiveLine line) {
        line.only(
                "type",
                "profile",
                "content",
                "source",
                "occurredAt",
                "createdAt",
                "updatedAt",
                "conversationIds",
                "revisions");
        return checked("observation", line);
    }

    /** The states before the present one, newest first, each with its line to ask for {@code updatedAt}. */
    public record Revision(NewObservation state, ArchiveLine line) {}

    public static List<Revision> revisions(ArchiveLine line) {
        List<Revision> all = new ArrayList<>();
        for (ArchiveLine revision : line.objects("revisions")) {
            revision.only("content", "source", "occurredAt", "updatedAt", "conversationIds");
            all.add(new Revision(checked("revision", revision), revision));
        }
        return all;
    }

    private static NewObservation checked(String what, ArchiveLine line) {
        NewObservation state = new NewObservation(
                line.text("content"), line.text("source"), line.instant("occurredAt"), line.texts("conversationIds"));
        Checks.observation(what, state);
        return state;
    }

    public static NewSummary summary(ArchiveLine line) {
        line.only("type", "profile", "conversationId", "content", "source", "occurredAt", "createdAt", "updatedAt");
        NewSummary item = new NewSummary(
                line.text("conversationId"),
                line.text("content"),
                line.optionalText("source"),
                line.instant("occurredAt"));
        Checks.summary("summary", item);
        return item;
    }
}
