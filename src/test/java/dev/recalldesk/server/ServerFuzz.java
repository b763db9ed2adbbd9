package dev.recalldesk.server;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * Requests that grow by what the server does with them. In a build the kept ones are sent again, and those that once broke
 * something among them; CONTRIBUTING.md says how to look for new ones.
 */
class ServerFuzz {
    private static Fuzzed fuzzed;

    @BeforeAll
    static void serve() {
        fuzzed = new Fuzzed();
    }

    @AfterAll
    static void stop() {
        fuzzed.close();
    }

    /** A body, as bytes, for a route the first byte chooses. */
    @FuzzTest(maxDuration = "3m")
    void bodies(byte[] input) {
        if (input.length > 0) {
            List<String> routes = fuzzed.routes();
            byte[] body = Arrays.copyOfRange(input, 1, input.length);
            fuzzed.send(routes.get((input[0] & 0xFF) % routes.size()), body);
        }
    }

    /** A body that is right but for one place. */
    @FuzzTest(maxDuration = "3m")
    void values(FuzzedDataProvider data) {
        List<Map.Entry<String, String>> right =
                new ArrayList<>(Bodies.right(fuzzed).entrySet());
        Map.Entry<String, String> one = data.pickValue(right);
        int where = data.consumeInt();
        fuzzed.send(
                one.getKey(),
                Bodies.replaced(one.getValue(), where, data.consumeRemainingAsString())
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Names and values behind the address of a list. */
    @FuzzTest(maxDuration = "3m")
    void queries(FuzzedDataProvider data) {
        StringBuilder path = new StringBuilder(data.pickValue(fuzzed.lists())).append('?');
        while (data.remainingBytes() > 0) {
            path.append(data.pickValue(List.of(
                            "pageSize",
                            "orderBy",
                            "source",
                            "createdAfter",
                            "createdBefore",
                            "conversationId",
                            "traitGroups")))
                    .append('=')
                    .append(URLEncoder.encode(data.consumeString(60), StandardCharsets.UTF_8))
                    .append('&');
        }
        fuzzed.get(path.toString());
    }

    /** A page token: as sent, and as what a token is made of. */
    @FuzzTest(maxDuration = "3m")
    void tokens(FuzzedDataProvider data) {
        String list = data.pickValue(fuzzed.lists());
        byte[] token = data.consumeRemainingAsBytes();
        fuzzed.get(
                list + "?pageToken=" + Base64.getUrlEncoder().withoutPadding().encodeToString(token));
        fuzzed.get(list + "?pageToken="
                + URLEncoder.encode(new String(token, StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    /** A question to the memory. */
    @FuzzTest(maxDuration = "3m")
    void questions(FuzzedDataProvider data) {
        String question = data.consumeRemainingAsString();
        fuzzed.send(
                "POST " + fuzzed.customer + "/Recall",
                Wire.object().put("query", question).toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A file of customers. */
    @FuzzTest(maxDuration = "3m")
    void files(byte[] file) {
        if (file.length > 0) {
            fuzzed.imported(file);
        }
    }
}
