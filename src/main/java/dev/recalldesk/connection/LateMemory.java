package dev.recalldesk.connection;

import dev.recalldesk.memory.Identifier;
import dev.recalldesk.memory.IdentitySettings;
import dev.recalldesk.memory.Lookup;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.NewSummary;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.ObservationPatch;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.Profile;
import dev.recalldesk.memory.Recall;
import dev.recalldesk.memory.RecallRequest;
import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.Summary;
import dev.recalldesk.memory.SummaryPatch;
import dev.recalldesk.memory.Trait;
import dev.recalldesk.memory.TraitDefinition;
import dev.recalldesk.memory.TraitGroup;
import dev.recalldesk.memory.TraitValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A store that is opened when it is first asked something, so that the desk can begin without a network. While it cannot be
 * opened, every question fails as the opening does, and the next one tries again. Thread-safe.
 */
public final class LateMemory implements Memory {
    private final MemoryAccount account;
    private final String storeId;
    private volatile @Nullable Memory opened;

    public LateMemory(MemoryAccount account, String storeId) {
        this.account = account;
        this.storeId = storeId;
    }

    /** Two that come at once may both open it, which does no harm. */
    private Memory memory() {
        Memory present = opened;
        if (present == null) {
            present = account.open(storeId);
            opened = present;
        }
        return present;
    }

    @Override
    public Store store() {
        return memory().store();
    }

    @Override
    public List<TraitGroup> traitGroups() {
        return memory().traitGroups();
    }

    @Override
    public void createTraitGroup(TraitGroup group) {
        memory().createTraitGroup(group);
    }

    @Override
    public void updateTraitGroup(
            String name, @Nullable String description, Map<String, @Nullable TraitDefinition> changes) {
        memory().updateTraitGroup(name, description, changes);
    }

    @Override
    public void deleteTraitGroup(String name) {
        memory().deleteTraitGroup(name);
    }

    @Override
    public IdentitySettings identitySettings() {
        return memory().identitySettings();
    }

    @Override
    public void updateIdentitySettings(IdentitySettings settings) {
        memory().updateIdentitySettings(settings);
    }

    @Override
    public Page<String> profiles(PageRequest page) {
        return memory().profiles(page);
    }

    @Override
    public String createProfile(Map<String, Map<String, TraitValue>> traits) {
        return memory().createProfile(traits);
    }

    @Override
    public void createProfiles(List<Map<String, Map<String, TraitValue>>> profiles) {
        memory().createProfiles(profiles);
    }

    @Override
    public Profile profile(String profileId) {
        return memory().profile(profileId);
    }

    @Override
    public String canonicalId(String profileId) {
        return memory().canonicalId(profileId);
    }

    @Override
    public void updateTraits(String profileId, Map<String, Map<String, @Nullable TraitValue>> changes) {
        memory().updateTraits(profileId, changes);
    }

    @Override
    public void deleteProfile(String profileId) {
        memory().deleteProfile(profileId);
    }

    @Override
    public Page<Trait> traits(String profileId, Set<String> groups, PageRequest page) {
        return memory().traits(profileId, groups, page);
    }

    @Override
    public List<Identifier> identifiers(String profileId) {
        return memory().identifiers(profileId);
    }

    @Override
    public void addIdentifier(String profileId, String idType, String value) {
        memory().addIdentifier(profileId, idType, value);
    }

    @Override
    public void replaceIdentifier(String profileId, String idType, String oldValue, String newValue) {
        memory().replaceIdentifier(profileId, idType, oldValue, newValue);
    }

    @Override
    public void removeIdentifier(String profileId, String idType) {
        memory().removeIdentifier(profileId, idType);
    }

    @Override
    public void removeIdentifiers(String profileId, String idType) {
        memory().removeIdentifiers(profileId, idType);
    }

    @Override
    public Lookup lookup(String idType, String value) {
        return memory().lookup(idType, value);
    }

    @Override
    public Page<Observation> observations(String profileId, ObservationFilter filter, PageRequest page) {
        return memory().observations(profileId, filter, page);
    }

    @Override
    public Observation observation(String profileId, String observationId) {
        return memory().observation(profileId, observationId);
    }

    @Override
    public void addObservations(String profileId, List<NewObservation> observations) {
        memory().addObservations(profileId, observations);
    }

    @Override
    public void correctObservation(String profileId, String observationId, ObservationPatch patch) {
        memory().correctObservation(profileId, observationId, patch);
    }

    @Override
    public void deleteObservation(String profileId, String observationId) {
        memory().deleteObservation(profileId, observationId);
    }

    @Override
    public Page<Observation> revisions(String profileId, String observationId, PageRequest page) {
        return memory().revisions(profileId, observationId, page);
    }

    @Override
    public Page<Summary> summaries(String profileId, @Nullable String conversationId, PageRequest page) {
        return memory().summaries(profileId, conversationId, page);
    }

    @Override
    public Summary summary(String profileId, String summaryId) {
        return memory().summary(profileId, summaryId);
    }

    @Override
    public void addSummaries(String profileId, List<NewSummary> summaries) {
        memory().addSummaries(profileId, summaries);
    }

    @Override
    public void correctSummary(String profileId, String summaryId, SummaryPatch patch) {
        memory().correctSummary(profileId, summaryId, patch);
    }

    @Override
    public void deleteSummary(String profileId, String summaryId) {
        memory().deleteSummary(profileId, summaryId);
    }

    @Override
    public Recall recall(String profileId, RecallRequest request) {
        return memory().recall(profileId, request);
    }
}
