package dev.recalldesk.desk;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.RecallRequest;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the memory everything about one customer at once and places each answer as it lands. Thread-safe. */
final class Wave {
    private static final Logger LOG = LoggerFactory.getLogger(Wave.class);
    /** Of how many customers the last answers are kept. */
    private static final int SEEN = 100;

    private final Memory memory;
    private final Questions questions;
    private final BiConsumer<String, Customer> certain;
    private final Consumer<Merged> merged;
    private final ExecutorService workers;
    private final InstantSource clock;
    private final LastSeen seen = new LastSeen(SEEN);

    /**
     * @param certain told whose number it is; called while a meeting is locked, so it must return quickly
     * @param merged told who has become one with another
     */
    Wave(
            Memory memory,
            BiConsumer<String, Customer> certain,
            Consumer<Merged> merged,
            ExecutorService workers,
            InstantSource clock) {
        this.merged = merged;
        this.memory = memory;
        this.questions = new Questions(memory);
        this.certain = certain;
        this.workers = workers;
        this.clock = clock;
    }

    /**
     * Does nothing when somebody else is shown by now.
     *
     * @param certainAs the number that is this customer's once the identity is confirmed
     */
    void ask(Meeting meeting, long identityTicket, String profileId, @Nullable String certainAs) {
        meeting.newWave(identityTicket).ifPresent(wave -> ask(meeting, profileId, certainAs, wave));
    }

    /** The memory has said whose number it is; called while a meeting is locked. */
    void confirmed(String e164, Customer customer) {
        certain.accept(e164, customer);
    }

    private void ask(Meeting meeting, String profileId, @Nullable String certainAs, long wave) {
        later(() -> askProfile(meeting, wave, profileId, certainAs));
        part(meeting, wave, profileId, () -> questions.traits(profileId), Panel::traits, Panel::withTraits);
        part(
                meeting,
                wave,
                profileId,
                () -> questions.observations(profileId),
                Panel::observations,
                Panel::withObservations);
        part(meeting, wave, profileId, () -> questions.summaries(profileId), Panel::summaries, Panel::withSummaries);
        RecallRequest relevant = Questions.relevant(meeting.now().caller().conversationId());
        part(meeting, wave, profileId, () -> memory.recall(profileId, relevant), Panel::relevant, Panel::withRelevant);
    }

    private void askProfile(Meeting meeting, long wave, String profileId, @Nullable String certainAs) {
        try {
            Customer customer = new Customer(memory.profile(profileId));
            seen.keep(profileId, customer);
            meeting.changePart(wave, e -> {
                // Without a number nothing but the customer was asked for, and here they are.
                boolean confirmed = !(e.identity() instanceof Identity.Known known)
                        || known.confirmed()
                        || e.caller().e164() == null;
                if (certainAs != null && confirmed) {
                    certain.accept(certainAs, customer);
                }
                return e.withIdentity(new Identity.Known(customer, confirmed));
            });
            if (!customer.profileId().equals(profileId)) {
                merged.accept(new Merged(meeting.now().key(), profileId, customer));
            }
        } catch (MemoryFailure failure) {
            if (failure instanceof MemoryFailure.NotFound) {
                seen.forget(profileId);
            }
            // a name that is already shown stays: the lookup decides whether it is right
            Identity instead = seen.customer(profileId)
                    .<Identity>map(customer -> new Identity.Known(customer, false))
                    .orElseGet(() -> new Identity.Unanswered(failure));
            meeting.changePart(wave, e -> e.identity() instanceof Identity.Known ? e : e.withIdentity(instead));
        }
    }

    private <T> void part(
            Meeting meeting,
            long wave,
            String profileId,
            Supplier<T> question,
            Function<Panel, Part<T>> present,
            BiFunction<Panel, Part<T>, Panel> place) {
        later(() -> {
            Part<T> answer = answer(question);
            if (answer instanceof Part.Ready) {
                seen.keep(profileId, panel -> place.apply(panel, answer));
            }
            Part<T> last = present.apply(seen.panel(profileId));
            meeting.changePart(wave, e -> {
                if (!isOutage(answer)) {
                    return e.withPanel(place.apply(e.panel(), answer));
                }
                // what is on the screen, or was, is worth more than the news that it could not be read anew
                boolean shown = present.apply(e.panel()) instanceof Part.Ready;
                return shown ? e : e.withPanel(place.apply(e.panel(), last instanceof Part.Ready ? last : answer));
            });
        });
    }

    private static boolean isOutage(Part<?> answer) {
        return answer instanceof Part.Failed<?>(MemoryFailure failure) && !(failure instanceof MemoryFailure.NotFound);
    }

    /** A lookup may still land while the desk is being closed; then nobody waits for what would be asked next. */
    private void later(Runnable task) {
        try {
            workers.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("Closing: nothing more is asked about the caller");
        }
    }

    private <T> Part<T> answer(Supplier<T> question) {
        try {
            return new Part.Ready<>(question.get(), clock.instant());
        } catch (MemoryFailure failure) {
            return new Part.Failed<>(failure);
        }
    }
}
