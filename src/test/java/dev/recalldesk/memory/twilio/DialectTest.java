package dev.recalldesk.memory.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.RecallRequest;
import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.TraitGroup;
import dev.recalldesk.memory.twilio.Misbehaving.Behaviour;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which way of the wire is spoken, and what becomes of changes that take their time. */
class DialectTest {
    private static final String OLDER_JSON = """
            {"sid":"%s","uniqueName":"Harbor-Tools","friendlyName":"Tools"}""".formatted(Service.STORE);
    private static final Store OLDER = new Store(Service.STORE, "Harbor-Tools", "Tools", Store.Status.ACTIVE, 1);

    /** Knows the older addresses only. */
    private static final Behaviour OLD = visit -> {
        if (!visit.isFor("/v1/Services")) {
            visit.answer(404, "{\"code\":20404,\"message\":\"x\",\"status\":404}");
        } else if (visit.isFor("/Profiles")) {
            Service.WELL.meet(visit);
        } else if (visit.line().equals("GET /v1/Services?pageSize=100")) {
            visit.answer(200, "{\"services\":[" + OLDER_JSON + "],\"meta\":{\"key\":\"services\"}}");
        } else {
            visit.answer(visit.line().startsWith("POST") ? 201 : 200, OLDER_JSON);
        }
    };

    @TempDir
    Path folder;

    private static WireScene scene(Behaviour behaviour) {
        return new WireScene(new Misbehaving(behaviour), WireScene.CALM);
    }

    private static long asked(WireScene wire, String part) {
        return wire.server.visits().stream().filter(visit -> visit.isFor(part)).count();
    }

    @Test
    void theOlderWayIsFoundAndRemembered() {
        try (WireScene wire = scene(OLD)) {
            Memory memory = wire.open();
            assertThat(memory.store()).isEqualTo(OLDER);
            assertThat(memory.profile(Service.ADA).id()).isEqualTo(Service.ADA);
            assertThat(memory.recall(Service.ADA, new RecallRequest("boats", null, null, null, 100, 5, 0))
                            .observations())
                    .hasSize(1);
            assertThat(wire.server.visits().getLast().body()).contains("\"observationsLimit\":20");
            assertThat(wire.open().store()).isEqualTo(OLDER);
            assertThat(asked(wire, "/ControlPlane/"))
                    .as("tries of the current way")
                    .isEqualTo(1);
        }
    }

    @Test
    void storesAreMadeAndListedTheOlderWayWhereThereIsNoOther() {
        try (WireScene wire = scene(OLD)) {
            assertThat(wire.account.createStore("Harbor-Tools", "Tools")).isEqualTo(OLDER);
            assertThat(wire.account.stores()).containsExactly(OLDER);
            assertThat(wire.server.visits())
                    .anySatisfy(visit -> assertThat(visit.body())
                            .isEqualTo("{\"uniqueName\":\"Harbor-Tools\",\"friendlyName\":\"Tools\"}"));
        }
    }

    @Test
    void whatIsNowhereIsNotFound() {
        try (WireScene wire = scene(visit -> visit.answer(404, "{\"code\":520041}"))) {
            assertThat(WireScene.failure(wire::open)).isInstanceOf(MemoryFailure.NotFound.class);
            assertThat(wire.server.visits()).hasSize(2);
        }
    }

    @Test
    void aChosenWayIsKept() {
        Misbehaving server = new Misbehaving(OLD);
        TwilioOptions current = WireScene.options(server, WireScene.CALM).speaking(Dialect.CURRENT);
        try (WireScene wire = new WireScene(server, current, null)) {
            assertThat(WireScene.failure(wire::open)).isInstanceOf(MemoryFailure.NotFound.class);
            assertThat(asked(wire, "/Services")).isZero();
        }
    }

    @Test
    void aServiceOfTheOlderWayComesWithMoreTraitGroups() throws Exception {
        try (ServedAccount served = new ServedAccount(folder, Dialect.CURRENT, InstantSource.system());
                TwilioAccount older = served.client(Dialect.OLDER);
                TwilioAccount automatic = served.client(Dialect.AUTOMATIC)) {
            Store made = older.createStore("Harbor-Tools", "Tools for boats");
            assertThat(older.stores()).containsExactly(made);
            assertThat(automatic.stores()).containsExactly(made);
            assertThat(older.open(made.id()).traitGroups())
                    .extracting(TraitGroup::name)
                    .containsExactly("Account", "Contact", "Support");
            assertThat(automatic.open(made.id()).profiles(PageRequest.first(5)).items())
                    .isEmpty();
            older.deleteStore(made.id());
            assertThat(WireScene.failure(() -> automatic.store(made.id()))).isInstanceOf(MemoryFailure.NotFound.class);
            assertThat(WireScene.failure(() -> automatic.open(made.id()).store()))
                    .isInstanceOf(MemoryFailure.NotFound.class);
        }
    }

    @Test
    void whereAStoreLiesIsAskedOnce() {
        for (Behaviour dialect : List.of(OLD, Service.WELL)) {
            try (WireScene wire = scene(dialect)) {
                String id = wire.account.store(Service.STORE).id();
                int before = wire.server.visits().size();
                Memory memory = wire.account.open(id);
                assertThat(wire.server.visits()).hasSize(before);
                assertThat(memory.store().id()).isEqualTo(id);
                assertThat(wire.server.visits()).hasSize(before + 1);
            }
        }
    }
}
