package dev.recalldesk.timeline;

import dev.recalldesk.desk.Customer;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Note;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.ui.Quote;
import dev.recalldesk.ui.Work;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
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
    private final InstantSource clock;
    private final ZoneId zone;
    private final Lists lists;
    private final NotesOnTheWay notes;
    private final Versions versions;
    private final ReadOnlyObjectWrapper<Tab> tab = new ReadOnlyObjectWrapper<>(Tab.TIMELINE);
    private final ReadOnlyObjectWrapper<Filter> filter = new ReadOnlyObjectWrapper<>(Filter.NONE);
    private final ReadOnlyStringWrapper customerName = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper opened = new ReadOnlyIntegerWrapper();
    private @Nullable Encounter shown;

    public TimelineViewModel(Memory memory, Work work, InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
        lists = new Lists(memory, work, clock, zone);
        notes = new NotesOnTheWay(lists.of(Tab.TIMELINE), work);
        versions = new Versions(memory, work, lists.of(Tab.TIMELINE));
    }

    /** The rows of a tab; the list stays the same as long as this lives. The first row is always {@link Row.Top}. */
    public ObservableList<Row> rows(Tab of) {
        return lists.of(of).sheet().rows();
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
        return lists.of(of).arrivals().countProperty();
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
            lists.forget();
            open(profile);
            opened.set(opened.get() + 1);
        }
        if (encounter != null && profile != null) {
            lists.fill(encounter.panel());
        }
    }

    private void open(@Nullable String profile) {
        if (profile == null) {
            lists.close();
            notes.show(null);
        } else {
            lists.open(profile, filter.get());
            notes.show(shown);
        }
    }

    /** Notes on their way into any customer's memory; only those of the customer shown are. */
    public void pending(List<Note> onTheirWay) {
        notes.set(onTheirWay);
    }

    /** Reads the first page of both lists again. */
    public void refresh() {
        if (profileId() != null) {
            lists.refresh();
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
            lists.load();
        }
    }

    /** Grows whenever another customer's timeline is opened, which is read from its top. */
    public ReadOnlyIntegerProperty openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /** The rows from one index to the other are on the screen; brings the next page when the end is near. */
    public void seen(int first, int last) {
        lists.of(tab.get()).seen(first, last);
    }

    /** Asks again for what failed, or goes on where it paused. */
    public void goOn() {
        lists.of(tab.get()).goOn();
    }

    /** Puts in the new rows that waited; the view takes the reader to the top. */
    public void showNew() {
        lists.of(tab.get()).showFresh();
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

    private static @Nullable String key(@Nullable Encounter encounter) {
        return encounter == null ? null : encounter.key();
    }

    private @Nullable String profileId() {
        return shown == null ? null : shown.customer().map(Customer::profileId).orElse(null);
    }
}
