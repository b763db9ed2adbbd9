package dev.recalldesk.server;

import com.twilio.http.HttpClient;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import dev.recalldesk.memory.local.LocalAccount;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server over a fresh memory on a free port, and two clients that did not write it. */
final class Served implements AutoCloseable {
    private static final Credentials CREDENTIALS = new Credentials("AC" + "0".repeat(32), "a password");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final LocalAccount account;
    private final Server server;
    private final java.net.http.HttpClient http = java.net.http.HttpClient.newHttpClient();

    Served(Path folder) throws IOException {
        this(folder, InstantSource.system());
    }

    Served(Path folder, InstantSource clock) throws IOException {
        account = LocalAccount.open(folder, "US", clock);
        server = Server.start(account, CREDENTIALS, "127.0.0.1", 0, clock);
    }

    LocalAccount account() {
        return account;
    }

    String address() {
        return server.address();
    }

    /** Twilio's own library, led here. */
    TwilioRestClient twilio() {
        return new TwilioRestClient.Builder(CREDENTIALS.user(), CREDENTIALS.password())
                .httpClient(led(server.address()))
                .build();
    }

    HttpRequest.Builder request(String path) {
        String basic = CREDENTIALS.user() + ":" + CREDENTIALS.password();
        return HttpRequest.newBuilder(URI.create(server.address() + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> method(String method, String path, String body) throws IOException, InterruptedException {
        return send(request(path).method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        http.close();
        server.close();
        account.close();
    }

    private static HttpClient led(String base) {
        return new NetworkHttpClient() {
            @Override
            public Response makeRequest(Request request) {
                URL meant = request.constructURL();
                Request copy = new Request(request.getMethod(), base + meant.getPath());
                copy.setAuth(request.getUsername(), request.getPassword());
                request.getQueryParams().forEach((name, all) -> all.forEach(value -> copy.addQueryParam(name, value)));
                request.getPostParams().forEach((name, all) -> all.forEach(value -> copy.addPostParam(name, value)));
                request.getHeaderParams()
                        .forEach((name, all) -> all.forEach(value -> copy.addHeaderParam(name, value)));
                copy.setContentType(request.getContentType());
                copy.setBody(request.getBody());
                if (request.getQueryParams().isEmpty() && meant.getQuery() != null) {
                    for (String pair : meant.getQuery().split("&")) {
                        String[] parts = pair.split("=", 2);
                        copy.addQueryParam(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
                    }
                }
                return super.makeRequest(copy);
            }
        };
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
