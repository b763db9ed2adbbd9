package dev.recalldesk.desk;

import dev.recalldesk.memory.PhoneNumbers;
import dev.recalldesk.memory.Profile;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
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

    /** The day they became a customer: what the account says, else when the memory first heard of them. */
    public LocalDate since() {
        LocalDate created = LocalDate.ofInstant(profile.createdAt(), ZoneOffset.UTC);
        return profile.text("Account", "customerSince")
                .flatMap(Customer::isoDay)
                .orElse(created);
    }

    private static Optional<LocalDate> isoDay(String written) {
        try {
            return Optional.of(LocalDate.parse(written.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
