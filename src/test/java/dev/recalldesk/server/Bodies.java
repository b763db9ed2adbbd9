package dev.recalldesk.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Bodies the server takes, and how to spoil them. */
final class Bodies {
    /** A text, a number or a word of JSON, but no name of a member. */
    private static final Pattern LEAF =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"(?!\\s*:)|-?\\d+(?:\\.\\d+)?|true|false|null");

    private static final String MOMENT = "2026-03-02T12:00:00Z";

    private Bodies() {}

    /** By the route that takes them. */
    static Map<String, String> right(Fuzzed fuzzed) {
        String control = fuzzed.store.replace("/v1/", "/v1/ControlPlane/");
        String observations = """
                {"observations":[{"content":"A note.","source":"agent","occurredAt":"%s","conversationIds":["%s"]}]}
                """.formatted(MOMENT, Fuzzed.TALK);
        String traits = """
                {"traits":{"Contact":{"phone":"+12065550119","firstName":"Ada","city":"Astoria"}}}""";
        Map<String, String> bodies = new TreeMap<>();
        bodies.put("POST /v1/ControlPlane/Stores", "{\"displayName\":\"Harbor-Anchors\",\"description\":\"Tools\"}");
        bodies.put("PATCH " + control, "{\"description\":\"Tools\"}");
        bodies.put("PATCH " + control + "/TraitGroups/Contact", """
                {"description":"Who it is","traits":{"city":{"dataType":"STRING","description":"Where",
                 "validationRule":{"ruleType":"STRING","minLength":1,"maxLength":90,
                 "pattern":"^[A-Za-z ]+$"}}}}""");
        bodies.put("POST " + fuzzed.store + "/Profiles", traits);
        bodies.put("PUT " + fuzzed.store + "/Profiles/Bulk", "{\"profiles\":[" + traits + "," + traits + "]}");
        bodies.put("POST " + fuzzed.store + "/Profiles/Lookup", "{\"idType\":\"phone\",\"value\":\"+12065550119\"}");
        bodies.put("PATCH " + fuzzed.customer, "{\"traits\":{\"Contact\":{\"city\":\"Astoria\",\"lastName\":null}}}");
        bodies.put("POST " + fuzzed.customer + "/Observations", observations);
        bodies.put("PATCH " + fuzzed.observation, """
                {"content":"Barrel 2 of varnish.","source":"agent","occurredAt":"%s","conversationIds":["%s"]}""".formatted(MOMENT, Fuzzed.TALK));
        bodies.put("POST " + fuzzed.customer + "/ConversationSummaries", """
                {"summaries":[{"content":"All about varnish.","conversationId":"%s","source":"agent","occurredAt":"%s"}]}""".formatted(Fuzzed.TALK, MOMENT));
        bodies.put("POST " + fuzzed.customer + "/Recall", """
                {"query":"varnish","conversationId":"%s","observationsLimit":5,"summariesLimit":2,"communicationsLimit":0,
                 "relevanceThreshold":0.3,"beginDate":"2020-01-01T00:00:00Z","endDate":"2030-01-01T00:00:00Z"}""".formatted(Fuzzed.TALK));
        return bodies;
    }

    /** Announces a file of customers with a phone and a name. */
    static byte[] announcement(int size) {
        return """
                {"filename":"a.csv","fileSize":%d,"columnMappings":[
                 {"columnName":"Phone","traitGroup":"Contact","traitName":"phone"},
                 {"columnName":"Name","traitGroup":"Contact","traitName":"firstName"}]}""".formatted(size).getBytes(StandardCharsets.UTF_8);
    }

    /** The body with one of its values replaced. */
    static String replaced(String body, int where, String value) {
        List<MatchResult> leaves = new ArrayList<>(LEAF.matcher(body).results().toList());
        MatchResult leaf = leaves.get(Math.floorMod(where, leaves.size()));
        return body.substring(0, leaf.start()) + value + body.substring(leaf.end());
    }
}
