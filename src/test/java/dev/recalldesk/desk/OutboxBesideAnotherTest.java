package dev.recalldesk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.recalldesk.desk.Note.State;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.PageRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The outbox of a running desk, while somebody else works on the same file. */
class OutboxBesideAnotherTest {
    @TempDir
    private Path folder;

    private DeskFixture desk;
    private DeskStore elsewhere;
    private SharedOutbox others;
    private Outbox outbox;
    private String ada;
    private final List<Note> told = new CopyOnWriteArrayList<>();
    private final List<String> removed = new CopyOnWriteArrayList<>();

    @BeforeEach
    void begin() {
        desk = new DeskFixture(folder);
        ada = desk.customer("Ada", "ada@example.com", "+13175550101");
        elsewhere = DeskStore.open(folder.resolve("desk.db"));
        others = new SharedOutbox(elsewhere, InstantSource.system());
        outbox = outbox(desk.store, Duration.ofHours(1));
        outbox.onChange(told::add);
        outbox.onRemoved(removed::add);
        outbox.start();
    }

    @AfterEach
    void end() {
        outbox.close();
        elsewhere.close();
        desk.close();
    }

    @Test
    void aNoteOfAnotherProcessIsNoticedAndBrought() {
        Note note = others.save(desk.storeId, note(ada, "From elsewhere"));

        await().atMost(Duration.ofSeconds(10)).until(() -> outbox.notes().isEmpty());
        assertThat(told).extracting(Note::id).containsOnly(note.id());
        assertThat(told).extracting(Note::state).endsWith(State.SENDING, State.ACCEPTED, State.IN_MEMORY);
        assertThat(inMemory()).extracting(Observation::content).containsExactly("From elsewhere");
    }

    @Test
    void whatAnotherProcessChangesIsToldOnceAndAsItIs() {
        Note mine = outbox.save(note(ada, "Mine"));
        Note parked = others.save(desk.storeId, note(null, "Parked elsewhere"));
        await().until(() -> told.size() == 2);
        assertThat(told).containsExactly(mine, parked);

        Outbox other = outbox(elsewhere, Duration.ofHours(1));
        other.assign(parked.id(), ada, "Ada");
        await().until(() -> told.size() == 3);
        assertThat(told.getLast().state()).isEqualTo(State.SAVED_HERE);
        assertThat(other.undo(parked.id())).contains("Parked elsewhere");
        await().until(() -> removed.equals(List.of(parked.id())));
        assertThat(outbox.notes()).containsExactly(mine);
        assertThat(told).hasSize(3);
    }

    @Test
    void aNoteThatWaitsForARepetitionIsTriedAtOnceWhenAnotherProcessHurries() {
        desk.line.breakBefore("addObservations");
        Note note = others.save(desk.storeId, note(ada, "Hurry"));
        await().until(() -> desk.line.asked().contains("addObservations"));
        desk.line.mend("addObservations");
        others.hurry(desk.storeId);

        await().atMost(Duration.ofSeconds(20)).until(() -> outbox.notes().isEmpty());
        assertThat(told)
                .filteredOn(one -> one.state() == State.IN_MEMORY)
                .extracting(Note::id)
                .containsExactly(note.id());
    }

    @Test
    void itIsKnownWhoSendsUntilTheyStop() {
        Senders here = new Senders(desk.store);
        Senders seenElsewhere = new Senders(elsewhere);
        assertThat(seenElsewhere.all()).isEmpty();
        here.announce(Senders.LOCAL, desk.memory.store(), InstantSource.system().instant());
        assertThat(seenElsewhere.all()).containsExactly(new Senders.Sender(Senders.LOCAL, desk.storeId, "shop", true));
        here.withdraw("another");
        assertThat(seenElsewhere.all()).containsExactly(new Senders.Sender(Senders.LOCAL, desk.storeId, "shop", true));
        here.withdraw(desk.storeId);
        assertThat(seenElsewhere.all()).containsExactly(new Senders.Sender(Senders.LOCAL, desk.storeId, "shop", false));
    }

    @Test
    void whatADeadProcessSaidCountsNoLonger() {
        desk.store.change(db -> db.execute("INSERT INTO senders VALUES ('s', 'shop', '4194303 0 gone', 1, 'local')"));
        assertThat(new Senders(elsewhere).all()).containsExactly(new Senders.Sender(Senders.LOCAL, "s", "shop", false));
    }

    private Outbox outbox(DeskStore store, Duration undo) {
        Duration brief = Duration.ofMillis(20);
        Duration endless = Duration.ofHours(1);
        Pace pace = new Pace(undo, brief, endless, endless, endless);
        return new Outbox(store, desk.storeId, desk.line.memory(), pace, InstantSource.system());
    }

    private static NewNote note(String profileId, String content) {
        return new NewNote("customer:x", profileId, "Ada", content, "agent.jdoe", null);
    }

    private List<Observation> inMemory() {
        return desk.memory
                .observations(ada, ObservationFilter.NONE, PageRequest.first(50))
                .items();
    }
}
