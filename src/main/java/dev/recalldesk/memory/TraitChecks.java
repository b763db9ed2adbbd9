package dev.recalldesk.memory;

import dev.recalldesk.memory.MemoryFailure.Invalid;
import dev.recalldesk.memory.TraitDefinition.Rule;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** What a trait, its definition and its group may look like. Each throws {@link Invalid} naming the field. */
public final class TraitChecks {
    static final int MAX_DEFINITIONS = 95;
    private static final Pattern GROUP_NAME = Pattern.compile("[a-zA-Z0-9_.-]{1,64}");
    private static final Pattern TRAIT_NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_.-]{0,63}");
    private static final int MAX_TEXT = 1024;
    private static final int MAX_ITEMS = 100;
    private static final int MAX_PATTERN = 1000;

    private TraitChecks() {}

    public static void group(TraitGroup group) {
        Checks.require(
                GROUP_NAME.matcher(group.name()).matches(),
                "displayName",
                "A trait group's name has 1 to 64 letters, digits or _ - .");
        Checks.require(group.description().length() <= MAX_TEXT, "description", "A description is too long.");
        Checks.require(group.traits().size() <= MAX_DEFINITIONS, "traits", "A trait group has at most 95 definitions.");
        group.traits().forEach((name, definition) -> definition("traits." + name, name, definition));
    }

    private static void definition(String field, String name, TraitDefinition definition) {
        Checks.require(
                TRAIT_NAME.matcher(name).matches(),
                field,
                "A trait's name begins with a letter and has at most 64 letters, digits or _ - .");
        Checks.require(definition.description().length() <= MAX_TEXT, field, "A description is too long.");
        if (definition.promotedTo() != null) {
            Checks.identifierType(field + ".idTypePromotion", definition.promotedTo());
        }
        Rule rule = definition.rule();
        if (rule == null) {
            return;
        }
        boolean fits = switch (definition.dataType()) {
            case STRING -> rule instanceof Rule.OfText;
            case NUMBER -> rule instanceof Rule.OfNumber;
            case BOOLEAN -> rule instanceof Rule.OfFlag;
            case ARRAY -> rule instanceof Rule.OfList;
        };
        Checks.require(fits, field + ".validationRule", "The rule does not fit the type of the trait.");
        if (rule instanceof Rule.OfText text && text.pattern() != null) {
            pattern(field + ".validationRule.pattern", text.pattern());
        }
    }

    private static void pattern(String field, String pattern) {
        Checks.require(pattern.length() <= MAX_PATTERN, field, "A pattern has at most 1,000 characters.");
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new Invalid(field, "The pattern is no regular expression: " + e.getDescription());
        }
    }

    /** @param field such as {@code traits.Account.tier} */
    public static void value(String field, TraitDefinition definition, TraitValue value) {
        boolean typed = switch (definition.dataType()) {
            case STRING -> value instanceof TraitValue.Text;
            case NUMBER -> value instanceof TraitValue.Whole;
            case BOOLEAN -> value instanceof TraitValue.Flag;
            case ARRAY -> value instanceof TraitValue.Many;
        };
        Checks.require(typed, field, "This trait holds " + wanted(definition) + ".");
        size(field, value);
        switch (definition.rule()) {
            case null -> {}
            case Rule.OfText rule when value instanceof TraitValue.Text(String text) -> text(field, rule, text);
            case Rule.OfNumber(Double min, Double max)
            when value instanceof TraitValue.Whole(long number) ->
                Checks.require(
                        (min == null || number >= min) && (max == null || number <= max),
                        field,
                        "The number must lie between " + bound(min) + " and " + bound(max) + ".");
            case Rule.OfList(Integer min, Integer max)
            when value instanceof TraitValue.Many(List<TraitValue> items) ->
                Checks.require(
                        (min == null || items.size() >= min) && (max == null || items.size() <= max),
                        field,
                        "The list must have between " + bound(min) + " and " + bound(max) + " items.");
            default -> {}
        }
    }

    private static void text(String field, Rule.OfText rule, String text) {
        Checks.require(
                (rule.minLength() == null || text.length() >= rule.minLength())
                        && (rule.maxLength() == null || text.length() <= rule.maxLength()),
                field,
                "The text must have between " + bound(rule.minLength()) + " and " + bound(rule.maxLength())
                        + " characters.");
        Checks.require(
                rule.pattern() == null || matches(field, rule.pattern(), text),
                field,
                "The text does not match the pattern of this trait.");
    }

    private static boolean matches(String field, String pattern, String text) {
        try {
            return Pattern.matches(pattern, new PatientText(text));
        } catch (PatientText.Exhausted | StackOverflowError e) {
            throw new Invalid(field, "The pattern of this trait takes too long with this text.");
        }
    }

    /** The limits of every value, whatever its definition. */
    public static void size(String field, TraitValue value) {
        switch (value) {
            case TraitValue.Text(String text) ->
                Checks.require(text.length() <= MAX_TEXT, field, "A text has at most 1,024 characters.");
            case TraitValue.Whole(long number) ->
                Checks.require(number == (int) number, field, "A number must fit into 32 bits.");
            case TraitValue.Flag _ -> {}
            case TraitValue.Many(List<TraitValue> items) -> {
                Checks.require(items.size() <= MAX_ITEMS, field, "A list has at most 100 items.");
                for (TraitValue item : items) {
                    Checks.require(!(item instanceof TraitValue.Many), field, "A list cannot hold lists.");
                    size(field, item);
                }
            }
        }
    }

    private static String wanted(TraitDefinition definition) {
        return switch (definition.dataType()) {
            case STRING -> "a text";
            case NUMBER -> "a whole number";
            case BOOLEAN -> "true or false";
            case ARRAY -> "a list";
        };
    }

    private static String bound(@Nullable Number bound) {
        return bound == null ? "any" : bound.toString();
    }
}
