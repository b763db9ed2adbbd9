package dev.recalldesk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.recalldesk.desk.Note.State;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.PageRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
    private static final String TALK = "conv_conversation_01jbaaaaaaaaaaaaaaaaaaaaaa";
    private static final Duration NO_UNDO = Duration.ZERO;
    private static final Duration LONG_UNDO = Duration.ofHours(1);

    @TempDir
    private Path folder;

    private DeskFixture desk;
    private String ada;
    private final List<Note> told = new CopyOnWriteArrayList<>();
    private final List<Outbox> open = new CopyOnWriteArrayList<>();

    @BeforeEach
    void begin() {
        desk = new DeskFixture(folder);
        ada = desk.customer("Ada", "ada@example.com", "+13175550101");
    }

    @AfterEach
    void end() {
        open.forEach(Outbox::close);
        desk.close();
    }

    @Test
    void bringsANoteIntoTheMemoryStepByStep() {
        Outbox outbox = outbox(NO_UNDO);
        Note saved = outbox.save(note(ada, " Asked for an invoice copy. "));

        assertThat(saved.state()).isEqualTo(State.SAVED_HERE);
        awaitEmpty(outbox);
        assertThat(told)
                .extracting(Note::state)
                .containsExactly(State.SAVED_HERE, State.SENDING, State.ACCEPTED, State.IN_MEMORY);
        assertThat(inMemory(ada)).singleElement().satisfies(seen -> {
            assertThat(seen.content()).isEqualTo("Asked for an invoice copy.");
            assertThat(seen.source()).isEqualTo("agent.jdoe");
            assertThat(seen.occurredAt()).isEqualTo(saved.occurredAt());
            assertThat(seen.conversationIds()).containsExactly(TALK);
        });
    }

    @Test
    void aListenerThatFailsStopsNoNote() {
        Outbox outbox = outbox(NO_UNDO);
        outbox.onChange(note -> {
            throw new IllegalStateException("a bug in a screen");
        });
        Note _ = outbox.save(note(ada, "First"));
        Note _ = outbox.save(note(ada, "Second"));

        awaitEmpty(outbox);
        assertThat(inMemory(ada)).extracting(Observation::content).containsExactlyInAnyOrder("First", "Second");
    }

    @Test
    void aNoteCanBeTakenBackUntilItIsSent() {
        Outbox outbox = outbox(LONG_UNDO);
        List<String> removed = new CopyOnWriteArrayList<>();
        outbox.onRemoved(removed::add);
        Note saved = outbox.save(note(ada, "Wrong customer"));
        outbox.flush();

        assertThat(outbox.undo(saved.id())).contains("Wrong customer");
        assertThat(outbox.notes()).isEmpty();
        assertThat(removed).containsExactly(saved.id());
        assertThat(outbox.undo(saved.id())).isEmpty();
        assertThat(inMemory(ada)).isEmpty();
    }

    @Test
    void aNoteForNobodyWaitsUntilSomebodyIsNamed() {
        Outbox outbox = outbox(NO_UNDO);
        Note parked = outbox.save(note(null, "Withheld caller asked for opening hours"));

        assertThat(parked.state()).isEqualTo(State.PARKED);
        outbox.assign(parked.id(), ada, "Ada");
        awaitEmpty(outbox);
        assertThat(inMemory(ada)).extracting(Observation::content).containsExactly(parked.content());
    }

    @Test
    void aNoteForSomebodyDeletedNeedsTheAgent() {
        String gone = desk.customer("Bob", "bob@example.com", "+13175550102");
        desk.memory.deleteProfile(gone);
        Outbox outbox = outbox(NO_UNDO);
        Note note = outbox.save(note(gone, "For nobody any more"));

        await().until(() -> stateOf(outbox, note) == State.NEEDS_YOU);
        assertThat(outbox.notes()).extracting(Note::reason).containsExactly(NoteTrouble.CUSTOMER_GONE.name());
        outbox.retry(note.id());
        await().until(() ->
                told.stream().filter(one -> one.state() == State.NEEDS_YOU).count() == 2);
        outbox.assign(note.id(), ada, "Ada");
        awaitEmpty(outbox);
        assertThat(inMemory(ada)).hasSize(1);
    }

    @Test
    void aNoteThatNeedsTheAgentCanBeDiscardedButNoOther() {
        Outbox outbox = outbox(LONG_UNDO);
        Note waiting = outbox.save(note(ada, "waiting"));
        Note parked = outbox.save(note(null, "parked"));

        assertThat(outbox.discard(waiting.id())).isFalse();
        assertThat(outbox.discard(parked.id())).isTrue();
        assertThat(outbox.notes()).extracting(Note::id).containsExactly(waiting.id());
    }

    @Test
    void aLostAnswerDoesNotWriteTheNoteTwice() {
        desk.line.breakAfter("addObservations");
        Outbox outbox = outbox(NO_UNDO);
        Note note = outbox.save(note(ada, "Taken, but the answer was lost"));
        awaitAsked("addObservations", 1);
        desk.line.mend("addObservations");
        outbox.flush();

        awaitEmpty(outbox);
        assertThat(inMemory(ada)).extracting(Observation::content).containsExactly(note.content());
        assertThat(desk.line.asked()).filteredOn("addObservations"::equals).hasSize(1);
    }

    @Test
    void aNoteGoesOnOnceTheMemoryCanBeReachedAgain() {
        desk.line.breakBefore("addObservations");
        desk.line.breakBefore("observations");
        Outbox outbox = outbox(NO_UNDO);
        Note note = outbox.save(note(ada, "Written without a network"));
        awaitAsked("observations", 2);

        assertThat(stateOf(outbox, note)).isEqualTo(State.SENDING);
        assertThat(outbox.undo(note.id())).isEmpty();
        desk.line.mend("addObservations");
        desk.line.mend("observations");
        awaitEmpty(outbox);
        assertThat(inMemory(ada)).hasSize(1);
    }

    @Test
    void whatWasLeftBehindGoesOnAfterARestart() {
        desk.line.breakAfter("addObservations");
        Outbox before = outbox(NO_UNDO);
        Note sent = before.save(note(ada, "Sent, never heard of"));
        awaitAsked("addObservations", 1);
        before.close();
        Note unsent = before.save(note(ada, "Never sent"));
        desk.line.mend("addObservations");

        Outbox after = outbox(NO_UNDO);
        awaitEmpty(after);
        assertThat(inMemory(ada))
                .extracting(Observation::content)
                .containsExactlyInAnyOrder(sent.content(), unsent.content());
    }

    @Test
    void twoDesksOnOneFileSendEachNoteOnce() {
        try (DeskStore second = DeskStore.open(folder.resolve("desk.db"))) {
            Outbox one = outbox(NO_UNDO);
            Outbox other = started(new Outbox(second, desk.storeId, desk.line.memory(), pace(NO_UNDO), clock()));
            List<String> contents =
                    IntStream.range(0, 20).mapToObj(i -> "Note " + i).toList();
            for (int i = 0; i < contents.size(); i++) {
                assertThat((i % 2 == 0 ? one : other)
                                .save(note(ada, contents.get(i)))
                                .id())
                        .isNotEmpty();
            }

            awaitEmpty(one);
            assertThat(inMemory(ada)).extracting(Observation::content).containsExactlyInAnyOrderElementsOf(contents);
            assertThat(desk.line.asked()).filteredOn("addObservations"::equals).hasSize(contents.size());
            other.close();
        }
    }

    @Test
    void noTwoNotesOccurAtTheSameTime() {
        Instant still = Instant.parse("2026-11-20T09:00:00Z");
        Outbox outbox = started(new Outbox(desk.store, desk.storeId, desk.memory, pace(LONG_UNDO), () -> still));
        List<Instant> times = IntStream.range(0, 5)
                .mapToObj(_ -> outbox.save(note(ada, "Same words")).occurredAt())
                .toList();

        assertThat(times).isSorted().doesNotHaveDuplicates();
        Outbox earlier = started(
                new Outbox(desk.store, desk.storeId, desk.memory, pace(LONG_UNDO), () -> still.minusSeconds(9)));
        assertThat(earlier.save(note(ada, "Same words")).occurredAt()).isAfter(times.getLast());
    }

    @Test
    void notesForAnotherStoreWaitForIt() {
        Outbox bank = started(new Outbox(desk.store, "bank", desk.memory, pace(LONG_UNDO), clock()));
        assertThat(bank.save(note(ada, "For the bank")).state()).isEqualTo(State.SAVED_HERE);

        assertThat(outbox(NO_UNDO).notes()).isEmpty();
    }

    @Test
    void anEmptyOrEndlessNoteIsRefusedAtOnce() {
        Outbox outbox = outbox(NO_UNDO);

        assertThatThrownBy(() -> outbox.save(note(ada, "  "))).isInstanceOf(MemoryFailure.Invalid.class);
        assertThatThrownBy(() -> outbox.save(note(ada, "x".repeat(4097)))).isInstanceOf(MemoryFailure.Invalid.class);
        assertThat(outbox.notes()).isEmpty();
    }

    private Outbox outbox(Duration undo) {
        return started(new Outbox(desk.store, desk.storeId, desk.line.memory(), pace(undo), clock()));
    }

    private Outbox started(Outbox outbox) {
        outbox.onChange(told::add);
        outbox.start();
        open.add(outbox);
        return outbox;
    }

    private static Pace pace(Duration undo) {
        Duration brief = Duration.ofMillis(20);
        return new Pace(undo, brief, brief, Duration.ofMillis(200), Duration.ofMinutes(1));
    }

    private static InstantSource clock() {
        return InstantSource.system();
    }

    private static NewNote note(@Nullable String profileId, String content) {
        return new NewNote("sim:1", profileId, "Ada", content, "agent.jdoe", TALK);
    }

    private static State stateOf(Outbox outbox, Note note) {
        return outbox.notes().stream()
                .filter(one -> one.id().equals(note.id()))
                .map(Note::state)
                .findFirst()
                .orElse(State.IN_MEMORY);
    }

    private static void awaitEmpty(Outbox outbox) {
        await().until(() -> outbox.notes().isEmpty());
    }

    private void awaitAsked(String question, int times) {
        await().until(() -> desk.line.asked().stream().filter(question::equals).count() >= times);
    }

    private List<Observation> inMemory(String profileId) {
        return desk.memory
                .observations(profileId, ObservationFilter.NONE, PageRequest.first(50))
                .items();
    }
}
