package dev.recalldesk.desk;

import dev.recalldesk.memory.Identifier;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.PhoneNumbers;
import dev.recalldesk.memory.Profile;
import dev.recalldesk.memory.TraitGroup;
import dev.recalldesk.memory.TraitValue;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a customer of what the agent typed, without writing over somebody who exists. Thread-safe; blocks. */
final class CustomerMaker {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");

    private final Memory memory;
    private final PhoneNumbers phones;
    private final InstantSource clock;

    CustomerMaker(Memory memory, PhoneNumbers phones, InstantSource clock) {
        this.memory = memory;
        this.phones = phones;
        this.clock = clock;
    }

    Created create(NewCustomer wanted, @Nullable String callNumber) {
        Optional<String> phone = phone(wanted, callNumber);
        Optional<String> email = email(wanted);
        if (phone.isEmpty() && email.isEmpty()) {
            throw new MemoryFailure.Invalid("phone", "A customer needs a phone number or an e-mail address");
        }
        Map<String, String> given = new LinkedHashMap<>();
        phone.ifPresent(value -> given.put(Identifier.PHONE, value));
        email.ifPresent(value -> given.put(Identifier.EMAIL, value));
        Set<String> present = new LinkedHashSet<>();
        Map<String, String> unheardOf = new LinkedHashMap<>();
        given.forEach((type, value) -> {
            List<String> found = memory.lookup(type, value).profileIds();
            present.addAll(found);
            if (found.isEmpty()) {
                unheardOf.put(type, value);
            }
        });
        if (present.size() > 1) {
            // going on would merge them, and a merge cannot be taken back
            throw new MemoryFailure.Conflict("The number and the address belong to different customers");
        }
        if (!present.isEmpty()) {
            return new Created(new Customer(extended(present.iterator().next(), unheardOf)), true);
        }
        Map<String, TraitValue> contact = new LinkedHashMap<>();
        given.forEach((type, value) -> contact.put(type, TraitValue.of(value)));
        putName(contact, wanted.name());
        String id = memory.createProfile(Map.of(TraitGroup.CONTACT, contact));
        return new Created(new Customer(read(id, contact)), false);
    }

    /** What the customer has stays; a second number or address is one more to be found by. */
    private Profile extended(String id, Map<String, String> unheardOf) {
        Profile profile = memory.profile(id);
        unheardOf.forEach((type, value) -> {
            if (profile.text(TraitGroup.CONTACT, type).isPresent()) {
                memory.addIdentifier(profile.id(), type, value);
            } else {
                Map<String, @Nullable TraitValue> first = new HashMap<>();
                first.put(type, TraitValue.of(value));
                memory.updateTraits(profile.id(), Map.of(TraitGroup.CONTACT, first));
            }
        });
        return memory.profile(profile.id());
    }

    /** The number the customer is to have: what was typed, else that of the call. */
    Optional<String> phone(NewCustomer wanted, @Nullable String callNumber) {
        String written = wanted.phone() == null ? "" : wanted.phone().strip();
        if (written.isEmpty()) {
            return Optional.ofNullable(callNumber);
        }
        return Optional.of(phones.e164(written)
                .orElseThrow(() -> new MemoryFailure.Invalid("phone", "This is not a phone number")));
    }

    private static Optional<String> email(NewCustomer wanted) {
        String written = wanted.email() == null ? "" : wanted.email().strip();
        if (!written.isEmpty() && !EMAIL.matcher(written).matches()) {
            throw new MemoryFailure.Invalid("email", "This is not an e-mail address");
        }
        return written.isEmpty() ? Optional.empty() : Optional.of(written);
    }

    private static void putName(Map<String, TraitValue> contact, String name) {
        String spoken = name.strip().replaceAll("\\s+", " ");
        if (spoken.isEmpty()) {
            return;
        }
        int gap = spoken.lastIndexOf(' ');
        contact.put("firstName", TraitValue.of(gap < 0 ? spoken : spoken.substring(0, gap)));
        if (gap > 0) {
            contact.put("lastName", TraitValue.of(spoken.substring(gap + 1)));
        }
    }

    /** A memory may take a moment before a new customer can be read; the desk knows meanwhile what it wrote. */
    private Profile read(String id, Map<String, TraitValue> written) {
        try {
            Profile profile = memory.profile(id);
            if (profile.traits().containsKey(TraitGroup.CONTACT)) {
                return profile;
            }
        } catch (MemoryFailure.NotFound e) {
            // not there yet
        }
        return new Profile(id, clock.instant(), Map.of(TraitGroup.CONTACT, Map.copyOf(written)));
    }
}
