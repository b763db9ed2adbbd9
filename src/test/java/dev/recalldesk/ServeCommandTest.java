package dev.recalldesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.recalldesk.memory.local.LocalAccount;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Serving from the command line. */
class ServeCommandTest {
    private static final Pattern READY = Pattern.compile("Recall Desk memory on (http://127\\.0\\.0\\.1:\\d+)\\R");
    private static final Pattern MADE_UP = Pattern.compile("User: (\\S+) Password: (\\S+)");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(ServeCommand command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static int ask(String address, String user, String password) throws Exception {
        String basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(address + "/v1/ControlPlane/Stores"))
                                    .header("Authorization", "Basic " + basic)
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void saysOnceThatItIsReadyAnswersAndStopsCleanly() throws Exception {
        ServeCommand command = new ServeCommand(Map.of());
        try (ExecutorService worker = Executors.newSingleThreadExecutor()) {
            Future<Integer> ended = worker.submit(() -> run(command, "--port", "0", "--data", data()));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> READY.matcher(out.toString()).matches());
            Matcher ready = READY.matcher(out.toString());
            Matcher madeUp = MADE_UP.matcher(err.toString());
            assertThat(ready.matches()).isTrue();
            assertThat(madeUp.find()).isTrue();
            assertThat(ask(ready.group(1), madeUp.group(1), madeUp.group(2))).isEqualTo(200);
            assertThat(ask(ready.group(1), madeUp.group(1), "guess")).isEqualTo(401);
            assertThat(run(new ServeCommand(Map.of()), "--port", "0", "--data", data()))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("in use by another running Recall Desk");
            command.stop();
            assertThat(ended.get()).isZero();
        }
        LocalAccount.open(Path.of(data()), "US", InstantSource.system()).close();
    }

    @Test
    void takesTheCredentialsOfTheEnvironmentAndTellsThemNobody() throws Exception {
        ServeCommand command =
                new ServeCommand(Map.of("TWILIO_ACCOUNT_SID", "AC1", "TWILIO_AUTH_TOKEN", "a secret word"));
        try (ExecutorService worker = Executors.newSingleThreadExecutor()) {
            Future<Integer> ended = worker.submit(() -> run(command, "--port", "0", "--data", data()));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> READY.matcher(out.toString()).matches());
            Matcher ready = READY.matcher(out.toString());
            assertThat(ready.matches()).isTrue();
            assertThat(ask(ready.group(1), "AC1", "a secret word")).isEqualTo(200);
            command.stop();
            assertThat(ended.get()).isZero();
        }
        assertThat(out + err.toString()).doesNotContain("secret");
    }

    @Test
    void aPortInUseIsToldInASentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(run(new ServeCommand(Map.of()), "--port", port, "--data", data()))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("Port " + port + " is in use");
        }
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void onlyThisMachineIsServed() {
        for (String host : new String[] {"0.0.0.0", "192.168.1.10", "example.com", "::"}) {
            assertThat(run(new ServeCommand(Map.of()), "--host", host, "--data", data()))
                    .isEqualTo(1);
        }
        assertThat(err.toString()).contains("only this machine can be served", "192.168.1.10");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void halfACredentialIsAWrongArgument() {
        assertThat(run(new ServeCommand(Map.of()), "--user", "me", "--data", data()))
                .isEqualTo(2);
        assertThat(run(new ServeCommand(Map.of()), "--port", "70000", "--data", data()))
                .isEqualTo(2);
    }
}
