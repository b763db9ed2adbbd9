package dev.recalldesk.server;

import dev.recalldesk.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code recall-desk serve} in a process of its own, started as a user starts it. */
final class Elsewhere implements AutoCloseable {
    private static final Credentials CREDENTIALS = new Credentials("AC" + "0".repeat(32), "a password");
    private static final Pattern READY = Pattern.compile("Recall Desk memory on (http://127\\.0\\.0\\.1:\\d+)");
    private final Process process;
    private final String address;

    Elsewhere(Path data) throws IOException {
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName(),
                        "serve",
                        "--port",
                        "0",
                        "--data",
                        data.toString(),
                        "--user",
                        CREDENTIALS.user(),
                        "--password",
                        CREDENTIALS.password()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        Matcher ready = READY.matcher(line == null ? "" : line);
        if (!ready.matches()) {
            close();
            throw new IOException("It did not become ready: " + line);
        }
        address = ready.group(1);
    }

    Caller caller() {
        return new Caller(address, CREDENTIALS);
    }

    /** SIGTERM; returns the exit code. */
    int terminate() throws InterruptedException {
        // Through the handle, because the process itself would close its output unread.
        boolean _ = process.toHandle().destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("It does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        boolean _ = process.toHandle().destroyForcibly();
    }
}
