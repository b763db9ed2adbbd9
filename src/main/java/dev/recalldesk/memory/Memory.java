package dev.recalldesk.memory;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One memory store: its customers and what is remembered about each. Every method blocks until the answer is there, so it
 * is called from a worker thread; all are thread-safe and throw {@link MemoryFailure}. Writes may be accepted before they
 * can be read back; whoever must know reads again.
 *
 * <p>Two customers may turn out to be one. Then everything about them is found under the id of the one that was created
 * first, the canonical id. The other id stays good: every method here follows it, and no method says that it did. Whoever
 * keeps ids asks {@link #canonicalId} now and then. When the customer is deleted, all its ids are unknown.
 */
public interface Memory {
    /** Most observations or summaries one write may carry. */
    int MAX_BATCH = 10;

    /** Most customers one write may carry. */
    int MAX_PROFILES = 1000;

    /** The store behind this handle, as it is now. */
    Store store();

    // Trait groups

    /** All trait groups with their definitions, by name. */
    List<TraitGroup> traitGroups();

    /**
     * Adds a trait group.
     *
     * @throws MemoryFailure.Conflict when the name is taken
     */
    void createTraitGroup(TraitGroup group);

    /**
     * Changes a group: the definitions given replace or extend the present ones by name, {@code null} removes one with its
     * values. Values that are there already stay as they are, also when a new definition would refuse them; it is held
     * against what is written from then on. When a definition is newly promoted to an identifier, customers are found by
     * the values that are there already, and several may have one. A type of identifier the settings lack is taken into them
     * with the first trait promoted to it, and is gone with its identifiers when nothing is promoted to it any more.
     *
     * @param description the new description; {@code null} leaves the present one
     * @throws MemoryFailure.NotFound when there is no such group
     * @throws MemoryFailure.Conflict when a protected definition would go or change its meaning, or when a value that is
     *     there cannot be an identifier of the type it is to be promoted to, or when it would take too many types
     */
    void updateTraitGroup(String name, @Nullable String description, Map<String, @Nullable TraitDefinition> changes);

    /**
     * Removes a group and the values in it. The group {@code Contact} cannot be removed.
     *
     * @throws MemoryFailure.Conflict when the group is protected
     */
    void deleteTraitGroup(String name);

    // Identity

    /** By what customers are recognised, as it is now. */
    IdentitySettings identitySettings();

    /**
     * Puts these settings in the place of the present ones; their version counts for nothing. Identifiers that are there are
     * rewritten where their normalisation changes, and those of a type that is missing are kept out of sight until it comes
     * back. What several customers share stays shared until it is written again, also when it is to belong to one; limits
     * hold likewise for what is written from then on.
     *
     * @throws MemoryFailure.Invalid when a value is out of its range or a rule names a type that is not configured
     * @throws MemoryFailure.Conflict when a value that is there cannot be rewritten as it would have to be
     */
    void updateIdentitySettings(IdentitySettings settings);

    // Profiles

    /** Profile ids, newest first. */
    Page<String> profiles(PageRequest page);

    /**
     * Finds or creates the customer these traits belong to and stores the traits. Customers who turn out to be the same by
     * the {@link IdentitySettings} become one.
     *
     * @param traits group → trait → value; at least one trait that is promoted to an identifier
     * @return the id of the profile, which may be one that existed before
     */
    String createProfile(Map<String, Map<String, TraitValue>> traits);

    /**
     * Does {@link #createProfile} for each of 1 to {@value #MAX_PROFILES}, all or none.
     *
     * @throws MemoryFailure.Invalid for the first one that is wrong; the field begins with {@code profiles[i].}
     */
    void createProfiles(List<Map<String, Map<String, TraitValue>>> profiles);

    /**
     * The customer; {@link Profile#id} is the canonical id, also when another one was asked for.
     *
     * @throws MemoryFailure.NotFound when there is no such profile
     */
    Profile profile(String profileId);

    /**
     * The id under which everything about this customer is found: the one given, or that of the customer it became.
     *
     * @throws MemoryFailure.NotFound when there is no such profile
     */
    String canonicalId(String profileId);

    /**
     * Sets the traits given and leaves the others; {@code null} removes one. A value that identifies is added to the
     * customer's identifiers as by {@link #addIdentifier}.
     */
    void updateTraits(String profileId, Map<String, Map<String, @Nullable TraitValue>> changes);

    /** Deletes the customer with everything remembered, for good. */
    void deleteProfile(String profileId);

    /** Every trait with the time it last changed, most recently changed first. */
    default Page<Trait> traits(String profileId, PageRequest page) {
        return traits(profileId, Set.of(), page);
    }

    /** The same of some trait groups only; of all when none is named. */
    Page<Trait> traits(String profileId, Set<String> groups, PageRequest page);

    // Identifiers

    /** The identifiers of a customer, one entry a type, normalised, oldest value first. */
    List<Identifier> identifiers(String profileId);

    /**
     * Adds a value, normalised. When it belongs to another customer and values of this type belong to one customer only,
     * the two become one.
     */
    void addIdentifier(String profileId, String idType, String value);

    /**
     * Puts a value in the place of another.
     *
     * @throws MemoryFailure.NotFound when the old value is not one of this customer's
     * @throws MemoryFailure.Conflict when the new value belongs to another customer and values of this type belong to one
     *     customer only
     */
    void replaceIdentifier(String profileId, String idType, String oldValue, String newValue);

    /** Removes one value of the type, the oldest or the newest as its {@link IdentifierConfig#limitPolicy} says. */
    void removeIdentifier(String profileId, String idType);

    /** Removes every value of the type. */
    void removeIdentifiers(String profileId, String idType);

    /** Who has this identifier. Nobody is an answer, not a failure. */
    Lookup lookup(String idType, String value);

    // Observations

    /** Observations of a customer, newest created first unless the page asks otherwise; at most 50 a page. */
    Page<Observation> observations(String profileId, ObservationFilter filter, PageRequest page);

    /** @throws MemoryFailure.NotFound when there is no such observation */
    Observation observation(String profileId, String observationId);

    /** Adds 1 to {@value #MAX_BATCH} observations, all or none. */
    void addObservations(String profileId, List<NewObservation> observations);

    /** Corrects an observation; the state before stays readable as a revision. */
    void correctObservation(String profileId, String observationId, ObservationPatch patch);

    void deleteObservation(String profileId, String observationId);

    /** Every state this observation had, the present one first. */
    Page<Observation> revisions(String profileId, String observationId, PageRequest page);

    // Conversation summaries

    /** Summaries, newest created first; at most 50 a page. {@code conversationId} narrows them to one conversation. */
    Page<Summary> summaries(String profileId, @Nullable String conversationId, PageRequest page);

    /** @throws MemoryFailure.NotFound when there is no such summary */
    Summary summary(String profileId, String summaryId);

    /** Adds 1 to {@value #MAX_BATCH} summaries, all or none. */
    void addSummaries(String profileId, List<NewSummary> summaries);

    void correctSummary(String profileId, String summaryId, SummaryPatch patch);

    void deleteSummary(String profileId, String summaryId);

    // Recall

    /** Answers a question from this one customer's memory; see {@link RecallRequest} for the three modes. */
    Recall recall(String profileId, RecallRequest request);
}
