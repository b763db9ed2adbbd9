package dev.recalldesk.memory.local;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process of its own with the class path of this one. Its errors are shown, its output is read line by line. */
final class Child implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;
    private final Process process;
    private final BufferedReader output;

    /** @param flags for the Java machine, as they are shipped */
    Child(List<String> flags, String main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(flags);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        process = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** The next line it says, waited for. */
    String line() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("The process ended too early");
        }
        return line;
    }

    /** Everything else it says, until it ends. */
    List<String> lines() {
        return output.lines().toList();
    }

    /** A value of /proc/PID/status, such as VmRSS, in megabytes. */
    double megabytes(String name) throws IOException {
        return megabytes(process.pid(), name);
    }

    static double megabytes(long pid, String name) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"))) {
            if (line.startsWith(name + ":")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        throw new IOException("Nothing is known of " + name);
    }

    @Override
    public void close() throws IOException {
        // through the handle, because the process itself would close its output unread
        boolean _ = process.toHandle().destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                boolean _ = process.toHandle().destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        output.close();
    }
}
