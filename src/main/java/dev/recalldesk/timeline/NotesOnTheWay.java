package dev.recalldesk.timeline;

import dev.recalldesk.desk.Customer;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Note;
import dev.recalldesk.ui.Work;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The agent's notes until their real rows are in the timeline: a note gives way to the observation with its source, time
 * and words, which says for a moment that it was seen in the memory. UI thread only.
 */
final class NotesOnTheWay {
    private static final Duration MOMENT = Duration.ofSeconds(10);
    private static final int LOOK_AT = 100;
    private final Feed feed;
    private final Work.Latest<Boolean> fade;
    private final Set<String> arrived = new HashSet<>();
    private List<Note> all = List.of();
    private List<Row.Pending> placed = List.of();
    private @Nullable Encounter shown;

    NotesOnTheWay(Feed feed, Work work) {
        this.feed = feed;
        fade = work.latest();
        feed.whenRead(this::settle);
    }

    void show(@Nullable Encounter encounter) {
        shown = encounter;
        arrived.clear();
        placed = List.of();
        fade.cancel();
        settle();
    }

    void set(List<Note> notes) {
        Set<String> now = new HashSet<>();
        boolean landed = false;
        for (Note note : notes) {
            now.add(note.id());
            landed |= mine(note) && note.state() == Note.State.IN_MEMORY && !arrived.contains(note.id());
        }
        boolean left = placed.stream().anyMatch(row -> !now.contains(row.id()));
        all = List.copyOf(notes);
        settle();
        if ((landed || left) && feed.started() && shown != null) {
            feed.refresh();
        }
    }

    /** Gives way to the real rows that have come. */
    private void settle() {
        if (all.isEmpty() && placed.isEmpty()) {
            return;
        }
        Map<String, Row.Entry> seen = new HashMap<>();
        for (Row.Entry entry : feed.sheet().newest(LOOK_AT)) {
            for (Note note : all) {
                if (entry instanceof Row.Fact fact && mine(note) && same(note, fact)) {
                    if (arrived.add(note.id())) {
                        seen.put(fact.id(), new Row.Fact(fact.observation(), true));
                    }
                }
            }
        }
        List<Row.Pending> left = all.stream()
                .filter(note -> mine(note) && !arrived.contains(note.id()))
                .map(Row.Pending::new)
                .toList();
        if (!left.equals(placed)) {
            placed = left;
            feed.notes(left);
        }
        if (!seen.isEmpty()) {
            feed.sheet().refresh(seen);
            fade.submitAfter(MOMENT, () -> true, ok -> fade(), e -> {});
        }
    }

    private void fade() {
        Map<String, Row.Entry> plain = new HashMap<>();
        for (Row.Entry entry : feed.sheet().newest(LOOK_AT)) {
            if (entry instanceof Row.Fact fact && fact.justSaved()) {
                plain.put(fact.id(), new Row.Fact(fact.observation(), false));
            }
        }
        feed.sheet().refresh(plain);
    }

    private boolean mine(Note note) {
        Encounter encounter = shown;
        if (encounter == null) {
            return false;
        }
        String profile = encounter.customer().map(Customer::profileId).orElse(null);
        return Objects.equals(note.profileId(), profile) && profile != null;
    }

    private static boolean same(Note note, Row.Fact fact) {
        // A memory may keep no more than milliseconds.
        return fact.at().truncatedTo(ChronoUnit.MILLIS).equals(note.occurredAt().truncatedTo(ChronoUnit.MILLIS))
                && Objects.equals(fact.source(), note.source())
                && fact.text().equals(note.content());
    }
}
