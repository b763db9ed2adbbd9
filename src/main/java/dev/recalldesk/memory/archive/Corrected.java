package dev.recalldesk.memory.archive;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.ObservationPatch;
import dev.recalldesk.memory.PageRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An observation that was corrected: written as it first was and then corrected step by step, so that its earlier states can be
 * read in the new memory too. Confined to one import.
 */
final class Corrected {
    private final Memory memory;
    private final Shelf<NewObservation> shelf;
    private final Attempts attempts;
    private final String profileId;
    /** The oldest first. */
    private final List<NewObservation> states;
    /** What is another one for certain. */
    private final Set<String> others = new HashSet<>();

    Corrected(
            Memory memory,
            Shelf<NewObservation> shelf,
            Attempts attempts,
            String profileId,
            List<NewObservation> states) {
        this.memory = memory;
        this.shelf = shelf;
        this.attempts = attempts;
        this.profileId = profileId;
        this.states = states;
    }

    /** How far an observation has come. */
    private record Step(String id, int state) {}

    /** @param doubt whether some of it may be there */
    void send(boolean doubt) {
        if (!doubt) {
            attempts.ask(this::all).forEach(one -> others.add(one.id()));
        }
        attempts.write(doubt, unsure -> {
            if (!unsure || found().isEmpty()) {
                memory.addObservations(profileId, List.of(states.getFirst()));
            }
        });
        Step begun = attempts.seen(this::found);
        for (int next = begun.state() + 1; next < states.size(); next++) {
            NewObservation state = states.get(next);
            attempts.write(false, unsure -> {
                if (!unsure || !is(memory.observation(profileId, begun.id()), state)) {
                    memory.correctObservation(
                            profileId,
                            begun.id(),
                            new ObservationPatch(
                                    state.content(), state.source(), state.occurredAt(), state.conversationIds()));
                }
            });
        }
    }

    private Optional<Step> found() {
        List<Observation> all =
                all().stream().filter(one -> !others.contains(one.id())).toList();
        for (int state = states.size() - 1; state >= 0; state--) {
            NewObservation wanted = states.get(state);
            Optional<Observation> there =
                    all.stream().filter(one -> is(one, wanted)).findFirst();
            if (there.isPresent()) {
                return Optional.of(new Step(there.get().id(), state));
            }
        }
        return Optional.empty();
    }

    private boolean is(Observation one, NewObservation state) {
        return shelf.key(Shelf.state(one)).equals(shelf.key(state));
    }

    private List<Observation> all() {
        return Pages.all(
                page -> memory.observations(profileId, ObservationFilter.NONE, page), PageRequest.first(Shelf.PAGE));
    }
}
