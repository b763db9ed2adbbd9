package dev.recalldesk.profile;

import dev.recalldesk.desk.Customer;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Identity;
import dev.recalldesk.desk.Part;
import dev.recalldesk.memory.Trait;
import dev.recalldesk.profile.ProfileState.Phase;
import dev.recalldesk.profile.ProfileState.Row;
import dev.recalldesk.profile.ProfileState.Traits;
import dev.recalldesk.profile.TraitRows.Change;
import dev.recalldesk.profile.TraitRows.Fact;
import dev.recalldesk.profile.TraitRows.Field;
import dev.recalldesk.ui.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The customer of the selected encounter, as the pane shows them. Values that change under the agent's eyes stay marked
 * for a while with what they were. Confined to the UI thread.
 */
public final class ProfileViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(ProfileViewModel.class);
    private static final String FAILED = "What is known of a customer could not be written down";
    private static final Duration MARKED = Duration.ofSeconds(10);
    /** Ages are told in minutes at best, so they are told anew once a minute. */
    private static final Duration AGEING = Duration.ofMinutes(1);

    private static final Duration THANKS = Duration.ofSeconds(2);

    private final ReadOnlyObjectWrapper<ProfileState> state = new ReadOnlyObjectWrapper<>(new ProfileState.Absent());
    private final ReadOnlyStringWrapper copied = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper contextCopied = new ReadOnlyBooleanWrapper();
    private final InstantSource clock;
    private final ZoneId zone;
    private final Duration marked;
    private final Consumer<String> clipboard;
    private final Function<Encounter, Optional<String>> context;
    private final Runnable retry;
    private final Work.Latest<Boolean> ageing;
    private final Work.Latest<Boolean> thanks;
    private final Work.Latest<Optional<String>> writing;

    private @Nullable Encounter shown;
    private Map<Field, Fact> facts = Map.of();
    private final Map<Field, Change> changes = new TreeMap<>();

    /**
     * @param clipboard takes what the agent copies
     * @param context writes down what is known of a customer, on a worker; nothing while it is not clear who that is
     * @param retry asks the memory again for the encounter shown
     */
    public ProfileViewModel(
            Work work,
            InstantSource clock,
            ZoneId zone,
            Consumer<String> clipboard,
            Function<Encounter, Optional<String>> context,
            Runnable retry) {
        this(work, clock, zone, clipboard, context, retry, MARKED);
    }

    ProfileViewModel(
            Work work,
            InstantSource clock,
            ZoneId zone,
            Consumer<String> clipboard,
            Function<Encounter, Optional<String>> context,
            Runnable retry,
            Duration marked) {
        this.clock = clock;
        this.zone = zone;
        this.clipboard = clipboard;
        this.context = context;
        this.retry = retry;
        this.marked = marked;
        this.ageing = work.latest();
        this.thanks = work.latest();
        this.writing = work.latest();
    }

    public ReadOnlyObjectProperty<ProfileState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The id of the row that was copied a moment ago, else empty. */
    public ReadOnlyStringProperty copiedProperty() {
        return copied.getReadOnlyProperty();
    }

    /** Whether what is known of the customer was copied a moment ago. */
    public ReadOnlyBooleanProperty contextCopiedProperty() {
        return contextCopied.getReadOnlyProperty();
    }

    /** Shows the newest snapshot of the selected encounter; {@code null} when none is selected. */
    public void show(@Nullable Encounter encounter) {
        boolean same = sameCustomer(encounter);
        shown = encounter;
        Map<Field, Fact> before = facts;
        if (!same) {
            writing.cancel();
            changes.clear();
            facts = Map.of();
        }
        facts = newestFacts(encounter);
        if (same) {
            changes.putAll(TraitRows.changes(before, facts, clock.instant()));
        }
        refresh();
    }

    /** Puts the value into the clipboard and says so for a moment. */
    public void copy(Row row) {
        if (row.value().isEmpty()) {
            return;
        }
        clipboard.accept(row.value());
        contextCopied.set(false);
        copied.set(row.id());
        thankForAWhile();
    }

    /** Puts what is known of the customer into the clipboard and says so for a moment. */
    public void copyContext() {
        Encounter now = shown;
        if (now != null) {
            writing.submit(() -> context.apply(now), text -> text.ifPresent(this::copied), e -> LOG.error(FAILED, e));
        }
    }

    private void copied(String text) {
        clipboard.accept(text);
        copied.set("");
        contextCopied.set(true);
        thankForAWhile();
    }

    private void thankForAWhile() {
        thanks.submitAfter(THANKS, () -> true, ok -> thanked(), e -> thanked());
    }

    private void thanked() {
        copied.set("");
        contextCopied.set(false);
    }

    /** Asks again for what the memory could not answer. */
    public void retry() {
        retry.run();
    }

    private void refresh() {
        Instant now = clock.instant();
        changes.values().removeIf(change -> !now.isBefore(change.seenAt().plus(marked)));
        state.set(read(now));
        if (shown == null) {
            ageing.cancel();
        } else {
            ageing.submitAfter(changes.isEmpty() ? AGEING : marked, () -> true, ok -> refresh(), e -> refresh());
        }
    }

    private ProfileState read(Instant now) {
        if (shown == null) {
            return new ProfileState.Absent();
        }
        return switch (shown.identity()) {
            case Identity.Known known ->
                new ProfileState.Known(
                        Reading.who(shown, known),
                        Reading.essentials(known.customer(), shown.panel(), now, zone),
                        new Traits(TraitRows.groups(facts, changes, now, zone), phase(shown)),
                        Reading.summary(shown.panel(), now, zone));
            case Identity.Searching searching ->
                new ProfileState.Searching(shown.caller().number());
            case Identity.Several several -> new ProfileState.Absent();
            case Identity.Nobody nobody -> new ProfileState.Absent();
            case Identity.Withheld withheld -> new ProfileState.Absent();
            case Identity.Unanswered unanswered -> new ProfileState.Absent();
        };
    }

    /** What was shown stays until something newer is here: a refresh or a failure never empties the pane. */
    private Map<Field, Fact> newestFacts(@Nullable Encounter encounter) {
        if (encounter == null || encounter.customer().isEmpty()) {
            return Map.of();
        }
        if (encounter.panel().traits() instanceof Part.Ready<List<Trait>> ready) {
            return TraitRows.facts(ready.value());
        }
        Customer customer = encounter.customer().get();
        boolean dated = facts.values().stream().anyMatch(fact -> fact.changedAt() != null);
        return dated ? facts : TraitRows.facts(customer.profile());
    }

    private static Phase phase(Encounter encounter) {
        return switch (encounter.panel().traits()) {
            case Part.Waiting<List<Trait>> waiting -> Phase.WAITING;
            case Part.Ready<List<Trait>> ready -> Phase.READY;
            case Part.Failed<List<Trait>> failed -> Phase.FAILED;
        };
    }

    private boolean sameCustomer(@Nullable Encounter next) {
        if (shown == null || next == null || !shown.key().equals(next.key())) {
            return false;
        }
        return shown.customer().isPresent()
                && shown.customer()
                        .map(Customer::profileId)
                        .equals(next.customer().map(Customer::profileId));
    }
}
