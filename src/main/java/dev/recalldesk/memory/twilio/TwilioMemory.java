package dev.recalldesk.memory.twilio;

import static dev.recalldesk.memory.twilio.Request.Kind.RECALL;
import static dev.recalldesk.memory.twilio.Request.Method.DELETE;
import static dev.recalldesk.memory.twilio.Request.Method.PATCH;
import static dev.recalldesk.memory.twilio.Request.Method.POST;

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
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One store on the wire. Writes are taken before they can be read back. Thread-safe. */
final class TwilioMemory implements Memory {
    private static final int MOST_PROFILES = 1000;
    private static final int MOST_TRAITS = 100;
    private static final int MOST_MEMORIES = 50;
    private final StorePaths paths;
    private final Line line;
    private final GroupsOnTheWire groups;
    private final IdentityOnTheWire identity;

    TwilioMemory(StorePaths paths, Line line, Operations operations) {
        this.paths = paths;
        this.line = line;
        this.groups = new GroupsOnTheWire(paths, line, operations);
        this.identity = new IdentityOnTheWire(paths, line, operations, groups);
    }

    @Override
    public Store store() {
        return StoreJson.read(line.ask(Request.read(paths.store())).fields());
    }

    @Override
    public List<TraitGroup> traitGroups() {
        return groups.all();
    }

    @Override
    public void createTraitGroup(TraitGroup group) {
        groups.create(group);
    }

    @Override
    public void updateTraitGroup(
            String name, @Nullable String description, Map<String, @Nullable TraitDefinition> changes) {
        groups.update(name, description, changes);
    }

    @Override
    public void deleteTraitGroup(String name) {
        groups.delete(name);
    }

    @Override
    public IdentitySettings identitySettings() {
        return identity.settings();
    }

    @Override
    public void updateIdentitySettings(IdentitySettings settings) {
        identity.change(settings);
    }

    @Override
    public Page<String> profiles(PageRequest page) {
        Path path = PageJson.askOrdered(paths.profiles(), page, MOST_PROFILES);
        return PageJson.texts(line.ask(Request.read(path)).fields(), "profiles");
    }

    @Override
    public String createProfile(Map<String, Map<String, TraitValue>> traits) {
        return identity.create(traits);
    }

    @Override
    public void createProfiles(List<Map<String, Map<String, TraitValue>>> profiles) {
        identity.createAll(profiles);
    }

    @Override
    public Profile profile(String profileId) {
        return ProfileJson.profile(line.ask(Request.read(paths.profile(profileId))));
    }

    @Override
    public String canonicalId(String profileId) {
        return profile(profileId).id();
    }

    @Override
    public void updateTraits(String profileId, Map<String, Map<String, @Nullable TraitValue>> changes) {
        Answer _ = line.ask(Request.write(PATCH, paths.profile(profileId), ValueJson.write(changes)));
    }

    @Override
    public void deleteProfile(String profileId) {
        Answer _ = line.ask(Request.write(DELETE, paths.profile(profileId), null));
    }

    @Override
    public Page<Trait> traits(String profileId, Set<String> groups, PageRequest page) {
        Path path = PageJson.askOrdered(paths.profile(profileId).then("Traits"), page, MOST_TRAITS)
                .with("traitGroups", groups.isEmpty() ? null : String.join(",", new TreeSet<>(groups)));
        return PageJson.objects(line.ask(Request.read(path)).fields(), "traits", ProfileJson::trait);
    }

    @Override
    public List<Identifier> identifiers(String profileId) {
        return identity.identifiers(profileId);
    }

    @Override
    public void addIdentifier(String profileId, String idType, String value) {
        identity.add(profileId, idType, value);
    }

    @Override
    public void replaceIdentifier(String profileId, String idType, String oldValue, String newValue) {
        identity.replace(profileId, idType, oldValue, newValue);
    }

    @Override
    public void removeIdentifier(String profileId, String idType) {
        identity.removeOne(profileId, idType);
    }

    @Override
    public void removeIdentifiers(String profileId, String idType) {
        identity.removeAll(profileId, idType);
    }

    @Override
    public Lookup lookup(String idType, String value) {
        return identity.lookup(idType, value);
    }

    @Override
    public Page<Observation> observations(String profileId, ObservationFilter filter, PageRequest page) {
        if (!MemoryJson.canMatch(filter)) {
            return nothing(profileId);
        }
        Path path = MemoryJson.where(PageJson.askOrdered(paths.observations(profileId), page, MOST_MEMORIES), filter);
        return PageJson.objects(line.ask(Request.read(path)).fields(), "observations", MemoryJson::observation);
    }

    /** What the service would refuse to look for because nothing can be so, nothing is; if there is such a customer. */
    private <T> Page<T> nothing(String profileId) {
        String _ = canonicalId(profileId);
        return new Page<>(List.of(), null);
    }

    @Override
    public Observation observation(String profileId, String observationId) {
        Path path = paths.observations(profileId).to(observationId);
        return MemoryJson.observation(line.ask(Request.read(path)).fields());
    }

    @Override
    public void addObservations(String profileId, List<NewObservation> observations) {
        Checks.observations(observations);
        Answer _ =
                line.ask(Request.writeOnce(POST, paths.observations(profileId), MemoryJson.observations(observations)));
    }

    @Override
    public void correctObservation(String profileId, String observationId, ObservationPatch patch) {
        Answer _ = line.ask(
                Request.write(PATCH, paths.observations(profileId).to(observationId), MemoryJson.write(patch)));
    }

    @Override
    public void deleteObservation(String profileId, String observationId) {
        Answer _ = line.ask(Request.write(DELETE, paths.observations(profileId).to(observationId), null));
    }

    @Override
    public Page<Observation> revisions(String profileId, String observationId, PageRequest page) {
        Path list = paths.observations(profileId).to(observationId).then("Revisions");
        Path path = PageJson.ask(list, page, MOST_MEMORIES);
        return PageJson.objects(line.ask(Request.read(path)).fields(), "revisions", MemoryJson::observation);
    }

    @Override
    public Page<Summary> summaries(String profileId, @Nullable String conversationId, PageRequest page) {
        if (conversationId != null && !NewObservation.isConversation(conversationId)) {
            return nothing(profileId);
        }
        Path path =
                PageJson.ask(paths.summaries(profileId), page, MOST_MEMORIES).with("conversationId", conversationId);
        return PageJson.objects(line.ask(Request.read(path)).fields(), "summaries", MemoryJson::summary);
    }

    @Override
    public Summary summary(String profileId, String summaryId) {
        return MemoryJson.summary(
                line.ask(Request.read(paths.summaries(profileId).to(summaryId))).fields());
    }

    @Override
    public void addSummaries(String profileId, List<NewSummary> summaries) {
        Checks.summaries(summaries);
        Answer _ = line.ask(Request.writeOnce(POST, paths.summaries(profileId), MemoryJson.summaries(summaries)));
    }

    @Override
    public void correctSummary(String profileId, String summaryId, SummaryPatch patch) {
        Answer _ = line.ask(Request.write(PATCH, paths.summaries(profileId).to(summaryId), MemoryJson.write(patch)));
    }

    @Override
    public void deleteSummary(String profileId, String summaryId) {
        Answer _ = line.ask(Request.write(DELETE, paths.summaries(profileId).to(summaryId), null));
    }

    @Override
    public Recall recall(String profileId, RecallRequest request) {
        Checks.recall(request);
        Path path = paths.profile(profileId).then("Recall");
        Answer answer = line.ask(Request.ask(RECALL, path, RecallJson.write(request, paths.dialect())));
        return RecallJson.read(request, answer.fields());
    }
}
