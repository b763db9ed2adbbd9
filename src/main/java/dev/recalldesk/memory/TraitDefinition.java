package dev.recalldesk.memory;

import org.jspecify.annotations.Nullable;

/**
 * What a field of a trait group holds.
 *
 * @param description at most 1,024 characters, may be empty
 * @param rule what a value must obey, if anything
 * @param promotedTo the identifier type a value becomes ({@code phone}, {@code email}, …), if any
 */
public record TraitDefinition(
        DataType dataType,
        String description,
        @Nullable Rule rule,
        @Nullable String promotedTo) {
    /** What kind of value the field takes. */
    public enum DataType {
        STRING,
        NUMBER,
        BOOLEAN,
        ARRAY
    }

    /** What a value must obey beyond its type. Absent bounds do not bind. */
    public sealed interface Rule {
        /** @param pattern a regular expression of at most 1,000 characters the whole value must match */
        record OfText(
                @Nullable String pattern,
                @Nullable Integer minLength,
                @Nullable Integer maxLength) implements Rule {}

        record OfNumber(@Nullable Double min, @Nullable Double max) implements Rule {}

        record OfFlag() implements Rule {}

        record OfList(@Nullable Integer minItems, @Nullable Integer maxItems) implements Rule {}
    }
}
