package dev.recalldesk.context;

import dev.recalldesk.desk.CallerContext;
import dev.recalldesk.desk.CallerContext.Fact;
import dev.recalldesk.desk.CallerContext.Item;
import dev.recalldesk.desk.CallerContext.Recalled;
import dev.recalldesk.ui.Ages;
import dev.recalldesk.ui.Origin;
import dev.recalldesk.ui.Text;
import dev.recalldesk.ui.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A context as lines a person reads. Pure functions. */
public final class ContextText {
    private ContextText() {}

    /** Lines apart by line feeds, with none at the end; every line about the customer says where it is from and when. */
    public static String of(CallerContext known, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        head(lines, known, zone);
        facts(lines, known.facts(), zone);
        recalled(lines, known.recalled(), zone);
        return String.join("\n", lines);
    }

    private static void head(List<String> lines, CallerContext known, ZoneId zone) {
        String name = known.name() == null ? Text.get("profile.nameless") : Plain.line(known.name());
        lines.add(Stream.of(name, plain(known.tier()), Text.get("profile.since", Ages.month(known.since())))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", ")));
        String reached = Stream.of(plain(known.number()), plain(known.profileId()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        if (!reached.isEmpty()) {
            lines.add(reached);
        }
        String promise = known.essentials().promise();
        if (!promise.isEmpty()) {
            lines.add(field(Text.get("context.promise"), promise, promisedAt(known.facts()), zone));
        }
        var last = known.essentials().lastContact();
        if (last != null) {
            String words = Words.firstSentence(Plain.line(last.words()));
            lines.add(Text.get("context.line", Text.get("profile.contact", Ages.date(last.at(), zone)), words));
        }
    }

    private static @Nullable Instant promisedAt(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> fact.group().equals("Support") && fact.name().equals("promise"))
                .map(Fact::changedAt)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static void facts(List<String> lines, List<Fact> facts, ZoneId zone) {
        String group = "";
        for (Fact fact : facts) {
            if (!fact.group().equals(group)) {
                group = fact.group();
                title(lines, Text.get("context.group", Plain.line(Words.of(group))));
            }
            lines.add("- " + field(Plain.line(Words.of(fact.name())), fact.value(), fact.changedAt(), zone));
        }
    }

    private static void recalled(List<String> lines, @Nullable Recalled recalled, ZoneId zone) {
        if (recalled == null) {
            title(lines, Text.get("context.unanswered"));
            return;
        }
        title(lines, how(recalled));
        if (recalled.observations().isEmpty() && recalled.summaries().isEmpty()) {
            lines.add(Text.get("context.nothing"));
        }
        recalled.observations().forEach(item -> lines.add("- " + item(item, origin(item), zone)));
        recalled.summaries().forEach(item -> lines.add("- " + item(item, Text.get("recall.summary"), zone)));
    }

    private static String how(Recalled recalled) {
        return switch (recalled.mode()) {
            case QUERY -> Text.get("context.about", plain(recalled.question()));
            case CONVERSATION -> Text.get("context.conversation");
            case MOST_RECENT -> Text.get("context.recent");
        };
    }

    private static String item(Item item, String origin, ZoneId zone) {
        String said = item.corrected() ? Text.get("context.corrected", origin) : origin;
        String from = Text.get("context.from", Ages.date(item.occurredAt(), zone), said);
        return Text.get("context.line", from, Plain.line(item.content()));
    }

    private static String origin(Item item) {
        if (item.source() == null) {
            return Text.get("context.untold");
        }
        String source = Plain.line(item.source());
        String author = Origin.author(source);
        String origin = Origin.of(source).word();
        return author.isEmpty() ? Text.get("context.source", origin, source) : Text.get("quote.by", origin, author);
    }

    private static String field(String name, String value, @Nullable Instant changedAt, ZoneId zone) {
        String when = changedAt == null ? "" : Ages.date(changedAt, zone);
        String named = when.isEmpty() ? name : Text.get("context.changed", name, when);
        return Text.get("context.line", named, Plain.line(value));
    }

    private static void title(List<String> lines, String words) {
        lines.add("");
        lines.add(words);
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : Plain.line(text);
    }
}
