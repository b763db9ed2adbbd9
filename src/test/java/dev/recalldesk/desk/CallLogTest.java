package dev.recalldesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.desk.CallLog.Outcome;
import dev.recalldesk.desk.Encounter.Phase;
import dev.recalldesk.memory.Profile;
import dev.recalldesk.memory.TraitValue;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallLogTest {
    private static final String NUMBER = "+13175550142";
    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");

    @TempDir
    private Path folder;

    private DeskStore store;
    private CallLog log;

    @BeforeEach
    void open() {
        store = DeskStore.open(folder.resolve("desk.db"));
        log = new CallLog(store, "shop");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void listsTheNewestFirst() {
        log.record(call("sim:1", NINE, new Identity.Nobody(NUMBER)), Outcome.ANSWERED);
        log.record(call("sim:2", NINE.plusSeconds(60), new Identity.Known(ada(), true)), Outcome.MISSED);

        assertThat(log.recent(10)).extracting(CallLog.Entry::key).containsExactly("sim:2", "sim:1");
        assertThat(log.recent(1)).singleElement().satisfies(entry -> {
            assertThat(entry.name()).isEqualTo("Ada Byron");
            assertThat(entry.outcome()).isEqualTo(Outcome.MISSED);
            assertThat(entry.endedAt()).isEqualTo(NINE.plusSeconds(90));
        });
    }

    @Test
    void anUnknownCallerGetsTheirNameOnceTheyAreACustomer() {
        log.record(call("sim:1", NINE, new Identity.Nobody(NUMBER)), Outcome.ANSWERED);
        List<String> told = new ArrayList<>();
        log.onChange(() -> told.add("changed"));
        log.resolve(NUMBER, ada());

        assertThat(log.recent(1)).singleElement().satisfies(entry -> {
            assertThat(entry.name()).isEqualTo("Ada Byron");
            assertThat(entry.profileId()).isEqualTo("ada");
        });
        assertThat(told).hasSize(1);
    }

    @Test
    void resolvingLeavesAnotherCustomerOfTheNumberAlone() {
        Customer bob = new Customer(new Profile("bob", NINE, Map.of()));
        log.record(call("sim:1", NINE, new Identity.Known(bob, true)), Outcome.ANSWERED);
        log.resolve(NUMBER, ada());

        assertThat(log.recent(1)).extracting(CallLog.Entry::profileId).containsExactly("bob");
    }

    @Test
    void recordingAgainChangesTheCallInsteadOfAddingOne() {
        log.record(call("sim:1", NINE, new Identity.Nobody(NUMBER)), Outcome.ANSWERED);
        log.record(call("sim:1", NINE, new Identity.Known(ada(), true)), Outcome.ANSWERED);

        assertThat(log.recent(10)).extracting(CallLog.Entry::name).containsExactly("Ada Byron");
    }

    private static Encounter call(String key, Instant at, Identity identity) {
        Caller caller = new Caller("+1 317 555 0142", NUMBER, "US", false, null, null, null, null);
        return new Encounter(
                key, Phase.WRAPPING_UP, caller, at, at.plusSeconds(30), identity, Panel.EMPTY, Encounter.Timing.NONE);
    }

    private static Customer ada() {
        return new Customer(new Profile(
                "ada",
                NINE,
                Map.of("Contact", Map.of("firstName", TraitValue.of("Ada"), "lastName", TraitValue.of("Byron")))));
    }
}
