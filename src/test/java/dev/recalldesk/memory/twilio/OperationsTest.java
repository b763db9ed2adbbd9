package dev.recalldesk.memory.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.TraitGroup;
import dev.recalldesk.memory.twilio.Misbehaving.Behaviour;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes the control plane takes on and does later are waited for. */
class OperationsTest {
    private static final String OPERATION = "mem_operation_1";
    private static final TraitGroup GROUP = new TraitGroup("Account", "", Map.of(), 1);
    private final Misbehaving server = new Misbehaving(Service.WELL);
    private WireScene wire = new WireScene(server, WireScene.CALM);

    @AfterEach
    void close() {
        wire.close();
    }

    /** Takes on what is posted, and says of the operation one thing after the other. */
    private Behaviour operating(String headers, String accepted, List<String> said) {
        AtomicInteger looks = new AtomicInteger();
        return visit -> {
            if (visit.line().startsWith("GET") && visit.isFor("/Operations/" + OPERATION)) {
                int look = Math.min(looks.getAndIncrement(), said.size() - 1);
                visit.answer(said.get(look).isEmpty() ? 404 : 200, "Retry-After: 0\r\n", said.get(look) + "");
            } else if (visit.line().startsWith("POST")) {
                visit.answer(202, headers, accepted);
            } else {
                Service.WELL.meet(visit);
            }
        };
    }

    private static String status(String status, String more) {
        return "{\"operationId\":\"" + OPERATION + "\",\"status\":\"" + status + "\"" + more + "}";
    }

    private static String header() {
        return "Operation-Id: " + OPERATION + "\r\nRetry-After: 0\r\n";
    }

    private long looks() {
        return server.visits().stream()
                .filter(visit -> visit.isFor("/Operations/"))
                .count();
    }

    @Test
    void aChangeIsDoneWhenTheOperationIs() {
        Memory memory = wire.open();
        server.become(operating(
                header(), "{}", List.of("", status("PENDING", ""), status("RUNNING", ""), status("COMPLETED", ""))));
        memory.createTraitGroup(GROUP);
        assertThat(looks()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "520055, dev.recalldesk.memory.MemoryFailure$Conflict",
        "520047, dev.recalldesk.memory.MemoryFailure$NotFound",
        "520046, dev.recalldesk.memory.MemoryFailure$Invalid",
        "20500, dev.recalldesk.memory.MemoryFailure$ServerFault"
    })
    void aChangeThatCameToNothingIsNamed(int code, Class<?> kind) {
        Memory memory = wire.open();
        String failed = status("FAILED", ",\"error\":{\"title\":\"x\",\"code\":" + code + "}");
        server.become(operating(header(), "{}", List.of(failed)));
        MemoryFailure failure = WireScene.failure(() -> memory.createTraitGroup(GROUP));
        assertThat(failure).isInstanceOf(kind);
        assertThat(failure.mayHaveHappened()).isFalse();
        server.become(operating(header(), "{}", List.of(status("CANCELLED", ""))));
        assertThat(WireScene.failure(() -> memory.createTraitGroup(GROUP)))
                .isInstanceOf(MemoryFailure.ServerFault.class);
    }

    @Test
    void aChangeThatNeverEndsIsNotWaitedForLongerThanTold() {
        Deadlines calm = WireScene.CALM;
        Deadlines hasty = new Deadlines(
                calm.connect(), calm.lookup(), calm.recall(), calm.read(), calm.write(), Duration.ofMillis(300));
        wire = new WireScene(server, hasty);
        Memory memory = wire.open();
        server.become(operating(header(), "{}", List.of(status("RUNNING", ""))));
        MemoryFailure failure = WireScene.failure(() -> memory.createTraitGroup(GROUP));
        assertThat(failure).isInstanceOf(MemoryFailure.TimedOut.class);
        assertThat(failure.mayHaveHappened()).isTrue();
    }

    @Test
    void aLookThatFailedDoesNotMeanThatNothingWasDone() {
        Memory memory = wire.open();
        AtomicInteger looks = new AtomicInteger();
        Behaviour done = operating(header(), "{}", List.of(status("COMPLETED", "")));
        server.become(visit -> {
            if (visit.isFor("/Operations/") && looks.getAndIncrement() < 4) {
                visit.answer(503, "Retry-After: 0\r\n", "{\"code\":20503}");
            } else {
                done.meet(visit);
            }
        });
        memory.createTraitGroup(GROUP);
        assertThat(looks).hasValue(5);
    }

    @Test
    void theOperationIsLookedForHereWhateverAddressItIsSaidToHave() {
        Misbehaving elsewhere = new Misbehaving(Service.WELL);
        try (elsewhere) {
            Memory memory = wire.open();
            String led = "{\"statusUrl\":\"" + elsewhere.address() + "/v1/ControlPlane/Operations/" + OPERATION + "\"}";
            server.become(operating("", led, List.of(status("COMPLETED", ""))));
            memory.createTraitGroup(GROUP);
            assertThat(looks()).isEqualTo(1);
            assertThat(elsewhere.connections()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the operation names it | true  | {}",
                "the answer names it    | false | {\"id\":\"" + Service.STORE + "\"}",
                "nothing names it       | false | {}"
            })
    void aNewStoreIsReturnedOnceItCanBeUsed(String how, boolean operation, String accepted) {
        AtomicInteger looks = new AtomicInteger();
        String result = ",\"result\":{\"type\":\"RESOURCE_ID\",\"id\":\"" + Service.STORE + "\"}";
        Behaviour making = operating(operation ? header() : "", accepted, List.of(status("COMPLETED", result)));
        server.become(visit -> {
            if (visit.line().startsWith("GET /v1/ControlPlane/Stores?")) {
                visit.answer(200, "{\"stores\":[\"" + Service.STORE + "\"],\"meta\":{\"key\":\"stores\"}}");
            } else if (visit.line().startsWith("GET /v1/ControlPlane/Stores/") && looks.getAndIncrement() < 2) {
                visit.answer(200, Service.STORE_JSON.replace("ACTIVE", "PROVISIONING"));
            } else {
                making.meet(visit);
            }
        });
        Store made = wire.account.createStore("Harbor-Tools", "");
        assertThat(made).as(how).isEqualTo(new Store(Service.STORE, "Harbor-Tools", "", Store.Status.ACTIVE, 1));
        assertThat(looks).hasValue(3);
    }

    @Test
    void aStoreThatCannotBeMadeIsNotWaitedFor() {
        Behaviour making = operating("", "{\"id\":\"" + Service.STORE + "\"}", List.of());
        server.become(visit -> {
            if (visit.line().startsWith("GET")) {
                visit.answer(200, Service.STORE_JSON.replace("ACTIVE", "FAILED"));
            } else {
                making.meet(visit);
            }
        });
        assertThat(WireScene.failure(() -> wire.account.createStore("Harbor-Tools", "")))
                .isInstanceOf(MemoryFailure.ServerFault.class);
    }
}
