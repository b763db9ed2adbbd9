package dev.recalldesk.memory.local;

import dev.recalldesk.memory.Identifier;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.TraitDefinition;
import dev.recalldesk.memory.TraitDefinition.DataType;
import dev.recalldesk.memory.TraitGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The trait group every store is born with; by two of its traits a customer is recognised. */
final class ContactGroup {
    /** The traits that cannot be taken out of the group; each is promoted to the identifier of its own name. */
    private static final List<String> PROTECTED = List.of(Identifier.EMAIL, Identifier.PHONE);

    static final TraitGroup BORN = new TraitGroup(TraitGroup.CONTACT, "How to reach the customer.", traits(), 1);

    private ContactGroup() {}

    /**
     * Holds a group to what customers are recognised by; groups of other names pass.
     *
     * @throws MemoryFailure.Conflict when {@code Contact} lacks a protected trait or has another meaning for it
     */
    static void check(TraitGroup group) {
        if (!group.name().equals(TraitGroup.CONTACT)) {
            return;
        }
        for (String trait : PROTECTED) {
            TraitDefinition definition = group.traits().get(trait);
            if (definition == null) {
                throw new MemoryFailure.Conflict(trait + " cannot be removed from " + group.name() + ".");
            }
            if (definition.dataType() != DataType.STRING || !trait.equals(definition.promotedTo())) {
                throw new MemoryFailure.Conflict(
                        trait + " in " + group.name() + " must stay a text that is promoted to " + trait + ".");
            }
        }
    }

    private static Map<String, TraitDefinition> traits() {
        Map<String, TraitDefinition> traits = new LinkedHashMap<>();
        traits.put("email", text(Identifier.EMAIL));
        traits.put("phone", text(Identifier.PHONE));
        for (String name : List.of(
                "firstName", "lastName", "street", "city", "state", "postalCode", "country", "preferredLanguage")) {
            traits.put(name, text(null));
        }
        return traits;
    }

    private static TraitDefinition text(@Nullable String promotedTo) {
        return new TraitDefinition(DataType.STRING, "", null, promotedTo);
    }
}
