package dev.recalldesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import tools.jackson.databind.JsonNode;

/** Whatever is sent, the server answers in time, blames the request and not itself, and interprets nothing. */
class ServerPropertiesTest {
    private static final int TRIES = 150;
    private static final List<String> FIELDS = List.of(
            "traits",
            "Contact",
            "phone",
            "profiles",
            "observations",
            "summaries",
            "content",
            "source",
            "occurredAt",
            "conversationId",
            "conversationIds",
            "query",
            "observationsLimit",
            "summariesLimit",
            "relevanceThreshold",
            "beginDate",
            "endDate",
            "displayName",
            "description",
            "dataType",
            "validationRule",
            "ruleType",
            "expression",
            "idTypePromotion",
            "idType",
            "value",
            "oldValue",
            "newValue",
            "identifierConfigs",
            "matchingRules",
            "limit",
            "uniqueName",
            "friendlyName");
    private static final List<String> PARAMETERS = List.of(
            "pageSize",
            "pageToken",
            "orderBy",
            "source",
            "createdAfter",
            "createdBefore",
            "conversationId",
            "traitGroups",
            "idType");

    private static Fuzzed fuzzed;

    @BeforeContainer
    static void serve() {
        fuzzed = new Fuzzed();
    }

    @AfterContainer
    static void stop() {
        fuzzed.close();
    }

    @Provide
    Arbitrary<String> routes() {
        return Arbitraries.of(fuzzed.routes());
    }

    @Provide
    Arbitrary<String> lists() {
        return Arbitraries.of(fuzzed.lists());
    }

    @Provide
    Arbitrary<String> json() {
        return value(4);
    }

    private static Arbitrary<String> value(int depth) {
        Arbitrary<String> leaf = Arbitraries.oneOf(
                texts().map(ServerPropertiesTest::quoted),
                Arbitraries.of(
                        "null",
                        "true",
                        "false",
                        "0",
                        "-1",
                        "1",
                        "10",
                        "0.5",
                        "-0.0",
                        "2147483648",
                        "9223372036854775808",
                        "1e400",
                        "-1e400",
                        "1e-400",
                        "1e999999999",
                        "0.1e1",
                        "12345678901234567890123456789012345678901234567890",
                        "\"2026-03-02T12:00:00Z\"",
                        "\"+999999999-12-31T23:59:59.999999999+18:00\"",
                        "\"-999999999-01-01T00:00:00-18:00\"",
                        "\"0000-01-01T00:00:00Z\"",
                        "\"STRING\"",
                        "\"NUMBER\"",
                        "\"+12065550121\"",
                        "\"" + Fuzzed.TALK + "\""),
                Arbitraries.doubles().map(String::valueOf),
                Arbitraries.longs().map(String::valueOf));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<String> below = Arbitraries.lazy(() -> value(depth - 1));
        Arbitrary<String> name = Arbitraries.frequencyOf(Tuple.of(8, Arbitraries.of(FIELDS)), Tuple.of(1, texts()));
        Arbitrary<String> member = Combinators.combine(name, below).as((key, each) -> quoted(key) + ":" + each);
        return Arbitraries.frequencyOf(
                Tuple.of(1, leaf),
                Tuple.of(1, below.list().ofMaxSize(4).map(items -> "[" + String.join(",", items) + "]")),
                Tuple.of(4, member.list().ofMaxSize(5).map(members -> "{" + String.join(",", members) + "}")));
    }

    /** Short and long, of all planes, with what other languages would read as their own. */
    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40),
                Arbitraries.strings().ascii().ofMaxLength(20),
                Arbitraries.of(
                        "",
                        " ",
                        "'; DROP TABLE observation; --",
                        "%s%n%x",
                        "${jndi:ldap://127.0.0.1/a}",
                        "\u0000",
                        "\uD800",
                        "\uFFFF",
                        "\u202E",
                        "a".repeat(5000),
                        "(a+)+$",
                        "[",
                        "\\"));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char each : text.toCharArray()) {
            if (each == '"' || each == '\\' || each < ' ' || Character.isSurrogate(each)) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) each));
            } else {
                quoted.append(each);
            }
        }
        return quoted.append('"').toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    @Property(tries = 4 * TRIES)
    void everyJsonIsAnswered(@ForAll("routes") String route, @ForAll("json") String json) {
        fuzzed.send(route, bytes(json));
    }

    /** Bodies that are right but for one place are looked into more deeply than those that are wrong from the start. */
    @Property(tries = 4 * TRIES)
    void everyBodyThatIsWrongInOnePlaceIsAnswered(
            @ForAll("rightBodies") Map.Entry<String, String> right, @ForAll int where, @ForAll("json") String wrong) {
        fuzzed.send(right.getKey(), bytes(Bodies.replaced(right.getValue(), where, wrong)));
    }

    @Example
    void aBodyThatIsRightIsTaken() {
        try (Fuzzed fresh = new Fuzzed()) {
            Bodies.right(fresh)
                    .forEach((route, body) -> assertThat(
                                    fresh.send(route, bytes(body)).statusCode())
                            .as(route)
                            .isIn(200, 202, 207));
        }
    }

    @Provide
    Arbitrary<Map.Entry<String, String>> rightBodies() {
        return Arbitraries.of(Bodies.right(fuzzed).entrySet());
    }

    @Property(tries = TRIES)
    void everyBodyIsAnsweredPackedOrNot(
            @ForAll("routes") String route, @ForAll byte[] body, @ForAll boolean reallyPacked) throws IOException {
        fuzzed.send(route, body);
        fuzzed.send(route, reallyPacked ? packed(body) : body, "Content-Encoding", "gzip");
        fuzzed.send(route, body, "Content-Encoding", "deflate");
    }

    @Provide
    Arbitrary<Map<String, String>> queries() {
        return Arbitraries.maps(
                        Arbitraries.frequencyOf(Tuple.of(6, Arbitraries.of(PARAMETERS)), Tuple.of(1, texts())),
                        Arbitraries.oneOf(
                                texts(),
                                Arbitraries.of("ASC", "DESC", "1", "50", "1001", "-1", "2026-03-02T12:00:00Z"),
                                Arbitraries.integers().map(String::valueOf)))
                .ofMaxSize(4);
    }

    @Property(tries = 2 * TRIES)
    void everyQueryIsAnswered(@ForAll("lists") String list, @ForAll("queries") Map<String, String> query) {
        String text = query.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        fuzzed.get(list + "?" + text);
    }

    @Provide
    Arbitrary<String> escapes() {
        return Arbitraries.of(
                        "%", "%2", "%zz", "%00", "%C0%AF", "%ff", "%2e%2e", "%2F", "&", "=", "+", ";", "a", "%0d%0a")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = TRIES)
    void everyAddressIsAnswered(@ForAll("lists") String list, @ForAll("escapes") String odd) {
        for (String path : List.of(list + "?" + odd, list + "/" + odd, "/" + odd, list + "?pageToken=" + odd)) {
            if (fuzzed.sendable(path)) {
                fuzzed.get(path);
            }
        }
        assertThat(fuzzed.get(fuzzed.customer).statusCode()).isEqualTo(200);
    }

    @Property(tries = TRIES)
    void everyHeaderIsAnswered(@ForAll("lists") String list, @ForAll("headers") String value) {
        for (String name :
                List.of("If-Match", "Accept-Encoding", "Accept", "Content-Type", "X-Forwarded-For", "Cookie")) {
            fuzzed.send("GET " + list, new byte[0], name, value);
        }
        fuzzed.send("PATCH " + fuzzed.store.replace("/v1/", "/v1/ControlPlane/"), bytes("{}"), "If-Match", value);
    }

    @Provide
    Arbitrary<String> headers() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(60),
                Arbitraries.of("\"1\"", "*", "W/\"1\"", "\"" + "9".repeat(90) + "\"", "gzip;q=0", "text/html", ","));
    }

    @Property(tries = TRIES)
    void aForgedPageTokenIsRefusedOrLeadsNowhereElse(
            @ForAll("lists") String list, @ForAll byte[] any, @ForAll int where, @ForAll char with) {
        String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(any);
        assertThat(fuzzed.get(list + "?pageToken=" + forged).statusCode()).isIn(200, 400);
        JsonNode next = Served.json(fuzzed.get(fuzzed.customer + "/Observations?pageSize=1"))
                .at("/meta/nextToken");
        StringBuilder token = new StringBuilder(next.stringValue());
        token.setCharAt(Math.floorMod(where, token.length()), with);
        HttpResponse<String> answer =
                fuzzed.get(fuzzed.customer + "/Observations?pageToken=" + encoded(token.toString()));
        assertThat(answer.statusCode()).isIn(200, 400);
        assertThat(answer.body()).doesNotContain("anchor");
        assertThat(fuzzed.get(fuzzed.other + "/Observations?pageToken=" + encoded(next.stringValue()))
                        .statusCode())
                .isEqualTo(400);
    }

    @Property(tries = TRIES / 2)
    void everyFileComesToAnEnd(@ForAll("files") String file) {
        assertThat(fuzzed.imported(bytes(file))).isIn("COMPLETED", "FAILED");
    }

    @Provide
    Arbitrary<String> files() {
        Arbitrary<String> parts = Arbitraries.oneOf(
                Arbitraries.of(
                        ",",
                        ";",
                        "\"",
                        "\"\"",
                        "\n",
                        "\r\n",
                        "\r",
                        "\t",
                        "\u0000",
                        "\uFEFF",
                        "=1+1",
                        "+12065550133",
                        "Phone",
                        "Name",
                        "\"a\nb\"",
                        "a".repeat(5000)),
                texts().map(text -> text.replace('\uD800', '?')));
        Arbitrary<String> rest = parts.list().ofMaxSize(20).map(all -> String.join("", all));
        return Combinators.combine(
                        Arbitraries.of(
                                "Phone,Name\n", "\uFEFFPhone,Name\r\n", "\"Phone\",\"Name\"\n", "Phone,Phone\n", "x"),
                        rest)
                .as((head, body) -> head + body);
    }

    private HttpResponse<String> recall(String question) {
        return fuzzed.send(
                "POST " + fuzzed.customer + "/Recall",
                bytes("{\"query\":" + quoted(question) + ",\"observationsLimit\":100}"));
    }

    @Property(tries = 2 * TRIES)
    void noQuestionFindsWhatIsOfSomebodyElse(@ForAll("questions") String question) {
        assertThat(recall(question).body()).doesNotContain("anchor");
    }

    @Provide
    Arbitrary<String> questions() {
        return Arbitraries.oneOf(
                texts().filter(text -> text.length() <= 1024),
                Arbitraries.of(
                                "*",
                                "?",
                                "*:*",
                                "content:",
                                "profile:*",
                                "text:anchor",
                                "+",
                                "-",
                                "!",
                                "(",
                                ")",
                                "[",
                                "]",
                                "{",
                                "}",
                                "^9",
                                "~2",
                                "\"",
                                "/.*/",
                                "AND",
                                "OR",
                                "NOT",
                                "TO",
                                "\\",
                                "&&",
                                "||",
                                "anchor",
                                "varnish")
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(8)
                        .map(words -> String.join(" ", words)));
    }

    @Property(tries = TRIES)
    void noMarkInAQuestionMeansAnythingButItself(@ForAll("decorations") String decorated) {
        String body = recall(decorated).body();
        assertThat(body).as(decorated).contains("varnish");
    }

    /** In a query language each of these would leave out the barrels of varnish, or be an error. */
    @Provide
    Arbitrary<String> decorations() {
        return Arbitraries.of(
                        "-varnish",
                        "!varnish",
                        "NOT varnish",
                        "+varnish +nothing",
                        "varnish AND nothing",
                        "(varnish",
                        "varnish)",
                        "varnish^0",
                        "id: varnish",
                        "[varnish TO varnisher}",
                        "/varnish",
                        "varnish\\",
                        "varnish && !varnish",
                        "{varnish")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(parts -> String.join(" ", parts));
    }
}
