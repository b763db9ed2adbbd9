package dev.recalldesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.local.LocalAccount;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Import and export as programs of their own. */
class ImportKilledTest {
    private static final int NOTES = 60_000;

    @TempDir
    Path folder;

    private Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).start();
    }

    private Path archive(int notes) throws IOException {
        Path file = folder.resolve("in.jsonl");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    "{\"type\":\"header\",\"format\":1,\"store\":\"demo\",\"description\":\"\",\"asOf\":\"2026-02-20T17:00:00Z\"}\n");
            out.write(
                    "{\"type\":\"profile\",\"ref\":\"p01\",\"createdAt\":\"2025-01-01T00:00:00Z\",\"traits\":{\"Contact\":{\"firstName\":\"Zo\u00eb\"}}}\n");
            for (int i = 0; i < notes; i++) {
                out.write("{\"type\":\"observation\",\"profile\":\"p01\",\"content\":\"Note " + i
                        + "\",\"source\":\"a\",\"occurredAt\":\"2026-02-19T10:00:00Z\"}\n");
            }
        }
        return file;
    }

    private List<Store> stores() throws IOException {
        try (LocalAccount account = LocalAccount.open(folder.resolve("data"), "US", InstantSource.system())) {
            return account.stores();
        }
    }

    @Test
    void anImportThatIsKilledOnItsWayLeavesNothing() throws Exception {
        Process child = start(
                "import",
                archive(NOTES).toString(),
                "--data",
                folder.resolve("data").toString());
        StringBuilder said = new StringBuilder();
        try (InputStream err = child.getErrorStream()) {
            for (int read = err.read(); read >= 0 && said.indexOf("Importing: 5 %") < 0; read = err.read()) {
                said.append((char) read);
            }
            // through the handle, because the process itself would close its output unread
            boolean _ = child.toHandle().destroy();
            while (err.read() >= 0) {
                // until it is gone
            }
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(said).contains("Importing: 5 %");
        assertThat(child.exitValue()).isNotZero();
        assertThat(stores()).isEmpty();
    }

    @Test
    void whatIsExportedToTheStandardOutputCanBeImported() throws Exception {
        String data = folder.resolve("data").toString();
        Process in = start("import", archive(3).toString(), "--data", data);
        assertThat(in.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(in.exitValue()).isZero();
        Process out = start("export", "-", "--data", data);
        String written = new String(out.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(out.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(out.exitValue()).isZero();
        assertThat(written.lines()).hasSize(7).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(written).contains("Zo\u00eb").contains("Note 2");
        Path again = Files.writeString(folder.resolve("again.jsonl"), written);
        Process back = start("import", again.toString(), "--data", data, "--store", "again");
        assertThat(back.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(stores()).extracting(Store::displayName).containsExactly("again", "demo");
    }
}
