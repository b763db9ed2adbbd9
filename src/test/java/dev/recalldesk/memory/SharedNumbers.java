package dev.recalldesk.memory;

import java.util.List;

/** Lets customers of a store share a phone number, as families and firms do. */
public final class SharedNumbers {
    private SharedNumbers() {}

    public static void allow(Memory memory) {
        IdentitySettings present = memory.identitySettings();
        List<IdentifierConfig> types = present.identifierConfigs().stream()
                .map(type -> type.idType().equals(Identifier.PHONE) ? type.shared() : type)
                .toList();
        memory.updateIdentitySettings(new IdentitySettings(types, present.matchingRules(), present.version()));
    }
}
