package dev.recalldesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.recalldesk.memory.TraitValue;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody who sends too much, too deep, too slowly or too often keeps the server from the others. */
class ServerLimitsTest {
    // Long enough that a kept connection is not closed under a machine that stands still for a moment.
    private static final Limits LIMITS = new Limits(24, Duration.ofSeconds(2), 1024 * 1024);

    @TempDir
    Path folder;

    private Served served;
    private String customer;

    @BeforeEach
    void serve() throws Exception {
        served = new Served(folder, LIMITS);
        String store = served.account().createStore("Harbor-Tools", "").id();
        customer = "/v1/Stores/" + store + "/Profiles/"
                + served.account()
                        .open(store)
                        .createProfile(Map.of("Contact", Map.of("phone", TraitValue.of("+12065550119"))));
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private void assertAnswers() throws Exception {
        assertThat(served.get(customer).statusCode()).isEqualTo(200);
    }

    private static void refused(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(Served.json(response).propertyNames())
                .containsExactlyInAnyOrder("code", "message", "more_info", "status");
    }

    /** The beginning of a request whose body is still to come. */
    private String head(int length) {
        return "POST " + customer + "/Observations HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: "
                + Served.authorization() + "\r\nContent-Type: application/json\r\nContent-Length: " + length
                + "\r\n\r\n";
    }

    @Test
    void aSlowHeadIsCutOff() throws Exception {
        try (RawClient slow = new RawClient(served.address())) {
            assertThat(slow.send("GET /v1/Control").drip().untilCutOff()).isEmpty();
            assertThat(slow.dripped()).isGreaterThan(2);
        }
        assertAnswers();
    }

    @Test
    void aSlowBodyIsCutOffAndNothingIsWritten() throws Exception {
        try (RawClient slow = new RawClient(served.address());
                RawClient chunks = new RawClient(served.address())) {
            slow.send(head(4096)).send("{\"observations\":[{\"content\":\"").drip();
            chunks.send(head(0).replace("Content-Length: 0", "Transfer-Encoding: chunked"))
                    .send("fff\r\n{\"observations\":[{\"content\":\"")
                    .drip();
            assertThat(slow.untilCutOff()).doesNotContain("HTTP/1.1 5").doesNotContain("HTTP/1.1 2");
            assertThat(chunks.untilCutOff()).doesNotContain("HTTP/1.1 5").doesNotContain("HTTP/1.1 2");
            assertThat(slow.dripped()).isGreaterThan(2);
        }
        assertThat(Served.json(served.get(customer + "/Observations"))
                        .get("observations")
                        .size())
                .isZero();
    }

    @Test
    void whoSaysNothingIsCutOff() throws Exception {
        try (RawClient silent = new RawClient(served.address());
                RawClient idle = new RawClient(served.address())) {
            idle.send("GET /nowhere HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
            assertThat(silent.untilCutOff()).isEmpty();
            assertThat(idle.untilCutOff()).startsWith("HTTP/1.1 401").contains("20003");
        }
    }

    @Test
    void moreConnectionsThanAllowedWaitAndAreServed() throws Exception {
        List<RawClient> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < 3 * LIMITS.connections(); i++) {
                crowd.add(new RawClient(served.address()));
            }
            assertAnswers();
            for (RawClient one : crowd) {
                assertThat(one.untilCutOff()).isEmpty();
            }
        } finally {
            for (RawClient one : crowd) {
                one.close();
            }
        }
        assertAnswers();
    }

    @Test
    void largeBodiesThatFindNoRoomAreAskedToComeAgain() throws Exception {
        String large = "{\"observations\":[]" + " ".repeat(700_000) + "}";
        try (RawClient slow = new RawClient(served.address())) {
            slow.send(head(700_000)).send(" ".repeat(20_000));
            await().until(() -> {
                HttpResponse<String> response = served.post(customer + "/Observations", large);
                if (response.statusCode() == 429) {
                    refused(response, 429);
                    assertThat(response.body()).contains("20429");
                    assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
                }
                return response.statusCode() == 429;
            });
            assertAnswers();
            assertThat(slow.untilCutOff()).doesNotContain("HTTP/1.1 5");
        }
        // The room of the one that was cut off is free again, and that of those that were refused, too.
        for (int i = 0; i < 5; i++) {
            await().until(() -> served.post(customer + "/Observations", large).statusCode() == 400);
        }
    }

    @Test
    void whatIsTooDeepTooLongOrTooManyIsRefused() throws Exception {
        String observations = customer + "/Observations";
        refused(served.post(observations, "[".repeat(400_000)), 400);
        refused(served.post(observations, "{\"a\":".repeat(100_000)), 400);
        refused(served.post(observations, "{\"observations\":" + "[".repeat(300) + "]".repeat(300) + "}"), 400);
        refused(served.post(observations, "{\"observations\":[" + "1,".repeat(250_000) + "1]}"), 400);
        refused(served.post(observations, "{\"" + "a".repeat(100_000) + "\":1}"), 400);
        refused(served.post(observations, "{\"observations\":[{\"content\":\"" + "a".repeat(900_000) + "\"}]}"), 400);
        refused(served.post(customer + "/Recall", "{\"observationsLimit\":1e999999999}"), 400);
        refused(served.post(customer + "/Recall", "{\"observationsLimit\":" + "9".repeat(900) + "}"), 400);
        refused(served.post(customer + "/Recall", "{\"relevanceThreshold\":1e999999999}"), 400);
        refused(served.post(customer + "/Recall", "{\"relevanceThreshold\":" + "9".repeat(100_000) + "}"), 400);
        assertAnswers();
    }

    @Test
    void whatIsNoRequestIsRefusedInTheSameShape() throws Exception {
        refused(served.send(served.request(customer).header("X-Long", "a".repeat(20_000))), 431);
        refused(served.get(customer + "?pageToken=" + "a".repeat(20_000)), 414);
        for (String garbled : List.of(
                "\u0016\u0003\u0001\u0002\r\n\r\n",
                "GET\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: many\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")) {
            try (RawClient client = new RawClient(served.address())) {
                assertThat(client.send(garbled).untilCutOff())
                        .as(garbled)
                        .matches("(?s)HTTP/1\\.1 (4\\d\\d|505) .*")
                        .contains("\"more_info\"")
                        .doesNotContain("jetty");
            }
        }
        HttpResponse<String> method =
                served.send(served.request(customer).method("BREW", HttpRequest.BodyPublishers.noBody()));
        assertThat(method.statusCode()).isBetween(400, 499);
        assertAnswers();
    }
}
