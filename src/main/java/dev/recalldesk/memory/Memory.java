package dev.recalldesk.memory;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One memory store: its customers and what is remembered about each. Every method blocks until the answer is there, so it
 * is called from a worker thread; all are thread-safe and throw {@link MemoryFailure}. Writes may be accepted before they
 * can be read back; whoever must know reads again.
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
     * the values that are there already. An identifier type nothing is promoted to any more is gone with its identifiers.
     *
     * @param description the new description; {@code null} leaves the present one
     * @throws MemoryFailure.NotFound when there is no such group
     * @throws MemoryFailure.Conflict when a protected definition would go or change its meaning, or when a value that is
     *     there cannot be an identifier of the type it is to be promoted to
     */
    void updateTraitGroup(String name, @Nullable String description, Map<String, @Nullable TraitDefinition> changes);

    /**
     * Removes a group and the values in it. The group {@code Contact} cannot be removed.
     *
     * @throws MemoryFailure.Conflict when the group is protected
     */
    void deleteTraitGroup(String name);

    // Profiles

    /** Profile ids, newest first. */
    Page<String> profiles(PageRequest page);

    /**
     * Finds or creates the customer these traits belong to and stores the traits.
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

    /** @throws MemoryFailure.NotFound when there is no such profile */
    Profile profile(String profileId);

    /** Sets the traits given and leaves the others; {@code null} removes one. */
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

    void addIdentifier(String profileId, String idType, String value);

    /** @throws MemoryFailure.NotFound when the old value is not one of this customer's */
    void replaceIdentifier(String profileId, String idType, String oldValue, String newValue);

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
