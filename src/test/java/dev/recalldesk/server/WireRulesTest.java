package dev.recalldesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Limits, headers and schemas of the API beyond what a library would send. */
class WireRulesTest {
    private static final String STORES = "/v1/ControlPlane/Stores";
    private static final String TALK = "conv_conversation_01jbaaaaaaaaaaaaaaaaaaaaaa";
    private static final String NOTE =
            "{\"content\":\"a\",\"source\":\"b\",\"occurredAt\":\"2025-01-15T10:30:45Z\",\"more\":1}";

    @TempDir
    Path folder;

    private Served served;
    private String control;
    private String store;

    @BeforeEach
    void aStore() throws Exception {
        served = new Served(folder);
        String id = served.account().createStore("Harbor-Tools", "").id();
        control = STORES + "/" + id;
        store = "/v1/Stores/" + id;
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private String customer() throws Exception {
        HttpResponse<String> made =
                served.post(store + "/Profiles", "{\"traits\":{\"Contact\":{\"phone\":\"+12065550119\"}}}");
        return store + "/Profiles/" + Served.json(made).get("id").stringValue();
    }

    private static void refused(HttpResponse<String> answer, int status, int code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Served.json(answer).get("code").intValue()).as(answer.body()).isEqualTo(code);
    }

    private void accepted(HttpResponse<String> answer, String message) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(Served.json(answer).get("message").stringValue()).isEqualTo(message);
    }

    @Test
    void thereAreAtMostFifteenStores() throws Exception {
        for (int i = 1; i < 15; i++) {
            accepted(
                    served.post(STORES, "{\"displayName\":\"Store-" + i + "\",\"more\":1}"),
                    "Memory Store creation accepted for processing.");
        }
        refused(served.post(STORES, "{\"displayName\":\"One-more\"}"), 409, 520044);
        refused(served.post(STORES, "{\"displayName\":\"Store-1\"}"), 409, 520045);
        refused(served.post("/v1/Services", "{\"uniqueName\":\"One-more\"}"), 409, 520044);
        accepted(served.method("DELETE", control, ""), "Memory Store deletion request accepted for processing.");
        accepted(
                served.post(STORES, "{\"displayName\":\"One-more\"}"),
                "Memory Store creation accepted for processing.");
    }

    @Test
    void aStoreHasAtMostFiftyTraitGroupsAndAGroupNinetyFiveTraits() throws Exception {
        String groups = control + "/TraitGroups";
        for (int i = 1; i < 50; i++) {
            accepted(served.post(groups, "{\"displayName\":\"G" + i + "\"}"), "TraitGroup creation request accepted.");
        }
        refused(served.post(groups, "{\"displayName\":\"G50\"}"), 409, 520053);
        refused(served.post(groups, "{\"displayName\":\"G1\"}"), 409, 520055);
        accepted(served.method("DELETE", groups + "/G1", ""), "TraitGroup deletion request accepted.");
        refused(served.post(groups, "{\"displayName\":\"G1\",\"traits\":" + traits(96) + "}"), 409, 520054);
        accepted(
                served.post(groups, "{\"displayName\":\"G1\",\"traits\":" + traits(95) + "}"),
                "TraitGroup creation request accepted.");
        accepted(served.method("PATCH", groups + "/G1", ""), "TraitGroup update request accepted.");
    }

    private static String traits(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"t" + i + "\":{\"dataType\":\"STRING\"}")
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Test
    void openSchemasTakeUnknownFieldsAndClosedOnesDoNot() throws Exception {
        String customer = customer();
        accepted(
                served.method("PATCH", control, "{\"description\":\"d\",\"more\":1}"),
                "Memory Store update request accepted for processing.");
        accepted(
                served.post(customer + "/Observations", "{\"observations\":[" + NOTE + "]}"),
                "Observations creation accepted");
        accepted(
                served.post(
                        customer + "/ConversationSummaries",
                        "{\"summaries\":[" + NOTE.replace("{", "{\"conversationId\":\"" + TALK + "\",") + "]}"),
                "Summaries creation accepted");
        assertThat(served.post(customer + "/Recall", "{\"more\":1}").statusCode())
                .isEqualTo(200);
        for (String list : List.of("Observations", "ConversationSummaries")) {
            String key = list.equals("Observations") ? "observations" : "summaries";
            JsonNode all = Served.json(served.get(customer + "/" + list));
            String one =
                    customer + "/" + list + "/" + all.get(key).get(0).get("id").stringValue();
            assertThat(served.method("PATCH", one, "{\"content\":\"c\",\"more\":1}")
                            .statusCode())
                    .isEqualTo(202);
            refused(served.post(customer + "/" + list, "{\"" + key + "\":[],\"more\":1}"), 400, 400);
        }
        refused(served.method("PATCH", customer, "{\"traits\":{},\"more\":1}"), 400, 400);
        accepted(served.method("PATCH", customer, "{}"), "Trait modifications accepted for processing.");
        refused(served.method("PUT", store + "/Profiles/Bulk", "{\"profiles\":[],\"more\":1}"), 400, 400);
        refused(served.post(store + "/Profiles/Lookup", "{\"idType\":\"phone\",\"value\":\"1\",\"more\":1}"), 400, 400);
        String group = "{\"displayName\":\"Loyalty\",\"traits\":{\"tier\":{\"dataType\":\"STRING\"}}}";
        for (String closed : List.of(
                group.replace("{\"displayName", "{\"more\":1,\"displayName"),
                group.replace("{\"dataType", "{\"more\":1,\"dataType"),
                group.replace("\"STRING\"", "\"STRING\",\"validationRule\":{\"ruleType\":\"STRING\",\"min\":1}"))) {
            refused(served.post(control + "/TraitGroups", closed), 400, 520046);
        }
    }

    @Test
    void versionsAreTagsThatMustMatch() throws Exception {
        String group = control + "/TraitGroups/Contact";
        for (String path : List.of(control, group)) {
            String tag = served.get(path).headers().firstValue("ETag").orElseThrow();
            assertThat(tag).matches("\"[^\"]{1,510}\"");
            assertThat(patched(path, tag)).isEqualTo(202);
            assertThat(patched(path, tag)).isEqualTo(412);
            assertThat(patched(path, "*")).isEqualTo(202);
            assertThat(patched(path, "\"unknown\"")).isEqualTo(412);
            assertThat(patched(path, "unquoted")).isEqualTo(400);
            assertThat(patched(path, "\"" + "x".repeat(99) + "\"")).isEqualTo(400);
            assertThat(served.get(path).headers().firstValue("ETag").orElseThrow())
                    .isNotEqualTo(tag);
        }
    }

    private int patched(String path, String ifMatch) throws Exception {
        return served.send(served.request(path)
                        .header("If-Match", ifMatch)
                        .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"description\":\"d\"}")))
                .statusCode();
    }

    @Test
    void onlyTwoWaysOfPackingAreUnderstood() throws Exception {
        String notes = customer() + "/Observations";
        String body = "{\"observations\":[" + NOTE + "]}";
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(served.send(served.request(notes)
                                .header("Content-Encoding", "deflate")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(packed.toByteArray())))
                        .statusCode())
                .isEqualTo(202);
        for (String other : List.of("br", "compress", "gzip, gzip", "zstd")) {
            HttpResponse<String> answer = served.send(served.request(notes)
                    .header("Content-Encoding", other)
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
            refused(answer, 400, 400);
            assertThat(answer.body()).contains("gzip or as deflate");
        }
        refused(served.send(served.request(notes).header("Accept-Encoding", "gzip" + ", br".repeat(50))), 400, 400);
        HttpResponse<String> plain = served.send(served.request(notes).header("Accept-Encoding", "compress, br;q=1.0"));
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(Served.json(plain).get("observations")).hasSize(1);
    }

    @Test
    void filtersAreHeldToWhatTheyFilter() throws Exception {
        String customer = customer();
        refused(served.get(customer + "/Observations?source=%22"), 400, 400);
        refused(served.get(customer + "/Observations?source="), 400, 400);
        refused(served.get(customer + "/Observations?conversationId=x"), 400, 400);
        refused(served.get(customer + "/Observations?createdAfter=yesterday"), 400, 400);
        refused(served.get(customer + "/ConversationSummaries?conversationId=x"), 400, 400);
        refused(served.get(customer + "?traitGroups="), 400, 400);
        refused(served.get(customer + "/Traits?traitGroups=" + "x".repeat(257)), 400, 400);
        refused(served.get(control + "/TraitGroups?includeTraits=yes"), 400, 520046);
        assertThat(Served.json(served.get(customer + "/Observations?source=import%2Fcrm%20a-b_c.d"))
                        .get("observations"))
                .isEmpty();
        assertThat(Served.json(served.get(customer + "?traitGroups=Account,%20Contact"))
                        .get("traits")
                        .propertyNames())
                .containsExactly("Contact");
        assertThat(Served.json(served.get(customer + "?traitGroups=,")).get("traits"))
                .isEmpty();
    }

    @Test
    void momentsAreReadWithOffsetAndFractionAndWrittenShort() throws Exception {
        String customer = customer();
        for (String written : List.of(
                "2025-01-15T10:30:45Z",
                "2025-01-15T10:30:45.1Z",
                "2025-01-15T10:30:45.123456789Z",
                "2025-01-15T12:00:45.123+01:30",
                "2025-01-15t10:30:45z")) {
            accepted(
                    served.post(
                            customer + "/Observations",
                            "{\"observations\":[" + NOTE.replace("2025-01-15T10:30:45Z", written) + "]}"),
                    "Observations creation accepted");
        }
        JsonNode all = Served.json(served.get(customer + "/Observations?createdAfter=2025-01-15T10:30:45%2B01:00"));
        assertThat(all.get("observations")).hasSize(5);
        all.get("observations")
                .forEach(note ->
                        assertThat(note.get("occurredAt").stringValue()).matches("2025-01-15T10:30:45(\\.\\d{1,3})?Z"));
        for (String wrong : List.of("2025-01-15", "2025-01-15T10:30:45", "2025-13-15T10:30:45Z", "1736937045")) {
            refused(
                    served.post(
                            customer + "/Observations",
                            "{\"observations\":[" + NOTE.replace("2025-01-15T10:30:45Z", wrong) + "]}"),
                    400,
                    400);
        }
    }
}
