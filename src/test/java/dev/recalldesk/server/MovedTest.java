package dev.recalldesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whoever asks for a customer by an id that was merged into another is led to that one. */
class MovedTest {
    private static final String TALK = "conv_conversation_01jbaaaaaaaaaaaaaaaaaaaaaa";
    private static final String NOON = "2026-03-02T12:00:00Z";

    @TempDir
    Path folder;

    private Served served;
    private String id;

    @BeforeEach
    void aStore() throws Exception {
        served = new Served(folder);
        id = served.account().createStore("Harbor-Tools", "").id();
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private String customer(String profiles, String trait, String value) throws Exception {
        return Served.json(served.post(profiles, "{\"traits\":{\"Contact\":{\"" + trait + "\":\"" + value + "\"}}}"))
                .get("id")
                .stringValue();
    }

    private static void ok(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    }

    private static void tellsCanonical(HttpResponse<String> response, String canonical) {
        assertThat(response.headers().firstValue("Canonical-Profile-Id")).hasValue(canonical);
    }

    private void moved(HttpResponse<String> response, int status, String canonical, String path, String query) {
        String uri = served.address() + path;
        JsonNode body = Served.json(response);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(body.propertyNames()).containsExactlyInAnyOrder("message", "uri");
        assertThat(body.get("message").stringValue()).isEqualTo("This resource has moved.");
        assertThat(body.get("uri").stringValue()).isEqualTo(uri);
        assertThat(response.headers().firstValue("Location")).hasValue(uri + query);
        tellsCanonical(response, canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/Stores/", "/v1/Services/"})
    void everyListedRequestIsLedToTheCustomerItBecame(String dialect) throws Exception {
        String profiles = dialect + id + "/Profiles";
        String ada = customer(profiles, "phone", "+12065550119");
        String old = customer(profiles, "email", "ada@example.com");
        ok(served.post(
                profiles + "/" + old + "/Observations",
                "{\"observations\":[{\"content\":\"a\",\"source\":\"b\",\"occurredAt\":\"" + NOON + "\"}]}"));
        ok(served.post(
                profiles + "/" + old + "/ConversationSummaries",
                "{\"summaries\":[{\"content\":\"a\",\"conversationId\":\"" + TALK + "\",\"occurredAt\":\"" + NOON
                        + "\"}]}"));
        ok(served.post(profiles + "/" + old + "/Identifiers", "{\"idType\":\"phone\",\"value\":\"+12065550119\"}"));

        String from = profiles + "/" + old;
        String to = profiles + "/" + ada;
        for (String read : List.of(
                "", "/Traits", "/Identifiers", "/Identifiers/email", "/Observations", "/ConversationSummaries")) {
            moved(served.get(from + read), 301, ada, to + read, "");
        }
        moved(
                served.get(from + "/Observations?source=a%20b&pageSize=5"),
                301,
                ada,
                to + "/Observations",
                "?source=a%20b&pageSize=5");

        String observation = "/Observations/" + first(to + "/Observations", "observations");
        String summary = "/ConversationSummaries/" + first(to + "/ConversationSummaries", "summaries");
        for (String written : List.of("/Identifiers", "/Recall", "/Observations", "/ConversationSummaries")) {
            moved(served.post(from + written, "{}"), 308, ada, to + written, "");
        }
        for (String changed : List.of("", "/Identifiers/email", observation, summary)) {
            moved(served.method("PATCH", from + changed, "{}"), 308, ada, to + changed, "");
            moved(served.method("DELETE", from + changed, ""), 308, ada, to + changed, "");
        }
        moved(
                served.method("DELETE", from + "/Identifiers/email?removeAll=true", ""),
                308,
                ada,
                to + "/Identifiers/email",
                "?removeAll=true");

        for (String through : List.of(observation, observation + "/Revisions", summary)) {
            HttpResponse<String> answer = served.get(from + through);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            tellsCanonical(answer, ada);
        }
        for (String read : List.of(
                "",
                "/Traits",
                "/Observations",
                "/ConversationSummaries",
                observation,
                observation + "/Revisions",
                summary)) {
            HttpResponse<String> answer = served.get(to + read);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            tellsCanonical(answer, ada);
        }
        HttpResponse<String> recalled = served.post(to + "/Recall", "{}");
        assertThat(recalled.statusCode()).isEqualTo(200);
        tellsCanonical(recalled, ada);
        assertThat(Served.json(recalled).get("observations")).hasSize(1);

        ok(served.method("DELETE", to, ""));
        for (String gone : List.of(from, from + "/Observations", from + observation, to)) {
            HttpResponse<String> answer = served.get(gone);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
            assertThat(answer.headers().firstValue("Location")).isEmpty();
        }
    }

    private String first(String list, String key) throws Exception {
        return Served.json(served.get(list)).get(key).get(0).get("id").stringValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/Stores/", "/v1/Services/"})
    void aClientThatFollowsGetsThere(String dialect) throws Exception {
        String profiles = dialect + id + "/Profiles";
        String ada = customer(profiles, "phone", "+12065550119");
        String old = customer(profiles, "email", "ada@example.com");
        ok(served.post(profiles + "/" + old + "/Identifiers", "{\"idType\":\"phone\",\"value\":\"+12065550119\"}"));
        try (HttpClient following = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpResponse<String> read = following.send(
                    served.request(profiles + "/" + old + "?traitGroups=Contact")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(Served.json(read).get("id").stringValue()).isEqualTo(ada);
            HttpResponse<String> written = following.send(
                    served.request(profiles + "/" + old)
                            .method(
                                    "PATCH",
                                    HttpRequest.BodyPublishers.ofString(
                                            "{\"traits\":{\"Contact\":{\"city\":\"Astoria\"}}}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(written.statusCode()).as(written.body()).isEqualTo(202);
            assertThat(written.uri()).isEqualTo(URI.create(served.address() + profiles + "/" + ada));
        }
        assertThat(served.get(profiles + "/" + ada).body()).contains("Astoria");
    }
}
