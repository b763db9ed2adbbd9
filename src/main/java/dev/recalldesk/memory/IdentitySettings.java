package dev.recalldesk.memory;

import dev.recalldesk.memory.IdentifierConfig.Normalization;
import java.util.List;
import java.util.Optional;

/**
 * By what the customers of a store are recognised.
 *
 * @param identifierConfigs 1 to 15, each of another type; identifiers of other types are not known
 * @param matchingRules 1 to 15 of those types, in the order in which they are tried. A customer is recognised by any one of
 *     them: nobody has one of the values, then it is a new customer; one has, then it is that one; several have, then they
 *     are one customer
 * @param version from 1, grows by one with every change
 */
public record IdentitySettings(List<IdentifierConfig> identifierConfigs, List<String> matchingRules, int version) {
    /** Most types, and most rules. */
    public static final int MAX = 15;

    /** What a store is born with. */
    public static final IdentitySettings DEFAULT = new IdentitySettings(
            List.of(
                    IdentifierConfig.of(Identifier.EMAIL, Normalization.EMAIL),
                    IdentifierConfig.of(Identifier.WHATSAPP, Normalization.TRIM),
                    IdentifierConfig.of(Identifier.PHONE, Normalization.PHONE)),
            List.of(Identifier.EMAIL, Identifier.WHATSAPP, Identifier.PHONE),
            1);

    public IdentitySettings {
        identifierConfigs = List.copyOf(identifierConfigs);
        matchingRules = List.copyOf(matchingRules);
    }

    /** How identifiers of a type are handled; nothing when the type is not known. */
    public Optional<IdentifierConfig> config(String idType) {
        return identifierConfigs.stream()
                .filter(config -> config.idType().equals(idType))
                .findFirst();
    }
}
