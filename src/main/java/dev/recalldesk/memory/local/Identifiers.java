package dev.recalldesk.memory.local;

import dev.recalldesk.memory.Identifier;
import dev.recalldesk.memory.MemoryFailure.Invalid;
import dev.recalldesk.memory.PhoneNumbers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How identifiers are written so that two spellings of one meet. Thread-safe. */
final class Identifiers {
    /** The types every store knows, in the order in which a customer is recognised by them. */
    static final List<String> BUILT_IN = List.of(Identifier.EMAIL, "whatsapp", Identifier.PHONE);

    private static final Pattern TYPE = Pattern.compile("[a-zA-Z0-9_-]{2,30}");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int MAX_VALUE = 255;
    private final PhoneNumbers phones;

    Identifiers(PhoneNumbers phones) {
        this.phones = phones;
    }

    static void checkType(String field, String idType) {
        Checks.require(TYPE.matcher(idType).matches(), field, "An identifier type has 2 to 30 letters, digits or _ -");
    }

    /** The value as it is kept and searched, or nothing when it cannot be one of this type. */
    Optional<String> normalized(String idType, String written) {
        String value = switch (idType) {
            case Identifier.PHONE -> phones.e164(written).orElse("");
            case Identifier.EMAIL -> SPACES.matcher(written).replaceAll("").toLowerCase(Locale.ROOT);
            default -> written.strip();
        };
        return value.isEmpty() || value.length() > MAX_VALUE ? Optional.empty() : Optional.of(value);
    }

    /** The same where the value is going to be kept, so that one which cannot be is refused. */
    String require(String field, String idType, String written) {
        return normalized(idType, written)
                .orElseThrow(() -> new Invalid(field, "This cannot be an identifier of type " + idType + "."));
    }
}
