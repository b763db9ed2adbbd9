package dev.recalldesk.memory.local;

import dev.recalldesk.memory.Checks;
import dev.recalldesk.memory.Identifier;
import dev.recalldesk.memory.IdentitySettings;
import dev.recalldesk.memory.Lookup;
import dev.recalldesk.memory.Memory;
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

/** One store of the memory on this machine. What is written can be read and recalled at once. Thread-safe. */
public final class LocalMemory implements Memory {
    private final OneStore store;
    private final String storeId;
    private final Identifiers identifiers;
    private final LocalProfiles profiles;
    private final LocalRecall recall;

    LocalMemory(OneStore store, Identifiers identifiers, LocalRecall recall) {
        this.store = store;
        this.storeId = store.id();
        this.identifiers = identifiers;
        this.profiles = new LocalProfiles(store, identifiers);
        this.recall = recall;
    }

    @Override
    public Store store() {
        return store.read(handle -> StoreRows.get(handle, storeId));
    }

    @Override
    public List<TraitGroup> traitGroups() {
        return store.read(handle -> GroupRows.all(handle, storeId));
    }

    @Override
    public void createTraitGroup(TraitGroup group) {
        store.change((handle, now) -> new GroupChange(handle, storeId, identifiers).create(group));
    }

    @Override
    public void updateTraitGroup(
            String name, @Nullable String description, Map<String, @Nullable TraitDefinition> changes) {
        store.change((handle, now) -> new GroupChange(handle, storeId, identifiers).update(name, description, changes));
    }

    @Override
    public void deleteTraitGroup(String name) {
        store.change((handle, now) -> new GroupChange(handle, storeId, identifiers).delete(name));
    }

    @Override
    public Page<String> profiles(PageRequest page) {
        return store.read(handle -> ProfileRows.page(handle, storeId, page));
    }

    @Override
    public IdentitySettings identitySettings() {
        return profiles.settings();
    }

    @Override
    public void updateIdentitySettings(IdentitySettings settings) {
        profiles.change(settings);
    }

    @Override
    public String createProfile(Map<String, Map<String, TraitValue>> traits) {
        return profiles.create(traits);
    }

    @Override
    public void createProfiles(List<Map<String, Map<String, TraitValue>>> all) {
        profiles.createAll(all);
    }

    @Override
    public Profile profile(String profileId) {
        return store.read(handle -> ProfileRows.get(handle, storeId, profileId));
    }

    @Override
    public String canonicalId(String profileId) {
        return store.read(handle -> store.owner(handle, profileId).profileId());
    }

    @Override
    public void updateTraits(String profileId, Map<String, Map<String, @Nullable TraitValue>> changes) {
        profiles.change(profileId, changes);
    }

    @Override
    public void deleteProfile(String profileId) {
        store.change((handle, now) -> ProfileRows.delete(handle, store.owner(handle, profileId)));
    }

    @Override
    public Page<Trait> traits(String profileId, Set<String> groups, PageRequest page) {
        return store.read(handle -> TraitRows.page(handle, store.owner(handle, profileId), groups, page));
    }

    @Override
    public List<Identifier> identifiers(String profileId) {
        return store.read(handle ->
                IdentifierRows.of(handle, store.owner(handle, profileId).profileId()));
    }

    @Override
    public void addIdentifier(String profileId, String idType, String value) {
        profiles.addIdentifier(profileId, idType, value);
    }

    @Override
    public void replaceIdentifier(String profileId, String idType, String oldValue, String newValue) {
        profiles.replaceIdentifier(profileId, idType, oldValue, newValue);
    }

    @Override
    public void removeIdentifier(String profileId, String idType) {
        profiles.removeIdentifier(profileId, idType);
    }

    @Override
    public void removeIdentifiers(String profileId, String idType) {
        profiles.removeIdentifiers(profileId, idType);
    }

    @Override
    public Lookup lookup(String idType, String value) {
        return profiles.lookup(idType, value);
    }

    @Override
    public Page<Observation> observations(String profileId, ObservationFilter filter, PageRequest page) {
        return store.read(handle -> ObservationRows.page(handle, store.owner(handle, profileId), filter, page));
    }

    @Override
    public Observation observation(String profileId, String observationId) {
        return store.read(handle -> ObservationRows.get(handle, store.owner(handle, profileId), observationId));
    }

    @Override
    public void addObservations(String profileId, List<NewObservation> observations) {
        Checks.observations(observations);
        store.change((handle, first) -> {
            ProfileRows.Owner owner = store.owner(handle, profileId);
            long now = first;
            for (NewObservation item : observations) {
                String id = ObservationRows.insert(handle, owner, item, now, now);
                Changes.append(handle, Changes.Kind.OBSERVATION, id);
                now = StoreRows.tick(handle, storeId, now);
            }
        });
    }

    @Override
    public void correctObservation(String profileId, String observationId, ObservationPatch patch) {
        store.change((handle, now) ->
                ObservationRows.correct(handle, store.owner(handle, profileId), observationId, patch, now));
    }

    @Override
    public void deleteObservation(String profileId, String observationId) {
        store.change((handle, now) -> ObservationRows.delete(handle, store.owner(handle, profileId), observationId));
    }

    @Override
    public Page<Observation> revisions(String profileId, String observationId, PageRequest page) {
        return store.read(
                handle -> ObservationRows.revisions(handle, store.owner(handle, profileId), observationId, page));
    }

    @Override
    public Page<Summary> summaries(String profileId, @Nullable String conversationId, PageRequest page) {
        return store.read(handle -> SummaryRows.page(handle, store.owner(handle, profileId), conversationId, page));
    }

    @Override
    public Summary summary(String profileId, String summaryId) {
        return store.read(handle -> SummaryRows.get(handle, store.owner(handle, profileId), summaryId));
    }

    @Override
    public void addSummaries(String profileId, List<NewSummary> summaries) {
        Checks.summaries(summaries);
        store.change((handle, first) -> {
            ProfileRows.Owner owner = store.owner(handle, profileId);
            long now = first;
            for (NewSummary item : summaries) {
                String id = SummaryRows.insert(handle, owner, item, now, now);
                Changes.append(handle, Changes.Kind.SUMMARY, id);
                now = StoreRows.tick(handle, storeId, now);
            }
        });
    }

    @Override
    public void correctSummary(String profileId, String summaryId, SummaryPatch patch) {
        store.change(
                (handle, now) -> SummaryRows.correct(handle, store.owner(handle, profileId), summaryId, patch, now));
    }

    @Override
    public void deleteSummary(String profileId, String summaryId) {
        store.change((handle, now) -> SummaryRows.delete(handle, store.owner(handle, profileId), summaryId));
    }

    @Override
    public Recall recall(String profileId, RecallRequest request) {
        Checks.recall(request);
        return recall.recall(canonicalId(profileId), request);
    }
}
