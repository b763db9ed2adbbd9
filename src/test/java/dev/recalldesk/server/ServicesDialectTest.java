package dev.recalldesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The older dialect under {@code /v1/Services}. */
class ServicesDialectTest {
    private static final String TALK = "conv_conversation_01jbaaaaaaaaaaaaaaaaaaaaaa";

    @TempDir
    Path folder;

    private Served served;
    private String store;

    @BeforeEach
    void aService() throws Exception {
        served = new Served(folder);
        HttpResponse<String> made =
                served.post("/v1/Services", "{\"uniqueName\":\"Harbor-Tools\",\"friendlyName\":\"Tools for boats\"}");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(Served.json(made).propertyNames())
                .containsExactlyInAnyOrder(
                        "sid", "id", "uniqueName", "friendlyName", "displayName", "status", "version");
        store = "/v1/Services/" + Served.json(made).get("sid").stringValue();
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private String customer() throws Exception {
        HttpResponse<String> made = served.post(
                store + "/Profiles",
                "{\"traits\":{\"Contact\":{\"phone\":\"+12065550119\",\"email\":\"ada@example.com\",\"firstName\":\"Ada\","
                        + "\"lastName\":\"Byron\"},\"Account\":{\"accountNumber\":\"7\",\"tier\":\"gold\",\"region\":\"west\"},"
                        + "\"Support\":{\"disposition\":\"open\",\"caseId\":\"42\",\"lastIssueType\":\"billing\"}}}");
        assertThat(made.statusCode()).isEqualTo(202);
        return store + "/Profiles/" + Served.json(made).get("id").stringValue();
    }

    @Test
    void aServiceCanBeUsedAtOnceReadListedAndDeleted() throws Exception {
        JsonNode read = Served.json(served.get(store));
        assertThat(read.get("uniqueName").stringValue()).isEqualTo("Harbor-Tools");
        assertThat(read.get("friendlyName").stringValue()).isEqualTo("Tools for boats");
        assertThat(Served.json(served.get("/v1/Services")).get("services")).hasSize(1);
        assertThat(served.method("DELETE", store, "").statusCode()).isEqualTo(202);
        assertThat(served.get(store).statusCode()).isEqualTo(404);
    }

    @Test
    void bothSpellingsOfAnIdAreTheSameStore() throws Exception {
        String customer = customer();
        String sid = store.substring(store.lastIndexOf('/') + 1);
        String id = sid.replace("mem_service_", "mem_store_");
        assertThat(sid).startsWith("mem_service_");
        assertThat(Served.json(served.get(store)).get("id").stringValue()).isEqualTo(id);
        assertThat(served.get("/v1/Services/" + id).statusCode()).isEqualTo(200);
        for (String path : List.of("/v1/ControlPlane/Stores/", "/v1/Stores/", "/v1/Services/")) {
            String tail = path.startsWith("/v1/C") ? "/TraitGroups" : "/Profiles";
            assertThat(served.get(path + sid + tail).body())
                    .isEqualTo(served.get(path + id + tail).body());
        }
        assertThat(served.get(customer.replace("/v1/Services/" + sid, "/v1/Stores/" + sid))
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> other = served.get("/v1/Stores/mem_service_01jbcccccccccccccccccccccc/Profiles");
        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(Served.json(other).get("code").intValue()).isEqualTo(520041);
    }

    @Test
    void whoIsFoundIsAnObject() throws Exception {
        String customer = customer();
        JsonNode found = Served.json(
                served.post(store + "/Profiles/Lookup", "{\"idType\":\"phone\",\"value\":\"+12065550119\"}"));
        assertThat(customer).endsWith(found.get("profiles").get(0).get("id").stringValue());
    }

    @Test
    void whatIsNotedWithoutATimeOccurredNowAndNeedsNoListAroundIt() throws Exception {
        String customer = customer();
        assertThat(served.post(customer + "/Observations", "{\"observations\":[{\"content\":\"a\",\"source\":\"b\"}]}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(served.post(customer + "/Observations", "{\"content\":\"c\",\"source\":\"d\"}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(served.post(
                                customer + "/ConversationSummaries",
                                "{\"content\":\"e\",\"conversationId\":\"" + TALK + "\",\"source\":\"f\"}")
                        .statusCode())
                .isEqualTo(202);
        JsonNode recalled = Served.json(served.post(customer + "/Recall", "{}"));
        assertThat(recalled.get("observations")).hasSize(2);
        assertThat(recalled.get("summaries")).hasSize(1);
    }

    @Test
    void theCurrentDialectIsStrictAboutAllOfThat() throws Exception {
        String current = customer().replace("/v1/Services/", "/v1/Stores/");
        for (String lax : List.of(
                "{\"observations\":[{\"content\":\"a\",\"source\":\"b\"}]}",
                "{\"content\":\"c\",\"source\":\"d\",\"occurredAt\":\"2025-01-15T10:30:45Z\"}")) {
            assertThat(served.post(current + "/Observations", lax).statusCode()).isEqualTo(400);
        }
        assertThat(served.post(
                                current + "/ConversationSummaries",
                                "{\"content\":\"e\",\"conversationId\":\"" + TALK
                                        + "\",\"occurredAt\":\"2025-01-15T10:30:45Z\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(served.post("/v1/ControlPlane/Stores", "{\"uniqueName\":\"Other\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void recallGivesFiveUnlessAskedAndTwentyAtMost() throws Exception {
        String customer = customer();
        String ten = ",{\"content\":\"a\",\"source\":\"b\"}".repeat(10).substring(1);
        for (int i = 0; i < 3; i++) {
            assertThat(served.post(customer + "/Observations", "{\"observations\":[" + ten + "]}")
                            .statusCode())
                    .isEqualTo(202);
        }
        assertThat(Served.json(served.post(customer + "/Recall", "{}")).get("observations"))
                .hasSize(5);
        assertThat(Served.json(served.post(customer + "/Recall", "{\"observationsLimit\":30}"))
                        .get("observations"))
                .hasSize(20);
        String current = customer.replace("/v1/Services/", "/v1/Stores/");
        assertThat(Served.json(served.post(current + "/Recall", "{\"observationsLimit\":30}"))
                        .get("observations"))
                .hasSize(30);
        assertThat(Served.json(served.post(current + "/Recall", "{}")).get("observations"))
                .hasSize(20);
    }
}
