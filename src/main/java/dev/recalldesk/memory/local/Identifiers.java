package dev.recalldesk.memory.local;

import dev.recalldesk.memory.IdentifierConfig;
import dev.recalldesk.memory.MemoryFailure.Invalid;
import dev.recalldesk.memory.PhoneNumbers;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How identifiers are written so that two spellings of one meet. Thread-safe. */
final class Identifiers {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern DIGITS = Pattern.compile("[0-9 ()./-]+");
    private static final int MAX_VALUE = 255;
    private final PhoneNumbers phones;

    Identifiers(PhoneNumbers phones) {
        this.phones = phones;
    }

    /** The value as it is kept and searched, or nothing when it cannot be one of this type. */
    Optional<String> normalized(IdentifierConfig type, String written) {
        String value = switch (type.normalization()) {
            case PHONE -> phone(written).orElse("");
            case EMAIL -> SPACES.matcher(written).replaceAll("").toLowerCase(Locale.ROOT);
            case TRIM -> written.strip();
            case NONE -> written;
        };
        return value.isEmpty() || value.length() > MAX_VALUE ? Optional.empty() : Optional.of(value);
    }

    /** A number of another country needs its country code, and the plus sign before that may be missing. */
    private Optional<String> phone(String written) {
        return phones.e164(written)
                .or(() -> DIGITS.matcher(written).matches() ? phones.e164("+" + written.strip()) : Optional.empty());
    }

    /** The same where the value is going to be kept, so that one which cannot be is refused. */
    String require(String field, IdentifierConfig type, String written) {
        return normalized(type, written)
                .orElseThrow(() -> new Invalid(field, "This cannot be an identifier of type " + type.idType() + "."));
    }
}
