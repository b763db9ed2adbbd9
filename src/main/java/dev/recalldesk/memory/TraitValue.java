package dev.recalldesk.memory;

import java.util.List;
import java.util.stream.Collectors;

/** What a trait may hold: a text, a whole number, yes or no, or a flat list of those. */
public sealed interface TraitValue {
    /** At most 1,024 characters. */
    record Text(String value) implements TraitValue {}

    /** Within the range of a 32-bit integer. */
    record Whole(long value) implements TraitValue {}

    record Flag(boolean value) implements TraitValue {}

    /** At most 100 elements, none of them a list. */
    record Many(List<TraitValue> values) implements TraitValue {
        public Many {
            values = List.copyOf(values);
        }
    }

    static TraitValue of(String value) {
        return new Text(value);
    }

    /** The value as a person reads it and as it is matched as an identifier; lists are joined by commas. */
    default String text() {
        return switch (this) {
            case Text(String value) -> value;
            case Whole(long value) -> Long.toString(value);
            case Flag(boolean value) -> Boolean.toString(value);
            case Many(List<TraitValue> values) ->
                values.stream().map(TraitValue::text).collect(Collectors.joining(", "));
        };
    }
}
