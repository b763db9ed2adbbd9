package dev.recalldesk.timeline;

import dev.recalldesk.desk.Panel;
import dev.recalldesk.desk.Part;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.Summary;
import dev.recalldesk.ui.Work;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The two lists of one customer, facts and gists: what the screen pop read of them, and what is read after. UI thread only. */
final class Lists {
    private final Memory memory;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Feed facts;
    private final Feed gists;
    private boolean narrowed;
    private @Nullable Part<Page<Observation>> factsShown;
    private @Nullable Part<Page<Summary>> gistsShown;

    Lists(Memory memory, Work work, InstantSource clock, ZoneId zone) {
        this.memory = memory;
        this.clock = clock;
        this.zone = zone;
        facts = new Feed(work, zone);
        gists = new Feed(work, zone);
        close();
    }

    Feed of(Tab tab) {
        return tab == Tab.TIMELINE ? facts : gists;
    }

    /** Shows nobody. */
    void close() {
        both().forEach(Feed::close);
    }

    /** What the screen pop read is to be taken in again, even if it is the same as before. */
    void forget() {
        factsShown = null;
        gistsShown = null;
    }

    /** Begins anew with this customer; rows come with {@link #fill} or {@link #load}. */
    void open(String profile, Filter by) {
        narrowed = by.narrows();
        Instant begin = by.dates().begin(clock.instant(), zone);
        // Nothing is remembered before it happened, so what was written earlier cannot have happened later.
        ObservationFilter since = new ObservationFilter(null, begin, null, null);
        facts.open(
                request -> memory.observations(profile, since, request).map(Lists::row),
                entry -> by.keeps(entry, begin),
                narrowed);
        gists.open(
                request -> memory.summaries(profile, null, request).map(Row.Gist::new),
                entry -> by.keeps(entry, begin),
                narrowed);
    }

    /** Takes in what the screen pop read and had not read before. */
    void fill(Panel panel) {
        if (!panel.observations().equals(factsShown)) {
            factsShown = panel.observations();
            fill(facts, factsShown, Lists::row);
        }
        if (!panel.summaries().equals(gistsShown)) {
            gistsShown = panel.summaries();
            fill(gists, gistsShown, Row.Gist::new);
        }
    }

    private <T> void fill(Feed feed, Part<Page<T>> part, Function<T, Row.Entry> row) {
        if (narrowed) {
            return;
        }
        switch (part) {
            case Part.Waiting<Page<T>> waiting -> {}
            case Part.Ready<Page<T>> ready -> feed.merge(ready.value().map(row));
            case Part.Failed<Page<T>> failed -> feed.failed(failed.failure());
        }
    }

    /** Asks the memory for the first page of both. */
    void load() {
        both().forEach(Feed::load);
    }

    /** Reads the first page of both again. */
    void refresh() {
        both().forEach(Feed::refresh);
    }

    private List<Feed> both() {
        return List.of(facts, gists);
    }

    private static Row.Entry row(Observation observation) {
        return new Row.Fact(observation, false);
    }
}
