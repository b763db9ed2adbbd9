package dev.recalldesk.memory.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.ObservationPatch;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.Recall;
import dev.recalldesk.memory.RecallRequest;
import dev.recalldesk.memory.TestClock;
import dev.recalldesk.memory.TraitDefinition;
import dev.recalldesk.memory.TraitGroup;
import dev.recalldesk.memory.TraitValue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many at once, and many who lose patience. */
class LocalStressTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final int WRITERS = 16;
    private static final int ROUNDS = 25;

    @TempDir
    Path folder;

    private LocalAccount account;
    private Memory memory;
    private String ada;

    @BeforeEach
    void open() throws IOException {
        account = openAccount();
        memory = account.open(account.createStore("Harbor", "").id());
        ada = memory.createProfile(Map.of("Contact", Map.of("phone", TraitValue.of("+12065550119"))));
    }

    @AfterEach
    void close() {
        account.close();
    }

    private LocalAccount openAccount() throws IOException {
        return LocalAccount.open(folder, "US", new TestClock("2026-03-03T09:00:00Z"));
    }

    private void say(String content) {
        memory.addObservations(ada, List.of(new NewObservation(content, "agent", NOON, List.of())));
    }

    private List<String> contents() {
        List<String> contents = new ArrayList<>();
        PageRequest next = PageRequest.first(50);
        while (next != null) {
            Page<Observation> page = memory.observations(ada, ObservationFilter.NONE, next);
            page.items().forEach(each -> contents.add(each.content()));
            next = page.nextToken() == null ? null : next.after(page.nextToken());
        }
        return contents;
    }

    private List<String> recalled(String question) {
        Recall recall = memory.recall(ada, new RecallRequest(question, null, null, null, 100, 0, 0));
        return recall.observations().stream().map(hit -> hit.item().content()).toList();
    }

    @Test
    void fiveHundredGivenUpQuestionsAndWritesHurtNothing() throws Exception {
        say("A barrel of varnish.");
        Queue<String> kept = new ConcurrentLinkedQueue<>();
        Random impatience = new Random();
        int givenUp = 0;
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 500; round++) {
                String content = "varnish pot" + round;
                boolean writes = round % 5 == 0;
                Future<?> asked = workers.submit(() -> {
                    if (writes) {
                        say(content);
                        kept.add(content);
                    }
                    return recalled("varnish");
                });
                givenUp += endsWithin(asked, impatience.nextInt(2_000)) ? 0 : 1;
            }
        }
        assertThat(givenUp).isPositive();
        assertThat(contents()).doesNotHaveDuplicates().containsAll(kept);
        assertThat(recalled("varnish")).hasSize(Math.min(100, contents().size()));
        List<String> before = contents();
        account.close();
        account = openAccount();
        memory = account.open(account.stores().getFirst().id());
        assertThat(contents()).isEqualTo(before);
        assertThat(recalled("barrel")).containsExactly("A barrel of varnish.");
    }

    private static boolean endsWithin(Future<?> asked, int micros) throws InterruptedException {
        try {
            asked.get(micros, TimeUnit.MICROSECONDS);
            return true;
        } catch (TimeoutException | CancellationException e) {
            asked.cancel(true);
            return false;
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(MemoryFailure.Unreachable.class);
            return false;
        }
    }

    @Test
    void manyWritersAndReadersOfOneCustomerLoseNothing() throws Exception {
        memory.createTraitGroup(new TraitGroup("Counts", "", counts(), 1));
        say("version 0");
        String shared = memory.observations(ada, ObservationFilter.NONE, PageRequest.first(1))
                .items()
                .getFirst()
                .id();
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < WRITERS; writer++) {
                int mine = writer;
                all.add(workers.submit(() -> write(mine, shared)));
                all.add(workers.submit(() -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        // What a read gives belongs together: as many states as the newest says there were.
                        assertThat(memory.revisions(ada, shared, PageRequest.first(50))
                                        .items())
                                .doesNotHaveDuplicates();
                        assertThat(recalled("word")).doesNotHaveDuplicates();
                    }
                }));
            }
        }
        for (Future<?> each : all) {
            assertThat(each.get()).isNull();
        }
        for (int writer = 0; writer < WRITERS; writer++) {
            assertThat(memory.profile(ada).text("Counts", "of" + writer)).contains(Integer.toString(ROUNDS));
        }
        assertThat(states(shared)).doesNotHaveDuplicates().hasSize(WRITERS * ROUNDS + 1);
        assertThat(contents()).doesNotHaveDuplicates().hasSize(WRITERS * ROUNDS + 1);
        for (int writer = 0; writer < WRITERS; writer++) {
            assertThat(recalled("writer" + writer)).hasSize(ROUNDS);
        }
        assertThat(recalled("version"))
                .containsExactly(memory.observation(ada, shared).content());
    }

    private void write(int mine, String shared) {
        for (int round = 1; round <= ROUNDS; round++) {
            Map<String, TraitValue> count = new HashMap<>(Map.of("of" + mine, new TraitValue.Whole(round)));
            memory.updateTraits(ada, Map.of("Counts", count));
            memory.correctObservation(ada, shared, ObservationPatch.ofContent("version " + mine + "/" + round));
            say("word " + round + " of writer" + mine);
            assertThat(recalled("writer" + mine)).contains("word " + round + " of writer" + mine);
        }
    }

    private static Map<String, TraitDefinition> counts() {
        Map<String, TraitDefinition> counts = new HashMap<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            counts.put("of" + writer, new TraitDefinition(TraitDefinition.DataType.NUMBER, "", null, null));
        }
        return counts;
    }

    private List<String> states(String observation) {
        List<String> states = new ArrayList<>();
        PageRequest next = PageRequest.first(50);
        while (next != null) {
            Page<Observation> page = memory.revisions(ada, observation, next);
            page.items().forEach(each -> states.add(each.content()));
            next = page.nextToken() == null ? null : next.after(page.nextToken());
        }
        return states;
    }
}
