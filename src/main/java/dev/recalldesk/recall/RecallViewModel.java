package dev.recalldesk.recall;

import dev.recalldesk.desk.Customer;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.RecallRequest;
import dev.recalldesk.ui.Quote;
import dev.recalldesk.ui.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * One question at a time to the memory of the customer shown. The newest question wins; every call keeps its own. UI
 * thread only.
 */
public final class RecallViewModel {
    static final Duration PAUSE = Duration.ofMillis(250);
    private final Memory memory;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Work.Latest<Answer> line;
    private final KeptSearches kept = new KeptSearches();
    private final ReadOnlyObjectWrapper<RecallState> state = new ReadOnlyObjectWrapper<>(new RecallState.Idle());
    private final ReadOnlyObjectWrapper<Search> search = new ReadOnlyObjectWrapper<>(Search.NONE);
    private final ReadOnlyObjectWrapper<Relevant> relevant = new ReadOnlyObjectWrapper<>(new Relevant.Nothing());
    private final ReadOnlyStringWrapper customerName = new ReadOnlyStringWrapper("");
    private final ObservableList<RecallRow> rows = FXCollections.observableArrayList();
    private @Nullable Encounter shown;

    public RecallViewModel(Memory memory, Work work, InstantSource clock, ZoneId zone) {
        this.memory = memory;
        this.clock = clock;
        this.zone = zone;
        this.line = work.latest();
    }

    public ReadOnlyObjectProperty<RecallState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Search> searchProperty() {
        return search.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Relevant> relevantProperty() {
        return relevant.getReadOnlyProperty();
    }

    /** The first name of the customer whose memory is asked; empty when it is not known. */
    public ReadOnlyStringProperty customerNameProperty() {
        return customerName.getReadOnlyProperty();
    }

    /** What was found, with section headers; the last answer stays while a newer one is on its way. */
    public ObservableList<RecallRow> rows() {
        return FXCollections.unmodifiableObservableList(rows);
    }

    /** Whether a question has the feed, which otherwise is the timeline's. */
    public boolean takesFeed() {
        return !(state.get() instanceof RecallState.Idle);
    }

    /** Shows the customer of this encounter: another key brings back what was asked there. */
    public void show(@Nullable Encounter encounter) {
        String profile = profileId(encounter);
        boolean switched = !Objects.equals(key(encounter), key(shown));
        boolean other = switched || !Objects.equals(profile, profileId(shown));
        if (other) {
            line.cancel();
            keep();
        }
        shown = encounter;
        relevant.set(Relevant.of(encounter));
        customerName.set(
                encounter == null
                        ? ""
                        : encounter.customer().flatMap(Customer::firstName).orElse(""));
        if (other) {
            KeptSearches.Kept before = kept.of(key(encounter));
            search.set(before.search());
            if (before.answers(profile)) {
                become(before.state());
            } else {
                become(new RecallState.Idle());
                look(Duration.ZERO);
            }
        }
    }

    /** The text in the field changed. */
    public void ask(String question) {
        if (!question.equals(search.get().question())) {
            search.set(search.get().asking(Asking.QUESTION).question(question));
            look(PAUSE);
        }
    }

    /** Asks without waiting for a pause in typing. */
    public void askNow() {
        look(Duration.ZERO);
    }

    public void choose(Asking asking) {
        change(search.get().asking(asking), Duration.ZERO);
    }

    public void choose(DateRange range) {
        change(search.get().range(range), Duration.ZERO);
    }

    /** @param threshold least relevance, 0 to 1 */
    public void atLeast(double threshold) {
        change(search.get().threshold(threshold), PAUSE);
    }

    /** Takes half the threshold. */
    public void lower() {
        change(search.get().threshold(search.get().lower()), Duration.ZERO);
    }

    /** Opens the whole list of what may matter now. */
    public void showAllRelevant() {
        boolean call = shown != null && shown.caller().conversationId() != null;
        choose(call ? Asking.THIS_CALL : Asking.RECENT);
    }

    /** Takes the question back and gives the feed back to the timeline. */
    public void clear() {
        change(search.get().question("").asking(Asking.QUESTION), Duration.ZERO);
    }

    /** The fact as it goes into a note: never without its date. */
    public String insertText(Finding finding) {
        return Quote.dated(finding.text(), finding.at(), zone);
    }

    /** The fact as it is quoted elsewhere: with source and date. */
    public String copyText(Finding finding) {
        return Quote.sourced(finding.text(), finding.source(), finding.at(), zone);
    }

    Instant now() {
        return clock.instant();
    }

    ZoneId zone() {
        return zone;
    }

    private void change(Search next, Duration pause) {
        if (!next.equals(search.get())) {
            search.set(next);
            look(pause);
        }
    }

    private void look(Duration pause) {
        String profile = profileId(shown);
        Search asked = search.get();
        if (profile == null || !asked.asks()) {
            line.cancel();
            become(new RecallState.Idle());
            return;
        }
        Answer before = state.get().shown();
        become(new RecallState.Searching(before));
        RecallRequest request =
                asked.request(Objects.requireNonNull(shown).caller().conversationId(), clock.instant(), zone);
        Callable<Answer> slow = () -> {
            Instant start = clock.instant();
            var recall = memory.recall(profile, request);
            return Answer.of(asked, recall, Duration.between(start, clock.instant()));
        };
        if (pause.isZero()) {
            line.submit(slow, this::answered, e -> failed(e, before));
        } else {
            line.submitAfter(pause, slow, this::answered, e -> failed(e, before));
        }
    }

    private void answered(Answer answer) {
        become(answer.empty() ? new RecallState.Nothing(answer) : new RecallState.Found(answer));
    }

    private void failed(Exception cause, @Nullable Answer before) {
        MemoryFailure failure = cause instanceof MemoryFailure known
                ? known
                : new MemoryFailure.Unreachable("The memory broke off", cause);
        become(new RecallState.Failed(failure, before));
    }

    private void become(RecallState next) {
        Answer before = state.get().shown();
        Answer answer = next.shown();
        if (!Objects.equals(answer, before)) {
            rows.setAll(answer == null ? List.of() : rowsOf(answer));
        }
        state.set(next);
    }

    private static List<RecallRow> rowsOf(Answer answer) {
        List<RecallRow> all = new ArrayList<>();
        section(Finding.Kind.FACT, answer.facts(), all);
        section(Finding.Kind.SUMMARY, answer.summaries(), all);
        return all;
    }

    private static void section(Finding.Kind kind, List<Finding> findings, List<RecallRow> all) {
        if (!findings.isEmpty()) {
            all.add(new RecallRow.Section(kind, findings.size()));
            findings.forEach(finding -> all.add(new RecallRow.Line(finding)));
        }
    }

    private void keep() {
        if (shown != null) {
            kept.put(shown.key(), new KeptSearches.Kept(profileId(shown), search.get(), state.get()));
        }
    }

    private static @Nullable String key(@Nullable Encounter encounter) {
        return encounter == null ? null : encounter.key();
    }

    private static @Nullable String profileId(@Nullable Encounter encounter) {
        return encounter == null
                ? null
                : encounter.customer().map(Customer::profileId).orElse(null);
    }
}
