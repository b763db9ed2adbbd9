package dev.recalldesk.desk;

import dev.recalldesk.memory.Identifier;
import dev.recalldesk.memory.Lookup;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out who is on the line. Thread-safe; nothing here waits in the caller's thread. */
final class Recognition {
    private static final Logger LOG = LoggerFactory.getLogger(Recognition.class);
    private final Memory memory;
    private final ProfileCache cache;
    private final NumberChoices choices;
    private final ExecutorService workers;
    private final LongSupplier nanos;
    private final Wave wave;
    private final Candidates candidates;

    Recognition(
            Memory memory,
            ProfileCache cache,
            NumberChoices choices,
            ExecutorService workers,
            LongSupplier nanos,
            Wave wave) {
        this.memory = memory;
        this.cache = cache;
        this.choices = choices;
        this.workers = workers;
        this.nanos = nanos;
        this.wave = wave;
        this.candidates = new Candidates(memory, workers);
    }

    /** Asks who it is, from the beginning. */
    void begin(Meeting meeting) {
        Encounter.customerOf(meeting.now().key())
                .ifPresentOrElse(id -> byProfile(meeting, id, true, null), () -> byNumber(meeting, true));
    }

    /** Asks again after a failure: who it is where that is not known, else what is remembered. */
    void again(Meeting meeting) {
        if (meeting.now().identity() instanceof Identity.Unanswered) {
            begin(meeting);
        } else {
            confirm(meeting);
            refresh(meeting);
        }
    }

    /** Reads the customer anew; what is shown stays until its new answer is there. */
    void refresh(Meeting meeting) {
        long ticket = meeting.identityTicket();
        meeting.now().customer().ifPresent(customer -> wave.ask(meeting, ticket, customer.profileId(), null));
    }

    /** Asks who has the number of this call. What is known without the memory is published before this returns. */
    void byNumber(Meeting meeting, boolean again) {
        @Nullable String e164 = meeting.now().caller().e164();
        if (e164 == null) {
            long _ = meeting.newIdentity(again, e -> e.withIdentity(new Identity.Withheld()));
            return;
        }
        Optional<Customer> cached = cache.find(e164);
        Identity first = cached.<Identity>map(c -> new Identity.Known(c, false)).orElseGet(Identity.Searching::new);
        long ticket = meeting.newIdentity(again, e -> e.withIdentity(first).withPanel(Panel.EMPTY));
        cached.ifPresent(customer -> wave.ask(meeting, ticket, customer.profileId(), e164));
        workers.execute(() -> lookUp(meeting, ticket, e164, cached.orElse(null)));
    }

    /** Asks once more whether the one shown has the number, when the memory has not said so yet. */
    private void confirm(Meeting meeting) {
        long ticket = meeting.identityTicket();
        Encounter now = meeting.now();
        @Nullable String e164 = now.caller().e164();
        if (e164 != null && now.identity() instanceof Identity.Known(Customer customer, boolean sure) && !sure) {
            workers.execute(() -> lookUp(meeting, ticket, e164, customer));
        }
    }

    /** Shows this customer, whoever was shown before. */
    void byProfile(Meeting meeting, String profileId, boolean again, @Nullable String cacheAs) {
        long ticket = meeting.newIdentity(
                again, e -> e.withIdentity(named(e, profileId)).withPanel(Panel.EMPTY));
        wave.ask(meeting, ticket, profileId, cacheAs);
    }

    /** A candidate's name is there already and need not be waited for. */
    private static Identity named(Encounter e, String profileId) {
        if (e.identity() instanceof Identity.Several several) {
            return several.candidates().stream()
                    .map(Candidate::customer)
                    .filter(customer -> customer.profileId().equals(profileId))
                    .findFirst()
                    .<Identity>map(customer -> new Identity.Known(customer, true))
                    .orElseGet(Identity.Searching::new);
        }
        return new Identity.Searching();
    }

    private void lookUp(Meeting meeting, long ticket, String e164, @Nullable Customer cached) {
        long asked = nanos.getAsLong();
        Lookup answer;
        try {
            answer = memory.lookup(Identifier.PHONE, e164);
        } catch (MemoryFailure failure) {
            boolean _ = meeting.changeIdentity(
                    ticket, e -> cached == null ? e.withIdentity(new Identity.Unanswered(failure)) : e);
            return;
        }
        meeting.timedLookup(ticket, Duration.ofNanos(nanos.getAsLong() - asked));
        List<String> ids = answer.profileIds();
        if (ids.size() == 1) {
            found(meeting, ticket, e164, ids.getFirst(), cached);
        } else if (ids.isEmpty()) {
            cache.forget(e164);
            boolean _ = supersede(meeting, ticket, new Identity.Nobody(answer.normalizedValue()));
        } else {
            remembered(e164)
                    .filter(ids::contains)
                    .ifPresentOrElse(
                            id -> found(meeting, ticket, e164, id, cached), () -> several(meeting, ticket, e164, ids));
        }
    }

    private void found(Meeting meeting, long ticket, String e164, String profileId, @Nullable Customer cached) {
        if (cached != null && cached.profileId().equals(profileId)) {
            boolean _ = meeting.changeIdentity(ticket, e -> {
                if (!(e.identity() instanceof Identity.Known(Customer customer, boolean _))) {
                    return e;
                }
                wave.confirmed(e164, customer);
                return e.withIdentity(new Identity.Known(customer, true));
            });
        } else if (supersede(meeting, ticket, new Identity.Searching())) {
            wave.ask(meeting, ticket, profileId, e164);
        }
    }

    private void several(Meeting meeting, long ticket, String e164, List<String> ids) {
        cache.forget(e164);
        if (!supersede(meeting, ticket, new Identity.Searching())) {
            return;
        }
        Identity answer;
        try {
            answer = new Identity.Several(candidates.fetch(ids));
        } catch (MemoryFailure failure) {
            answer = new Identity.Unanswered(failure);
        }
        Identity settled = answer;
        boolean _ = meeting.changeIdentity(ticket, e -> e.withIdentity(settled));
    }

    /** Puts this in the place of what the ticket stood for, so that answers still on their way are dropped. */
    private static boolean supersede(Meeting meeting, long ticket, Identity identity) {
        return meeting.supersede(ticket, e -> e.withIdentity(identity).withPanel(Panel.EMPTY));
    }

    private Optional<String> remembered(String e164) {
        try {
            return choices.find(e164);
        } catch (DeskStoreFailure e) {
            LOG.warn("The remembered choice of a shared number could not be read", e);
            return Optional.empty();
        }
    }
}
