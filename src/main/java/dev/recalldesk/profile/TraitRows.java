package dev.recalldesk.profile;

import dev.recalldesk.desk.TraitOrder;
import dev.recalldesk.memory.Profile;
import dev.recalldesk.memory.Trait;
import dev.recalldesk.profile.ProfileState.Group;
import dev.recalldesk.profile.ProfileState.Row;
import dev.recalldesk.ui.Ages;
import dev.recalldesk.ui.Text;
import dev.recalldesk.ui.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The traits of one customer as rows: grouped, ordered, with ages and with what changed a moment ago. */
final class TraitRows {
    private TraitRows() {}

    /** Names one trait of a customer. */
    record Field(String group, String name) implements Comparable<Field> {
        @Override
        public int compareTo(Field other) {
            return Comparator.comparing(Field::group, TraitOrder.GROUPS)
                    .thenComparing(Field::name)
                    .compare(this, other);
        }
    }

    /** A value, and since when where the memory has said. */
    record Fact(String value, @Nullable Instant changedAt) {}

    /**
     * A value that was seen to change.
     *
     * @param was what it was; {@code null} when there was nothing
     */
    record Change(@Nullable String was, Instant seenAt) {}

    static Map<Field, Fact> facts(Profile profile) {
        Map<Field, Fact> facts = new TreeMap<>();
        profile.traits()
                .forEach((group, values) -> values.forEach(
                        (name, value) -> facts.put(new Field(group, name), new Fact(value.text(), null))));
        return facts;
    }

    static Map<Field, Fact> facts(List<Trait> traits) {
        Map<Field, Fact> facts = new TreeMap<>();
        traits.forEach(trait -> facts.put(
                new Field(trait.group(), trait.name()), new Fact(trait.value().text(), trait.changedAt())));
        return facts;
    }

    /** What is different now, each with what it was before. */
    static Map<Field, Change> changes(Map<Field, Fact> before, Map<Field, Fact> after, Instant now) {
        Map<Field, Change> changes = new TreeMap<>();
        after.forEach((key, fact) -> {
            Fact old = before.get(key);
            if (old == null || !old.value().equals(fact.value())) {
                changes.put(key, new Change(old == null ? null : old.value(), now));
            }
        });
        before.forEach((key, fact) -> {
            if (!after.containsKey(key)) {
                changes.put(key, new Change(fact.value(), now));
            }
        });
        return changes;
    }

    static List<Group> groups(Map<Field, Fact> facts, Map<Field, Change> changes, Instant now, ZoneId zone) {
        Map<String, List<Row>> groups = new TreeMap<>(TraitOrder.GROUPS);
        Map<Field, Fact> shown = new TreeMap<>(facts);
        changes.keySet().forEach(removed -> shown.putIfAbsent(removed, new Fact("", null)));
        shown.forEach((key, fact) -> groups.computeIfAbsent(key.group(), name -> new ArrayList<>())
                .add(row(key, fact, changes.get(key), now, zone)));
        return groups.entrySet().stream()
                .map(group -> new Group(Words.of(group.getKey()), group.getValue()))
                .toList();
    }

    private static Row row(Field key, Fact fact, @Nullable Change change, Instant now, ZoneId zone) {
        Instant changedAt = fact.changedAt();
        return new Row(
                key.group() + "." + key.name(),
                Words.of(key.name()),
                fact.value(),
                changedAt == null ? "" : Ages.shortAge(changedAt, now),
                changedAt == null ? "" : Ages.exact(changedAt, zone),
                mark(change));
    }

    private static String mark(@Nullable Change change) {
        if (change == null) {
            return "";
        }
        String was = change.was();
        return was == null ? Text.get("profile.new") : Text.get("profile.was", was);
    }
}
