package dev.recalldesk.timeline;

import dev.recalldesk.desk.Customer;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Note;
import dev.recalldesk.desk.Part;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.Summary;
import dev.recalldesk.ui.Quote;
import dev.recalldesk.ui.Work;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered about the customer shown, newest first, page by page, with the agent's own notes on their way at the
 * top. UI thread only.
 */
public final class TimelineViewModel {
    private final Memory memory;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Feed facts;
    private final Feed gists;
    private final NotesOnTheWay notes;
    private final Versions versions;
    private final ReadOnlyObjectWrapper<Tab> tab = new ReadOnlyObjectWrapper<>(Tab.TIMELINE);
    private final ReadOnlyObjectWrapper<Filter> filter = new ReadOnlyObjectWrapper<>(Filter.NONE);
    private final ReadOnlyStringWrapper customerName = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper opened = new ReadOnlyIntegerWrapper();
    private @Nullable Encounter shown;
    private @Nullable Part<Page<Observation>> factsShown;
    private @Nullable Part<Page<Summary>> gistsShown;

    public TimelineViewModel(Memory memory, Work work, InstantSource clock, ZoneId zone) {
        this.memory = memory;
        this.clock = clock;
        this.zone = zone;
        facts = new Feed(work, zone);
        gists = new Feed(work, zone);
        notes = new NotesOnTheWay(facts, work);
        versions = new Versions(memory, work, facts);
        facts.close();
        gists.close();
    }

    /** The rows of a tab; the list stays the same as long as this lives. The first row is always {@link Row.Top}. */
    public ObservableList<Row> rows(Tab of) {
        return feed(of).sheet().rows();
    }

    public ReadOnlyObjectProperty<Tab> tabProperty() {
        return tab.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Filter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    /** The first name of the customer shown; empty when it is not known. */
    public ReadOnlyStringProperty customerNameProperty() {
        return customerName.getReadOnlyProperty();
    }

    /** How many new rows of a tab wait until the reader wants them. */
    public ReadOnlyIntegerProperty waitingProperty(Tab of) {
        return feed(of).arrivals().countProperty();
    }

    /** Shows the customer of this encounter; a later snapshot of the same one adds what is new. */
    public void show(@Nullable Encounter encounter) {
        String before = profileId();
        boolean switched = !Objects.equals(key(shown), key(encounter));
        shown = encounter;
        String profile = profileId();
        customerName.set(
                encounter == null
                        ? ""
                        : encounter.customer().flatMap(Customer::firstName).orElse(""));
        if (switched || !Objects.equals(before, profile)) {
            filter.set(Filter.NONE);
            factsShown = null;
            gistsShown = null;
            open(profile);
            opened.set(opened.get() + 1);
        }
        if (encounter != null && profile != null) {
            fill(encounter);
        }
    }

    private void fill(Encounter encounter) {
        Part<Page<Observation>> newFacts = encounter.panel().observations();
        if (!newFacts.equals(factsShown)) {
            factsShown = newFacts;
            fill(facts, newFacts, observation -> new Row.Fact(observation, false));
        }
        Part<Page<Summary>> newGists = encounter.panel().summaries();
        if (!newGists.equals(gistsShown)) {
            gistsShown = newGists;
            fill(gists, newGists, Row.Gist::new);
        }
    }

    private <T> void fill(Feed feed, Part<Page<T>> part, Function<T, Row.Entry> row) {
        if (filter.get().narrows()) {
            return;
        }
        switch (part) {
            case Part.Waiting<Page<T>> waiting -> {}
            case Part.Ready<Page<T>> ready -> feed.merge(rows(ready.value(), row));
            case Part.Failed<Page<T>> failed -> feed.failed(failed.failure());
        }
    }

    private void open(@Nullable String profile) {
        if (profile == null) {
            facts.close();
            gists.close();
            notes.show(null);
            return;
        }
        Filter by = filter.get();
        Instant begin = by.dates().begin(clock.instant(), zone);
        // Nothing is remembered before it happened, so what was written earlier cannot have happened later.
        ObservationFilter narrowed = new ObservationFilter(null, begin, null, null);
        facts.open(
                request -> rows(
                        memory.observations(profile, narrowed, request),
                        observation -> new Row.Fact(observation, false)),
                entry -> by.keeps(entry, begin),
                by.narrows());
        gists.open(
                request -> rows(memory.summaries(profile, null, request), Row.Gist::new),
                entry -> by.keeps(entry, begin),
                by.narrows());
        notes.show(shown);
    }

    private static <T> Page<Row.Entry> rows(Page<T> page, Function<T, Row.Entry> row) {
        return page.map(row);
    }

    /** Notes on their way into any customer's memory; only those of the customer shown are. */
    public void pending(List<Note> onTheirWay) {
        notes.set(onTheirWay);
    }

    /** Reads the first page of both lists again. */
    public void refresh() {
        if (profileId() != null) {
            facts.refresh();
            gists.refresh();
        }
    }

    public void choose(Tab next) {
        tab.set(next);
    }

    public void choose(Filter.Sources sources) {
        narrow(new Filter(sources, filter.get().dates()));
    }

    public void choose(Filter.Dates dates) {
        narrow(new Filter(filter.get().sources(), dates));
    }

    /** Takes all filters back. */
    public void showEverything() {
        narrow(Filter.NONE);
    }

    private void narrow(Filter next) {
        String profile = profileId();
        if (next.equals(filter.get())) {
            return;
        }
        filter.set(next);
        if (profile != null) {
            open(profile);
            facts.load();
            gists.load();
        }
    }

    /** Grows whenever another customer's timeline is opened, which is read from its top. */
    public ReadOnlyIntegerProperty openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /** The rows from one index to the other are on the screen; brings the next page when the end is near. */
    public void seen(int first, int last) {
        feed(tab.get()).seen(first, last);
    }

    /** Asks again for what failed, or goes on where it paused. */
    public void goOn() {
        feed(tab.get()).goOn();
    }

    /** Puts in the new rows that waited; the view takes the reader to the top. */
    public void showNew() {
        feed(tab.get()).showFresh();
    }

    /** Opens what a fact said before below it, or closes it. */
    public void toggleVersions(Row.Entry entry) {
        String profile = profileId();
        if (profile != null && entry instanceof Row.Fact fact) {
            versions.toggle(profile, fact.id());
        }
    }

    /** Asks for the earlier versions again. */
    public void retryVersions(String factId) {
        String profile = profileId();
        if (profile != null) {
            versions.ask(profile, factId);
        }
    }

    /** The fact as it goes into a note: never without its date. */
    public String insertText(Row.Entry entry) {
        return Quote.dated(entry.text(), entry.at(), zone);
    }

    /** The fact as it is quoted elsewhere: with source and date. */
    public String copyText(Row.Entry entry) {
        return Quote.sourced(entry.text(), entry.source(), entry.at(), zone);
    }

    Instant now() {
        return clock.instant();
    }

    ZoneId zone() {
        return zone;
    }

    private Feed feed(Tab of) {
        return of == Tab.TIMELINE ? facts : gists;
    }

    private static @Nullable String key(@Nullable Encounter encounter) {
        return encounter == null ? null : encounter.key();
    }

    private @Nullable String profileId() {
        return shown == null ? null : shown.customer().map(Customer::profileId).orElse(null);
    }
}
