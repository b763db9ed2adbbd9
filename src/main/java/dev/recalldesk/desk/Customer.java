package dev.recalldesk.desk;

import dev.recalldesk.memory.PhoneNumbers;
import dev.recalldesk.memory.Profile;
import java.util.Optional;

/** A customer as the desk shows them. */
public record Customer(Profile profile) {
    public String profileId() {
        return profile.id();
    }

    public Optional<String> name() {
        return profile.name();
    }

    /** The first name alone, for buttons. */
    public Optional<String> firstName() {
        return profile.text("Contact", "firstName").or(this::name);
    }

    /** The number as people read it. */
    public Optional<String> phone() {
        return profile.text("Contact", "phone").map(PhoneNumbers::international);
    }

    public Optional<String> tier() {
        return profile.text("Account", "tier");
    }
}
