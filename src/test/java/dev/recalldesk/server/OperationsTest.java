package dev.recalldesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.TestClock;
import dev.recalldesk.memory.local.OperationLog;
import dev.recalldesk.memory.local.StoreAdmin;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What became of a write can be asked for, and a store is used only when it is whole. */
class OperationsTest {
    private static final String STORES = "/v1/ControlPlane/Stores";

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock("2026-03-02T12:00:00Z");
    private Served served;

    @BeforeEach
    void serve() throws Exception {
        served = new Served(folder, clock);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private void restart() throws Exception {
        served.close();
        served = new Served(folder, clock);
    }

    private String made(String name) throws Exception {
        HttpResponse<String> made = served.post(STORES, "{\"displayName\":\"" + name + "\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(202);
        return "/v1/ControlPlane/Operations/"
                + made.headers().firstValue("Operation-Id").orElseThrow();
    }

    private int code(HttpResponse<String> refused, int status) {
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        return Served.json(refused).get("code").intValue();
    }

    @Test
    void aNewStoreIsNamedAtOnceWhereThatIsWanted() throws Exception {
        assertThat(Served.json(served.post(STORES, "{\"displayName\":\"Harbor\"}"))
                        .propertyNames())
                .containsExactlyInAnyOrder("message", "statusUrl");
        Credentials anybody = new Credentials("SK1", "secret");
        Listening telling = Listening.at("127.0.0.1", 0).tellingIdsAtOnce(true);
        try (Server server = Server.start(served.account(), anybody, telling, clock);
                Caller caller = new Caller(server.address(), anybody)) {
            String id = Served.json(caller.post(STORES, "{\"displayName\":\"Depot\"}"))
                    .get("id")
                    .stringValue();
            assertThat(caller.get(STORES + "/" + id).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anOperationOutlivesTheServerAndIsKeptForSevenDays() throws Exception {
        String operation = made("Harbor");
        JsonNode before = Served.json(served.get(operation));
        assertThat(before.get("status").stringValue()).isEqualTo("COMPLETED");
        assertThat(before.get("completedAt").stringValue()).isEqualTo("2026-03-02T12:00:00Z");
        clock.advance(Duration.ofDays(7));
        restart();
        HttpResponse<String> after = served.get(operation);
        assertThat(Served.json(after).get("result")).isEqualTo(before.get("result"));
        assertThat(after.headers().firstValue("Retry-After")).hasValue("1");
        clock.advance(Duration.ofMillis(1));
        assertThat(code(served.get(operation), 404)).isEqualTo(520052);
        String next = made("Second");
        try (Connection database = database();
                Statement query = database.createStatement()) {
            assertThat(query.executeQuery("SELECT COUNT(*) FROM operation").getInt(1))
                    .isEqualTo(1);
        }
        assertThat(served.get(next).statusCode()).isEqualTo(200);
    }

    @Test
    void aStoreThatIsNotActiveCanOnlyBeReadAndDeleted() throws Exception {
        Store queued = new StoreAdmin(served.account()).acceptStore("Harbor", "");
        String store = STORES + "/" + queued.id();
        assertThat(Served.json(served.get(store)).get("status").stringValue()).isEqualTo("QUEUED");
        assertThat(code(served.get("/v1/Stores/" + queued.id() + "/Profiles"), 409))
                .isEqualTo(520042);
        assertThat(code(served.get("/v1/Services/" + queued.id() + "/Profiles"), 409))
                .isEqualTo(520042);
        assertThat(code(served.get(store + "/TraitGroups"), 409)).isEqualTo(520042);
        assertThat(code(served.method("PATCH", store, "{\"displayName\":\"Other\"}"), 409))
                .isEqualTo(520042);
        assertThat(code(served.post(STORES, "{\"displayName\":\"Harbor\"}"), 409))
                .isEqualTo(520045);
        assertThat(served.method("DELETE", store, "").statusCode()).isEqualTo(202);
        assertThat(code(served.get(store), 404)).isEqualTo(520041);
    }

    @Test
    void whatWasUnderWayWhenTheProgramEndedHasFailed() throws Exception {
        String store = STORES + "/"
                + new StoreAdmin(served.account()).acceptStore("Harbor", "").id();
        String operation = "/v1/ControlPlane/Operations/" + new OperationLog(served.account()).begin();
        assertThat(Served.json(served.get(operation)).get("status").stringValue())
                .isEqualTo("RUNNING");
        restart();
        JsonNode failed = Served.json(served.get(operation));
        assertThat(failed.get("status").stringValue()).isEqualTo("FAILED");
        assertThat(failed.get("error").get("code").intValue()).isEqualTo(20500);
        assertThat(failed.has("result")).isFalse();
        assertThat(Served.json(served.get(store)).get("status").stringValue()).isEqualTo("FAILED");
    }

    @Test
    void aStoreThatCannotBeFilledHasFailedAndTheOperationSaysWhy() throws Exception {
        try (Connection database = database();
                Statement change = database.createStatement()) {
            change.execute("CREATE TRIGGER full BEFORE UPDATE OF status ON store WHEN NEW.status = 'ACTIVE'"
                    + " BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
        }
        JsonNode operation = Served.json(served.get(made("Harbor")));
        assertThat(operation.get("status").stringValue()).isEqualTo("FAILED");
        assertThat(operation.get("error").get("code").intValue()).isEqualTo(20503);
        assertThat(operation.get("error").get("type").stringValue()).endsWith("/20503");
        assertThat(operation.get("error").get("title").stringValue()).isNotEmpty();
        assertThat(operation.get("error").get("detail").stringValue()).isNotEmpty();
        String id = served.account().stores().getFirst().id();
        assertThat(Served.json(served.get(STORES + "/" + id)).get("status").stringValue())
                .isEqualTo("FAILED");
        assertThat(code(served.get("/v1/Stores/" + id + "/Profiles"), 409)).isEqualTo(520042);
        assertThat(code(served.post("/v1/Services", "{\"uniqueName\":\"Second\"}"), 503))
                .isEqualTo(20503);
    }

    private Connection database() throws Exception {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("memory.db"));
    }
}
