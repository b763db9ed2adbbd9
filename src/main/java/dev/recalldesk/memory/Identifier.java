package dev.recalldesk.memory;

import java.util.List;

/** The normalised values by which a customer is found, of one type. */
public record Identifier(String idType, List<String> values) {
    public static final String PHONE = "phone";
    public static final String EMAIL = "email";
    public static final String WHATSAPP = "whatsapp";

    public Identifier {
        values = List.copyOf(values);
    }
}
