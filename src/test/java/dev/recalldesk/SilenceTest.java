package dev.recalldesk;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.recalldesk.memory.TraitValue;
import dev.recalldesk.memory.local.DiskRoom;
import dev.recalldesk.memory.local.LocalAccount;
import dev.recalldesk.server.Credentials;
import dev.recalldesk.server.Limits;
import dev.recalldesk.server.Listening;
import dev.recalldesk.server.Server;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Nothing of what is sent to the server stands in any log: no content, no number, no password, right or wrong. */
class SilenceTest {
    private static final String NAME = "Zanzibarova";
    private static final String PHONE = "+12065550119";
    private static final String GUESS = "opensesame-guess";
    private static final List<String> SECRETS = List.of(
            NAME,
            "12065550119",
            "ada@harbor.example.com",
            GUESS,
            Base64.getEncoder().encodeToString((ServingChild.USER + ":" + GUESS).getBytes(StandardCharsets.UTF_8)),
            ServingChild.PASSWORD,
            ServingChild.authorization().substring(6));

    @TempDir
    Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    private String customer(LocalAccount account) {
        String store = account.createStore("Harbor", "").id();
        return "/v1/Stores/" + store + "/Profiles/"
                + account.open(store).createProfile(Map.of("Contact", Map.of("phone", TraitValue.of(PHONE))));
    }

    /** Everything a client may get wrong, each time with something personal in it. */
    private static void misbehave(String address, String customer) throws Exception {
        String note = "{\"observations\":[{\"content\":\"" + NAME + " " + PHONE
                + " ada@harbor.example.com\",\"source\":\"a\",\"occurredAt\":\"2026-03-02T12:00:00Z\"}]}";
        String store = customer.substring(0, customer.indexOf("/Profiles"));
        List<Integer> statuses = new ArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (String body : List.of(
                    note,
                    note.substring(0, note.length() - 3),
                    note.replace("source", NAME),
                    note.replace("2026-03-02T12:00:00Z", NAME),
                    NAME,
                    "[".repeat(1000) + NAME,
                    "{\"" + NAME + "\":1e999999,\"" + NAME + "\":2}")) {
                statuses.add(send(http, address + customer + "/Observations", "POST", body));
            }
            statuses.add(send(http, address + customer + "/Recall", "POST", "{\"query\":\"" + NAME + " AND (\"}"));
            statuses.add(send(http, address + store + "/Profiles/" + NAME, "GET", ""));
            statuses.add(send(http, address + "/v1/" + NAME + "?pageToken=" + NAME, "GET", ""));
            statuses.add(send(http, address + customer + "/Observations?pageToken=" + NAME, "GET", ""));
            statuses.add(send(
                    http,
                    address + store + "/Profiles",
                    "POST",
                    "{\"traits\":{\"Contact\":{\"phone\":\"" + NAME + "\",\"" + NAME + "\":1}}}"));
            statuses.add(send(
                    http,
                    address + store + "/Profiles/Lookup",
                    "POST",
                    "{\"idType\":\"" + NAME + "\",\"value\":\"" + PHONE + "\"}"));
            statuses.add(http.send(
                            HttpRequest.newBuilder(URI.create(address + customer))
                                    .header(
                                            "Authorization",
                                            "Basic "
                                                    + Base64.getEncoder()
                                                            .encodeToString((ServingChild.USER + ":" + GUESS)
                                                                    .getBytes(StandardCharsets.UTF_8)))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode());
        }
        assertThat(statuses).contains(202, 200, 400, 401, 404).allMatch(status -> status < 500);
        for (String raw : List.of(
                "GET /" + NAME + " HTTP/9\r\n\r\n",
                NAME + "\u0000\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\n" + NAME + "\u0001: " + GUESS + "\r\n\r\n",
                "POST " + customer + "/Observations HTTP/1.1\r\nHost: a\r\nAuthorization: "
                        + ServingChild.authorization() + "\r\nContent-Length: 5000\r\n\r\n" + note)) {
            try (Socket socket = new Socket("127.0.0.1", URI.create(address).getPort())) {
                socket.getOutputStream().write(raw.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
                assertThat(socket.getInputStream().readAllBytes()).isNotNull();
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("reset");
            }
        }
    }

    private static int send(HttpClient http, String address, String method, String body) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create(address))
                                .header("Authorization", ServingChild.authorization())
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static void assertSilent(String heard) {
        assertThat(SECRETS).noneMatch(heard::contains);
    }

    @Test
    void theLogOfTheServerKeepsSilentAtEveryLevel() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        root.addAppender(heard);
        root.setLevel(Level.TRACE);
        try (LocalAccount account = LocalAccount.open(data(), "US", InstantSource.system());
                Server server = Server.start(
                        account,
                        new Credentials(ServingChild.USER, ServingChild.PASSWORD),
                        new Listening("127.0.0.1", 0, null, new Limits(64, Duration.ofMillis(500), 1024 * 1024), false),
                        InstantSource.system())) {
            String customer = customer(account);
            misbehave(server.address(), customer);
            DiskRoom.leave(account, 0);
            try (HttpClient http = HttpClient.newHttpClient()) {
                String note = "{\"observations\":[{\"content\":\"" + (NAME + " ").repeat(300)
                        + "\",\"source\":\"a\",\"occurredAt\":\"2026-03-02T12:00:00Z\"}]}";
                int status = 202;
                while (status == 202) {
                    status = send(http, server.address() + customer + "/Observations", "POST", note);
                }
                assertThat(status).isEqualTo(503);
            }
        } finally {
            root.setLevel(before);
            boolean _ = root.detachAppender(heard);
        }
        assertThat(heard.list)
                .as("it is heard that the disk is full")
                .anyMatch(event -> event.getFormattedMessage().contains("The disk is full"));
        assertSilent(List.copyOf(heard.list).stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .collect(Collectors.joining("\n")));
    }

    @Test
    void theProgramItselfKeepsSilent() throws Exception {
        String customer;
        try (LocalAccount account = LocalAccount.open(data(), "US", InstantSource.system())) {
            customer = customer(account);
        }
        try (ServingChild child = ServingChild.ready(data(), folder.resolve("errors.txt"))) {
            misbehave(child.address(), customer);
            assertThat(child.terminate()).isEqualTo(143);
            assertThat(child.restOfOutput()).isEmpty();
            assertSilent(child.errors());
        }
    }
}
