package dev.recalldesk;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code recall-desk serve} as a program of its own, on a free port. Closing kills it if it still runs. */
final class ServingChild implements AutoCloseable {
    static final String USER = "AC" + "0".repeat(32);
    static final String PASSWORD = "a password";
    private static final Pattern READY = Pattern.compile("Recall Desk memory on (https?://\\S+)");

    private final Process process;
    private final BufferedReader output;
    private final Path errors;
    private String address = "";

    private ServingChild(Process process, Path errors) {
        this.process = process;
        this.output = process.inputReader();
        this.errors = errors;
    }

    /** Starts it and waits until it says that it is ready. */
    static ServingChild ready(Path data, Path errors, String... more) throws IOException {
        ServingChild child = start(data, errors, more);
        String line = child.output.readLine();
        Matcher said = READY.matcher(line == null ? "" : line);
        if (!said.matches()) {
            child.close();
            throw new IOException("It did not become ready: " + line + " " + child.errors());
        }
        child.address = said.group(1);
        return child;
    }

    /** Starts it and waits for nothing. */
    static ServingChild start(Path data, Path errors, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx192m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "serve",
                "--words-only",
                "--data",
                data.toString(),
                "--user",
                USER,
                "--password",
                PASSWORD));
        if (!List.of(more).contains("--port")) {
            command.addAll(List.of("--port", "0"));
        }
        command.addAll(List.of(more));
        return new ServingChild(
                new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
    }

    String address() {
        return address;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", authorization());
    }

    static String authorization() {
        return "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    /** SIGKILL: nothing of it is told. */
    void kill() throws InterruptedException {
        // Through the handle, because the process itself would close its output unread.
        boolean _ = process.toHandle().destroyForcibly();
        boolean _ = process.waitFor(30, TimeUnit.SECONDS);
    }

    /** SIGTERM; returns the exit code. */
    int terminate() throws InterruptedException {
        boolean _ = process.toHandle().destroy();
        return exitCode();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("It does not end");
        }
        return process.exitValue();
    }

    /** What it printed since it was ready, to the end; only of one that has ended. */
    String restOfOutput() {
        return String.join("\n", output.lines().toList());
    }

    String errors() throws IOException {
        return Files.readString(errors);
    }

    @Override
    public void close() {
        boolean _ = process.toHandle().destroyForcibly();
    }
}
