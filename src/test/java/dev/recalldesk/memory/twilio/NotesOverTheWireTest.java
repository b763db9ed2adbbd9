package dev.recalldesk.memory.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.recalldesk.desk.DeskStore;
import dev.recalldesk.desk.NewNote;
import dev.recalldesk.desk.Note;
import dev.recalldesk.desk.Outbox;
import dev.recalldesk.desk.Pace;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.TraitValue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notes of the desk reach a memory behind a network once each, whatever the network does. */
class NotesOverTheWireTest {
    private static final int DESKS = 4;
    private static final int NOTES_EACH = 500;
    private static final int CUSTOMERS = 10;
    private static final Duration WRITTEN_OFF = Duration.ofMillis(400);
    /** Long after any sending that was written off has ended, however busy the machine is. */
    private static final Pace PACE = new Pace(
            Duration.ZERO,
            Duration.ofSeconds(3),
            Duration.ofMillis(20),
            Duration.ofMillis(200),
            Duration.ofMinutes(10));

    @TempDir
    Path folder;

    @Test
    void ofTwoThousandOverAWireThatLosesDelaysAndDoublesEachIsThereOnce() throws Exception {
        try (ServedAccount served =
                        new ServedAccount(folder.resolve("memory"), Dialect.CURRENT, InstantSource.system());
                LossyWire lossy = new LossyWire(served.address(), WRITTEN_OFF.toMillis() * 2, 20260302);
                Misbehaving wire = new Misbehaving(lossy)) {
            String storeId = served.createStore("Harbor-Tools", "").id();
            Memory truth = served.local().open(storeId);
            List<String> customers = new ArrayList<>();
            for (int i = 0; i < CUSTOMERS; i++) {
                customers.add(truth.createProfile(
                        Map.of("Contact", Map.of("email", TraitValue.of("customer" + i + "@example.com")))));
            }
            List<Desk> desks = new ArrayList<>();
            try {
                for (int i = 0; i < DESKS; i++) {
                    desks.add(new Desk(i, storeId, wire));
                }
                desks.forEach(desk -> desk.write(customers));
                await().atMost(Duration.ofMinutes(3))
                        .untilAsserted(() -> assertThat(desks).allMatch(Desk::isDone));
            } finally {
                desks.forEach(Desk::close);
            }
            assertThat(customers.stream().flatMap(customer -> contents(truth, customer)))
                    .containsExactlyInAnyOrderElementsOf(desks.stream()
                            .flatMap(desk -> desk.written.stream())
                            .toList());
            assertThat(lossy.met()).hasSize(LossyWire.Fate.values().length);
        }
    }

    @Test
    void aServiceThatKeepsWholeSecondsIsUnderstood() {
        AtomicReference<String> kept = new AtomicReference<>();
        Misbehaving service = new Misbehaving(visit -> {
            if (visit.line().startsWith("POST")) {
                kept.set(visit.body().replaceAll("\\.\\d+Z", "Z").replace("{\"content", "{\"id\":\"n\",\"content"));
                visit.answer(202, "{}");
            } else if (visit.isFor("/Observations")) {
                visit.answer(200, kept.get());
            } else {
                Service.WELL.meet(visit);
            }
        });
        try (WireScene scene = new WireScene(service, WireScene.CALM);
                DeskStore store = DeskStore.open(folder.resolve("desk.db"));
                Outbox outbox = new Outbox(store, Service.STORE, scene.open(), PACE, InstantSource.system())) {
            outbox.start();
            Note _ = outbox.save(new NewNote("sim:1", Service.ADA, "Ada", "Likes boats.", "agent.jdoe", null));
            await().until(() -> outbox.notes().isEmpty());
            assertThat(kept.get()).contains("Likes boats.").doesNotContain(".000Z");
        }
    }

    private static Stream<String> contents(Memory memory, String customer) {
        List<String> all = new ArrayList<>();
        PageRequest first = PageRequest.first(50);
        for (PageRequest next = first; next != null; ) {
            Page<Observation> page = memory.observations(customer, ObservationFilter.NONE, next);
            page.items().forEach(item -> all.add(item.content()));
            next = page.nextToken() == null ? null : first.after(page.nextToken());
        }
        return all.stream();
    }

    /** One agent's desk: its own file, its own connection. */
    private final class Desk implements AutoCloseable {
        private final int number;
        private final List<String> written = new ArrayList<>();
        private final TwilioAccount account;
        private final DeskStore store;
        private final Outbox outbox;

        Desk(int number, String storeId, Misbehaving wire) {
            this.number = number;
            Deadlines hasty = new Deadlines(
                    WRITTEN_OFF, WRITTEN_OFF, WRITTEN_OFF, WRITTEN_OFF, WRITTEN_OFF, Duration.ofSeconds(5));
            account = new TwilioAccount(ServedAccount.options(wire.address()).within(hasty), InstantSource.system());
            Memory memory = await().ignoreExceptions().until(() -> account.open(storeId), opened -> opened != null);
            store = DeskStore.open(folder.resolve("desk" + number + ".db"));
            outbox = new Outbox(store, storeId, memory, PACE, InstantSource.system());
        }

        void write(List<String> customers) {
            for (int i = 0; i < NOTES_EACH; i++) {
                String content = "Note " + i + " of desk " + number;
                written.add(content);
                Note _ = outbox.save(new NewNote(
                        "sim:" + i, customers.get(i % CUSTOMERS), "Ada", content, "agent.desk" + number, null));
            }
            outbox.start();
        }

        boolean isDone() {
            assertThat(outbox.notes()).noneMatch(note -> note.state() == Note.State.NEEDS_YOU);
            return outbox.notes().isEmpty();
        }

        @Override
        public void close() {
            outbox.close();
            store.close();
            account.close();
        }
    }
}
