package dev.recalldesk.memory.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** {@code recall-desk serve} in a process of its own over a synthetic store, and a client of it. Thread-safe. */
final class Served implements AutoCloseable {
    private static final String USER = "bench";
    private static final String PASSWORD = "only for this run";
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Child child;
    private final String profiles;

    Served(SyntheticStore store, List<String> flags) throws IOException {
        child = new Child(
                flags,
                "dev.recalldesk.Main",
                List.of(
                        "serve",
                        "--port",
                        "0",
                        "--data",
                        store.folder().toString(),
                        "--user",
                        USER,
                        "--password",
                        PASSWORD));
        String ready = child.line();
        profiles = ready.substring(ready.indexOf("http://")) + "/v1/Stores/" + store.storeId() + "/Profiles/";
    }

    Child child() {
        return child;
    }

    /** Whether the answer was as it should be. */
    boolean recall(String customer, String question) {
        return send(post(customer + "/Recall", JsonMapper.shared().createObjectNode().put("query", question)), 200);
    }

    boolean list(String customer) {
        return send(request(customer + "/Observations?pageSize=20").GET(), 200);
    }

    boolean write(String customer, String content) {
        var body = JsonMapper.shared().createObjectNode();
        body.putArray("observations")
                .addObject()
                .put("content", content)
                .put("source", "bench")
                .put("occurredAt", Instant.now().toString());
        return send(post(customer + "/Observations", body), 202);
    }

    private HttpRequest.Builder post(String path, Object body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    private HttpRequest.Builder request(String path) {
        String basic = Base64.getEncoder()
                .encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(profiles + path)).header("Authorization", "Basic " + basic);
    }

    private boolean send(HttpRequest.Builder request, int wanted) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                            .statusCode()
                    == wanted;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
        child.close();
    }
}
