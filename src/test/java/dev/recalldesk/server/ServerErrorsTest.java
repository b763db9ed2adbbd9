package dev.recalldesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is refused, how it is told, and how bodies are packed. */
class ServerErrorsTest {
    private static final String NOBODY = "mem_profile_01jbcccccccccccccccccccccc";

    @TempDir
    Path folder;

    private Served served;
    private String id;
    private String store;

    @BeforeEach
    void aStore() throws Exception {
        served = new Served(folder);
        id = served.account().createStore("Harbor-Tools", "").id();
        store = "/v1/Stores/" + id;
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private String customer() throws Exception {
        return store + "/Profiles/"
                + Served.json(served.post(
                                store + "/Profiles", "{\"traits\":{\"Contact\":{\"phone\":\"+12065550119\"}}}"))
                        .get("id")
                        .stringValue();
    }

    private static void refused(HttpResponse<String> response, int status, int code) {
        JsonNode body = Served.json(response);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(body.propertyNames()).containsExactlyInAnyOrder("code", "message", "more_info", "status");
        assertThat(body.get("code").intValue()).as(response.body()).isEqualTo(code);
        assertThat(body.get("status").intValue()).isEqualTo(status);
        assertThat(body.get("more_info").stringValue()).isEqualTo("https://www.twilio.com/docs/api/errors/" + code);
    }

    @Test
    void whoeverDoesNotAuthenticateLearnsNothing() throws Exception {
        String path = served.address() + "/v1/ControlPlane/Stores";
        HttpResponse<String> without = served.send(HttpRequest.newBuilder(URI.create(path)));
        refused(without, 401, 20003);
        assertThat(without.headers().firstValue("WWW-Authenticate")).isPresent();
        for (String wrong : new String[] {"Basic AAAA", "Basic not base64!", "Bearer x", "Basic "}) {
            refused(served.send(HttpRequest.newBuilder(URI.create(path)).header("Authorization", wrong)), 401, 20003);
        }
        refused(served.send(HttpRequest.newBuilder(URI.create(served.address() + "/nowhere"))), 401, 20003);
    }

    @Test
    void whatIsNotThereIsTold() throws Exception {
        String noStore = "mem_store_01jbcccccccccccccccccccccc";
        refused(served.get("/nowhere"), 404, 20404);
        refused(served.get("/v1/controlplane/stores"), 404, 20404);
        refused(served.get("/v1/Stores/" + noStore + "/Profiles"), 404, 520041);
        refused(served.get("/v1/ControlPlane/Stores/" + noStore), 404, 520041);
        refused(served.get(store + "/Profiles/" + NOBODY), 404, 20404);
        refused(served.get("/v1/ControlPlane/Operations/mem_operation_01jbcccccccccccccccccccccc"), 404, 520052);
        refused(served.get("/v1/ControlPlane/Stores/" + id + "/TraitGroups/None"), 404, 520047);
    }

    @Test
    void idsThatCannotBeAreTold() throws Exception {
        refused(served.get("/v1/Stores/mem_store_9/Profiles"), 400, 520049);
        refused(served.get("/v1/ControlPlane/Stores/x"), 400, 520049);
        refused(served.get(store + "/Profiles/x"), 400, 400);
        refused(served.get(store + "/Profiles/" + NOBODY + "/Observations/x"), 400, 400);
        refused(served.get("/v1/ControlPlane/Operations/x"), 400, 520051);
    }

    @Test
    void aBodyThatBreaksTheSchemaIsRefused() throws Exception {
        String customer = customer();
        String observations = customer + "/Observations";
        refused(served.post(observations, "{"), 400, 400);
        refused(served.post(observations, "[]"), 400, 400);
        refused(served.post(observations, ""), 400, 400);
        refused(served.post(observations, "{\"observations\":[]}"), 400, 400);
        refused(served.post(observations, "{\"observations\":[],\"observations\":[]}"), 400, 400);
        refused(served.post(observations, "{\"content\":\"a\",\"source\":\"b\"}"), 400, 400);
        refused(served.post(observations, "{\"observations\":[{\"content\":\"a\",\"source\":\"b\"}]}"), 400, 400);
        refused(
                served.post(
                        observations,
                        "{\"observations\":[{\"content\":1,\"source\":\"b\",\"occurredAt\":\"2025-01-15T10:30:45Z\"}]}"),
                400,
                400);
        refused(
                served.post(
                        observations,
                        "{\"observations\":[{\"content\":\"a\",\"source\":\"b\",\"occurredAt\":\"today\"}]}"),
                400,
                400);
        refused(served.post(store + "/Profiles", "{\"traits\":{},\"more\":1}"), 400, 400);
        refused(served.post(store + "/Profiles", "{\"traits\":{\"Contact\":{\"firstName\":\"Ada\"}}}"), 400, 400);
        refused(served.post(store + "/Profiles", "{\"traits\":{\"Contact\":{\"phone\":null}}}"), 400, 400);
        refused(served.post(customer + "/Recall", "{\"observationsLimit\":101}"), 400, 400);
        refused(served.post(store + "/Profiles/Lookup", "{\"idType\":\"shoe\",\"value\":\"42\"}"), 400, 400);
        refused(served.post("/v1/ControlPlane/Stores", "{\"displayName\":\"two words\"}"), 400, 520046);
        refused(served.post("/v1/ControlPlane/Stores", "{\"displayName\":\"Harbor-Tools\"}"), 409, 520045);
        refused(
                served.post("/v1/ControlPlane/Stores/" + id + "/TraitGroups", "{\"displayName\":\"Contact\"}"),
                409,
                520055);
        refused(
                served.method(
                        "PATCH",
                        "/v1/ControlPlane/Stores/" + id + "/TraitGroups/Contact",
                        "{\"traits\":{\"phone\":{\"dataType\":\"\"}}}"),
                409,
                520050);
    }

    private void settings(String body, String field) throws Exception {
        HttpResponse<String> answer =
                served.method("PUT", "/v1/ControlPlane/Stores/" + id + "/IdentityResolutionSettings", body);
        refused(answer, 400, 520046);
        assertThat(Served.json(answer).get("message").stringValue()).startsWith(field + ": ");
    }

    @Test
    void identitySettingsThatBreakTheSchemaAreRefused() throws Exception {
        String rules = "],\"matchingRules\":[\"phone\"]";
        String phone = "{\"idType\":\"phone\"}";
        settings("{}", "identifierConfigs");
        settings("{\"identifierConfigs\":[" + phone + "]}", "matchingRules");
        settings("{\"identifierConfigs\":[" + rules + "}", "identifierConfigs");
        settings("{\"identifierConfigs\":[" + phone + rules + ",\"version\":1}", "version");
        settings("{\"identifierConfigs\":[" + phone + "," + phone + rules + "}", "identifierConfigs[1].idType");
        settings("{\"identifierConfigs\":[\"phone\"" + rules + "}", "identifierConfigs[0]");
        settings("{\"identifierConfigs\":[{\"limit\":1}" + rules + "}", "identifierConfigs[0].idType");
        for (String wrong : new String[] {
            "colour:\"red\"",
            "matchingAlgo:\"EXACT\"",
            "matchingThreshold:100",
            "matchingThreshold:\"75\"",
            "limit:0",
            "limit:1.5",
            "limitPolicy:\"random\"",
            "enforceUnique:\"true\"",
            "normalization:1"
        }) {
            int colon = wrong.indexOf(':');
            String field = wrong.substring(0, colon);
            String config = "{\"idType\":\"phone\",\"" + field + "\"" + wrong.substring(colon) + "}";
            settings("{\"identifierConfigs\":[" + config + rules + "}", "identifierConfigs[0]." + field);
        }
        HttpResponse<String> read = served.get("/v1/ControlPlane/Stores/" + id + "/IdentityResolutionSettings");
        assertThat(read.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(Served.json(read).propertyNames())
                .containsExactlyInAnyOrder("identifierConfigs", "matchingRules", "version");
    }

    @Test
    void pagesOutsideOfTheLimitsAreRefused() throws Exception {
        refused(served.get("/v1/ControlPlane/Stores?pageSize=101"), 400, 520046);
        refused(served.get(store + "/Profiles?pageSize=0"), 400, 400);
        refused(served.get(store + "/Profiles?pageSize=many"), 400, 400);
        refused(served.get(store + "/Profiles?orderBy=UP"), 400, 400);
        refused(served.get(store + "/Profiles?pageToken=made-up"), 400, 400);
        JsonNode meta = Served.json(served.get(customer() + "/Observations?pageSize=1000"))
                .get("meta");
        assertThat(meta.get("pageSize").intValue()).isEqualTo(50);
        assertThat(meta.get("key").stringValue()).isEqualTo("observations");
        assertThat(meta.has("nextToken")).isFalse();
    }

    @Test
    void theCustomerOfABatchThatIsWrongIsNamed() throws Exception {
        String right = "{\"traits\":{\"Contact\":{\"phone\":\"+12065550119\"}}}";
        String wrong = "{\"traits\":{\"Contact\":{\"shoe\":\"42\"}}}";
        HttpResponse<String> answer =
                served.method("PUT", store + "/Profiles/Bulk", "{\"profiles\":[" + right + "," + wrong + "]}");
        refused(answer, 400, 400);
        assertThat(answer.body()).contains("profiles[1].traits.Contact.shoe");
        assertThat(Served.json(served.get(store + "/Profiles")).get("profiles")).isEmpty();
        String nothing = "{\"traits\":{\"Contact\":{\"phone\":null}}}";
        assertThat(served.method("PUT", store + "/Profiles/Bulk", "{\"profiles\":[" + right + "," + nothing + "]}")
                        .body())
                .contains("profiles[1].traits.Contact.phone");
        refused(served.method("PUT", store + "/Profiles/Bulk", "{\"profiles\":[]}"), 400, 400);
    }

    @Test
    void aTraitGroupHoldsAtMostNinetyFiveTraits() throws Exception {
        StringBuilder traits = new StringBuilder();
        for (int i = 0; i < 95; i++) {
            traits.append(i == 0 ? "" : ",").append("\"t").append(i).append("\":{\"dataType\":\"STRING\"}");
        }
        String contact = "/v1/ControlPlane/Stores/" + id + "/TraitGroups/Contact";
        refused(served.method("PATCH", contact, "{\"traits\":{" + traits + "}}"), 409, 520054);
        refused(served.method("PATCH", contact, "{\"displayName\":\"Other\"}"), 400, 520046);
    }

    @Test
    void aTraitIsTakenAwayByNull() throws Exception {
        String customer = customer();
        served.method("PATCH", customer, "{\"traits\":{\"Contact\":{\"city\":\"Astoria\"}}}");
        assertThat(served.get(customer).body()).contains("Astoria");
        assertThat(served.method("PATCH", customer, "{\"traits\":{\"Contact\":{\"city\":null}}}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(served.get(customer).body()).doesNotContain("Astoria");
    }

    @Test
    void controlPlaneWritesTellWhereTheirOperationIs() throws Exception {
        HttpResponse<String> made = served.post("/v1/ControlPlane/Stores", "{\"displayName\":\"Second\"}");
        assertThat(made.statusCode()).isEqualTo(202);
        assertThat(Served.json(made).propertyNames()).containsExactlyInAnyOrder("message", "statusUrl");
        String address = Served.json(made).get("statusUrl").stringValue();
        assertThat(made.headers().firstValue("Location")).hasValue(address);
        assertThat(made.headers().firstValue("Retry-After"))
                .hasValueSatisfying(seconds -> assertThat(seconds).containsOnlyDigits());
        assertThat(address)
                .startsWith(served.address())
                .endsWith(made.headers().firstValue("Operation-Id").orElseThrow());
        JsonNode operation =
                Served.json(served.get(address.substring(served.address().length())));
        assertThat(operation.get("status").stringValue()).isEqualTo("COMPLETED");
        String found = operation.get("resultUrl").stringValue();
        HttpResponse<String> store = served.get(found.substring(served.address().length()));
        assertThat(Served.json(store).get("displayName").stringValue()).isEqualTo("Second");
        assertThat(store.headers().firstValue("ETag")).hasValue("\"1\"");
    }

    @Test
    void bodiesMayBePackedBothWays() throws Exception {
        String customer = customer();
        String item = "{\"content\":\"" + "a long note ".repeat(300)
                + "\",\"source\":\"b\",\"occurredAt\":\"2025-01-15T11:30:45.123456+01:00\"}";
        byte[] packed = packed("{\"observations\":[" + item + "]}");
        HttpResponse<String> written = served.send(served.request(customer + "/Observations")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(packed)));
        assertThat(written.statusCode()).as(written.body()).isEqualTo(202);
        HttpResponse<byte[]> read =
                served.sendForBytes(served.request(customer + "/Observations").header("Accept-Encoding", "gzip"));
        assertThat(read.headers().firstValue("Content-Encoding")).hasValue("gzip");
        String body = new String(
                new GZIPInputStream(new ByteArrayInputStream(read.body())).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(body).contains("a long note").contains("\"2025-01-15T10:30:45.123Z\"");
        refused(
                served.send(served.request(customer + "/Observations")
                        .header("Content-Encoding", "gzip")
                        .POST(HttpRequest.BodyPublishers.ofString(item))),
                400,
                400);
        refused(
                served.send(served.request(customer + "/Observations")
                        .header("Content-Encoding", "br")
                        .POST(HttpRequest.BodyPublishers.ofString(item))),
                400,
                400);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedPackedOrNot() throws Exception {
        String large = " ".repeat(Wire.MAX_BODY + 1);
        refused(served.post(customer() + "/Recall", large), 413, 413);
        refused(
                served.send(served.request(customer() + "/Recall")
                        .header("Content-Encoding", "gzip")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(packed(large)))),
                413,
                413);
    }

    private static byte[] packed(String text) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
