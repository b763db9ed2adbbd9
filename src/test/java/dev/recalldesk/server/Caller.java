package dev.recalldesk.server;

import com.twilio.http.HttpClient;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two clients of a server that did not write it: plain HTTP, and Twilio's own library, led there. */
class Caller implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final java.net.http.HttpClient http = java.net.http.HttpClient.newHttpClient();
    private final String address;
    private final Credentials credentials;

    Caller(String address, Credentials credentials) {
        this.address = address;
        this.credentials = credentials;
    }

    String address() {
        return address;
    }

    TwilioRestClient twilio() {
        return new TwilioRestClient.Builder(credentials.user(), credentials.password())
                .httpClient(led(address))
                .build();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", authorization(credentials));
    }

    static String authorization(Credentials credentials) {
        String basic = credentials.user() + ":" + credentials.password();
        return "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8));
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

    /** Brings a file with nothing but an address. */
    HttpResponse<String> bring(String url, byte[] file) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url)).PUT(HttpRequest.BodyPublishers.ofByteArray(file)));
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        http.close();
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
