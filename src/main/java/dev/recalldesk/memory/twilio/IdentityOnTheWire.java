package dev.recalldesk.memory.twilio;

import static dev.recalldesk.memory.twilio.Request.Method.DELETE;
import static dev.recalldesk.memory.twilio.Request.Method.PATCH;
import static dev.recalldesk.memory.twilio.Request.Method.POST;
import static dev.recalldesk.memory.twilio.Request.Method.PUT;

import dev.recalldesk.memory.Identifier;
import dev.recalldesk.memory.IdentitySettings;
import dev.recalldesk.memory.Lookup;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.TraitValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** By what the customers of one store are recognised, new ones among them. Thread-safe. */
final class IdentityOnTheWire {
    private static final int MAX_VALUE = 255;
    private final StorePaths paths;
    private final Line line;
    private final Operations operations;
    private final GroupsOnTheWire groups;

    IdentityOnTheWire(StorePaths paths, Line line, Operations operations, GroupsOnTheWire groups) {
        this.paths = paths;
        this.line = line;
        this.operations = operations;
        this.groups = groups;
    }

    IdentitySettings settings() {
        return IdentityJson.read(line.ask(Request.read(paths.identity())).fields());
    }

    void change(IdentitySettings settings) {
        Optional<String> _ = operations.done(Request.write(PUT, paths.identity(), IdentityJson.write(settings)));
    }

    /** A customer whose id is not told is looked up until somebody is found. */
    String create(Map<String, Map<String, TraitValue>> traits) {
        Answer answer = line.ask(Request.write(POST, paths.profiles(), ValueJson.write(traits)));
        return answer.header(Answer.CANONICAL)
                .or(() -> answer.fields().firstText("id"))
                .orElseGet(() -> operations.seen(() -> groups.identifying(traits).stream()
                        .flatMap(each -> lookup(each.idType(), each.values().getFirst()).profileIds().stream())
                        .findFirst()));
    }

    void createAll(List<Map<String, Map<String, TraitValue>>> profiles) {
        if (profiles.isEmpty() || profiles.size() > Memory.MAX_PROFILES) {
            throw new MemoryFailure.Invalid("profiles", "One write carries 1 to " + Memory.MAX_PROFILES + " customers");
        }
        Path path = paths.profiles().then("Bulk");
        Answer _ = line.ask(Request.write(PUT, path, ProfileJson.write(profiles)));
    }

    List<Identifier> identifiers(String profileId) {
        return line.ask(Request.read(paths.identifiers(profileId))).fields().objects("identifiers").stream()
                .map(ProfileJson::identifier)
                .toList();
    }

    void add(String profileId, String idType, String value) {
        Answer _ = line.ask(Request.write(POST, paths.identifiers(profileId), ProfileJson.identifier(idType, value)));
    }

    void replace(String profileId, String idType, String oldValue, String newValue) {
        Answer _ = line.ask(Request.writeOnce(
                PATCH, paths.identifiers(profileId).to(idType), ProfileJson.replacement(idType, oldValue, newValue)));
    }

    /** Sent twice, it would take two values away. */
    void removeOne(String profileId, String idType) {
        remove(profileId, idType, path -> Request.writeOnce(DELETE, path, null));
    }

    void removeAll(String profileId, String idType) {
        remove(profileId, idType, path -> Request.write(DELETE, path.with("removeAll", "true"), null));
    }

    /** The service knows one answer for a customer who is gone, a type that is unknown and nothing to remove. */
    private void remove(String profileId, String idType, Function<Path, Request> removal) {
        try {
            Answer _ = line.ask(removal.apply(paths.identifiers(profileId).to(idType)));
        } catch (MemoryFailure.NotFound e) {
            List<Identifier> _ = identifiers(profileId);
            if (settings().config(idType).isEmpty()) {
                throw new MemoryFailure.Invalid("idType", "The store knows no such type of identifier");
            }
        }
    }

    /** What the service would refuse because nobody can have it, nobody has. */
    Lookup lookup(String idType, String value) {
        if (value.isBlank() || value.length() > MAX_VALUE) {
            return new Lookup(value.strip(), List.of());
        }
        Path path = paths.profiles().then("Lookup");
        Request request = Request.ask(Request.Kind.LOOKUP, path, ProfileJson.identifier(idType, value));
        return ProfileJson.lookup(value, line.ask(request).fields());
    }
}
