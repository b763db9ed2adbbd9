package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.MemoryFailure;

/**
 * Where everything of one store lies. Ids that nothing can have are a {@link MemoryFailure.NotFound}.
 *
 * @param dialect never {@link Dialect#AUTOMATIC}
 */
record StorePaths(String id, Dialect dialect) {
    private static final Path CONTROL = Path.of("/v1/ControlPlane");
    static final Path STORES = CONTROL.then("Stores");
    static final Path SERVICES = Path.of("/v1/Services");

    /** The store as a thing. */
    Path store() {
        return (dialect == Dialect.OLDER ? SERVICES : STORES).to(id);
    }

    /** The store as the control plane knows it, which alone can change it. */
    Path controlled() {
        return STORES.to(id);
    }

    Path traitGroups() {
        return controlled().then("TraitGroups");
    }

    Path identity() {
        return controlled().then("IdentityResolutionSettings");
    }

    Path profiles() {
        return (dialect == Dialect.OLDER ? SERVICES : Path.of("/v1/Stores"))
                .to(id)
                .then("Profiles");
    }

    Path profile(String profile) {
        return profiles().to(profile);
    }

    Path identifiers(String profile) {
        return profile(profile).then("Identifiers");
    }

    Path observations(String profile) {
        return profile(profile).then("Observations");
    }

    Path summaries(String profile) {
        return profile(profile).then("ConversationSummaries");
    }

    static Path operation(String operation) {
        return CONTROL.then("Operations").to(operation);
    }
}
