package dev.recalldesk.desk;

import static org.awaitility.Awaitility.await;

import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.PhoneNumbers;
import dev.recalldesk.memory.Trait;
import dev.recalldesk.telephony.CallEvent;
import dev.recalldesk.telephony.CallEvent.Direction;
import dev.recalldesk.telephony.CallEvent.State;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A desk that takes calls over a line that can be slow or break. */
abstract class CallScene {
    static final String ADAS = "+13175550101";
    static final String CALL = "sim:1";

    @TempDir
    Path folder;

    final TestClock clock = new TestClock();
    final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    final ProfileCache cache = new ProfileCache(100);
    final List<Encounter> told = new CopyOnWriteArrayList<>();
    final List<String> gone = new CopyOnWriteArrayList<>();
    DeskFixture desk;
    CallLog log;
    NumberChoices choices;
    ScreenPop pop;
    String ada;

    @BeforeEach
    void begin() {
        desk = new DeskFixture(folder);
        ada = desk.customer("Ada", "ada@example.com", ADAS);
        log = new CallLog(desk.store, desk.storeId);
        choices = new NumberChoices(desk.store, desk.storeId);
        pop = new ScreenPop(desk.line.memory(), new PhoneNumbers("US"), cache, choices, log, workers, clock, clock);
        pop.onChange(told::add);
        pop.onGone(gone::add);
    }

    @AfterEach
    void end() {
        desk.line.releaseAll();
        workers.close();
        desk.close();
    }

    void remember(String profileId, String content) {
        desk.memory.addObservations(
                profileId, List.of(new NewObservation(content, "agent.jdoe", clock.instant(), List.of())));
    }

    Encounter awaitCall(Predicate<Encounter> as) {
        await().until(() -> pop.encounters().stream().anyMatch(e -> e.key().equals(CALL) && as.test(e)));
        return pop.encounters().stream()
                .filter(e -> e.key().equals(CALL))
                .findFirst()
                .orElseThrow();
    }

    static boolean confirmed(Encounter e, String profileId) {
        return e.identity() instanceof Identity.Known known
                && known.confirmed()
                && known.customer().profileId().equals(profileId);
    }

    static List<Trait> traitsOf(Encounter e) {
        return e.panel().traits() instanceof Part.Ready<List<Trait>> ready ? ready.value() : List.of();
    }

    CallEvent ringing(String from) {
        return event("1", State.RINGING, from, clock.instant());
    }

    static CallEvent event(String callId, State state, String from, Instant at) {
        return from("sim", callId, state, from, at);
    }

    static CallEvent from(String adapter, String callId, State state, String from, Instant at) {
        return new CallEvent(adapter, callId, state, Direction.IN, from, null, null, null, null, at);
    }
}
