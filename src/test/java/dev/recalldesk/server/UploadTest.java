package dev.recalldesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.recalldesk.memory.TestClock;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The address at which a file is taken without credentials: that one, once, for half an hour, and nothing else. */
class UploadTest {
    private static final String PHONE = "{\"columnName\":\"Phone\",\"traitGroup\":\"Contact\",\"traitName\":\"phone\"}";
    private static final String NAME =
            "{\"columnName\":\"Name\",\"traitGroup\":\"Contact\",\"traitName\":\"firstName\"}";
    private static final String FILE = "Phone,Name\n+12065550119,Ada\n";

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock("2026-03-02T12:00:00Z");
    private Served served;
    private String imports;

    @BeforeEach
    void serve() throws Exception {
        served = new Served(folder, clock);
        imports =
                "/v1/Stores/" + served.account().createStore("Harbor-Tools", "").id() + "/Profiles/Imports";
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private static String body(String size, String... columns) {
        return "{\"filename\":\"a.csv\",\"fileSize\":" + size + ",\"columnMappings\":[" + String.join(",", columns)
                + "]}";
    }

    private JsonNode announced(int size) throws Exception {
        HttpResponse<String> made = served.post(imports, body(String.valueOf(size), PHONE, NAME));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(Served.json(made).propertyNames()).containsExactlyInAnyOrder("importId", "url");
        return Served.json(made);
    }

    private HttpResponse<String> put(String url, String content) throws Exception {
        return served.bring(url, content.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(HttpResponse<String> answer, int status, int code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Served.json(answer).get("code").intValue()).isEqualTo(code);
    }

    private String status(JsonNode made) throws Exception {
        return Served.json(served.get(imports + "/" + made.get("importId").stringValue()))
                .get("status")
                .stringValue();
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getParent().endsWith("imports")).toList();
        }
    }

    @Test
    void onlyTheAddressThatWasGivenIsGood() throws Exception {
        JsonNode made = announced(100);
        JsonNode other = announced(100);
        String url = made.get("url").stringValue();
        String id = made.get("importId").stringValue();
        assertThat(url).startsWith(served.address() + "/uploads/" + id + "/");
        String key = url.substring(url.lastIndexOf('/') + 1);
        assertThat(key).hasSize(43).isNotEqualTo(other.get("url").stringValue().substring(url.lastIndexOf('/') + 1));
        String guessed = (key.startsWith("A") ? "B" : "A") + key.substring(1);
        refused(put(url.replace(key, guessed), FILE), 403, 403);
        refused(put(url.replace(id, other.get("importId").stringValue()), FILE), 403, 403);
        refused(put(url.replace(id, "mem_import_00000000000000000000000000"), FILE), 403, 403);
        for (String elsewhere : List.of(
                url + "/",
                url + "x",
                url.substring(0, url.length() - 1),
                served.address() + "/uploads/" + id,
                served.address() + "/v1/ControlPlane/Stores",
                served.address() + "/uploads/" + id + "/../../v1/ControlPlane/Stores",
                served.address() + "/uploads/" + id + "/..%2f..%2fv1")) {
            assertThat(put(elsewhere, FILE).statusCode()).as(elsewhere).isIn(400, 401);
        }
        refused(served.send(HttpRequest.newBuilder(URI.create(url))), 401, 20003);
        assertThat(files()).isEmpty();
        assertThat(status(made)).isEqualTo("PENDING");
        assertThat(put(url, FILE).statusCode()).isEqualTo(200);
    }

    @Test
    void aFileIsBroughtOnce() throws Exception {
        String url = announced(100).get("url").stringValue();
        assertThat(put(url, FILE).statusCode()).isEqualTo(200);
        refused(put(url, FILE), 409, 20409);
    }

    @Test
    void anAddressIsGoodForHalfAnHour() throws Exception {
        JsonNode made = announced(100);
        clock.advance(Duration.ofMinutes(30).minusMillis(1));
        assertThat(status(made)).isEqualTo("PENDING");
        clock.advance(Duration.ofMillis(2));
        assertThat(status(made)).isEqualTo("FAILED");
        refused(put(made.get("url").stringValue(), FILE), 403, 403);
    }

    @Test
    void noFileIsLargerThanAnnounced() throws Exception {
        JsonNode made = announced(FILE.length());
        String url = made.get("url").stringValue();
        refused(put(url, FILE + "x"), 413, 413);
        HttpRequest.Builder unannounced = HttpRequest.newBuilder(URI.create(url))
                .PUT(HttpRequest.BodyPublishers.ofInputStream(UploadTest::twice));
        refused(served.send(unannounced), 413, 413);
        refused(put(url, ""), 400, 400);
        assertThat(files()).isEmpty();
        assertThat(put(url, FILE).statusCode()).isEqualTo(200);
    }

    private static InputStream twice() {
        return new ByteArrayInputStream((FILE + FILE).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsCutOffCanBeBroughtAgain() throws Exception {
        String url = announced(1000).get("url").stringValue();
        URI uri = URI.create(url);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream()
                    .write(("PUT " + uri.getPath() + " HTTP/1.1\r\nHost: " + uri.getAuthority()
                                    + "\r\nContent-Length: 1000\r\n\r\nPhone,Na")
                            .getBytes(StandardCharsets.US_ASCII));
        }
        await().until(() -> put(url, FILE).statusCode() == 200);
    }

    @Test
    void whatBreaksTheSchemaIsRefused() throws Exception {
        for (String wrong : List.of(
                "{}",
                body("0", PHONE, NAME),
                body("104857601", PHONE, NAME),
                body("1.5", PHONE, NAME),
                body("1", PHONE),
                body("1", PHONE, PHONE),
                body("1", PHONE, NAME.replace("firstName", "shoe")),
                body("1", PHONE, NAME.replace("Contact", "None")),
                body("1", PHONE, NAME.replace("{", "{\"more\":1,")),
                body("1", PHONE, NAME.replace("Name\"", "N".repeat(65) + "\"")),
                body("1", PHONE, NAME).replace("a.csv", ""),
                body("1", PHONE, NAME).replace("a.csv", "a".repeat(256)),
                body("1", PHONE, NAME).replace("{\"filename", "{\"more\":1,\"filename"))) {
            refused(served.post(imports, wrong), 400, 400);
        }
        refused(served.get(imports + "/mem_import_9"), 400, 400);
        refused(served.get(imports + "/mem_import_00000000000000000000000000"), 404, 20404);
        assertThat(Served.json(served.post(imports, body("104857600", PHONE, NAME)))
                        .has("url"))
                .isTrue();
        String second = served.account().createStore("Second", "").id();
        String id = announced(1).get("importId").stringValue();
        refused(served.get("/v1/Stores/" + second + "/Profiles/Imports/" + id), 404, 20404);
    }

    @Test
    void theOlderAddressesKnowTheSameImports() throws Exception {
        String id = announced(1).get("importId").stringValue();
        String older = imports.replace("/v1/Stores/", "/v1/Services/");
        assertThat(Served.json(served.get(older)).get("imports").get(0).stringValue())
                .isEqualTo(id);
        assertThat(served.get(older + "/" + id).statusCode()).isEqualTo(200);
    }
}
