package dev.recalldesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.local.LocalAccount;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Importing and exporting from the command line. */
class ArchiveCommandsTest {
    private static final String ARCHIVE = """
            {"type":"header","format":1,"store":"demo","description":"","asOf":"2026-02-20T17:00:00Z"}
            {"type":"profile","ref":"p01","createdAt":"2025-01-01T00:00:00Z","traits":{"Contact":{"firstName":"Ada"}}}
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    @Test
    void anArchiveGoesInAndComesOutAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("in.jsonl"), ARCHIVE);
        Path written = folder.resolve("out.jsonl");
        assertThat(run(new ImportCommand(), file.toString(), "--data", data())).isZero();
        assertThat(out.toString()).contains("demo");
        assertThat(run(new ImportCommand(), file.toString(), "--data", data(), "--store", "other"))
                .isZero();
        assertThat(run(new ExportCommand(), written.toString(), "--data", data(), "--store", "other"))
                .isZero();
        assertThat(written).content().contains("\"store\":\"other\"").contains("Ada");
        assertThat(err.toString()).contains("Importing: 100 %").contains("Exporting: 100 %");
    }

    @Test
    void wrongLinesAreNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("in.jsonl"), ARCHIVE + "rubbish\n");
        assertThat(run(new ImportCommand(), file.toString(), "--data", data())).isEqualTo(1);
        assertThat(err.toString()).contains("line 3: ");
    }

    @Test
    void aMissingFileAFolderInUseAndAnUnknownStoreAreToldInASentence() throws IOException {
        assertThat(run(new ImportCommand(), folder.resolve("none").toString(), "--data", data()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("There is no file");
        assertThat(run(new ExportCommand(), "-", "--data", data())).isEqualTo(1);
        assertThat(err.toString()).contains("There is no store");
        try (LocalAccount account = LocalAccount.open(Path.of(data()), "US", InstantSource.system())) {
            assertThat(account.stores()).isEmpty();
            assertThat(run(new ExportCommand(), "-", "--data", data())).isEqualTo(1);
            assertThat(err.toString()).contains("in use");
        }
    }

    @Test
    void helpSpeaksInWholeWords() {
        assertThat(run(new ImportCommand(), "--help")).isZero();
        assertThat(run(new ExportCommand(), "--help")).isZero();
        assertThat(out.toString())
                .contains(
                        "--data=DIR",
                        "--store=STORE",
                        "--memory=local|URL",
                        "Exit codes:",
                        "0   imported",
                        "0   exported",
                        "standard output")
                .doesNotContain("bundle");
    }

    @Test
    void numbersAreReadAsTheWindowReadsThem() throws IOException {
        Path data = Files.createDirectories(Path.of(data()));
        Path _ = Files.writeString(data.resolve("settings.json"), "{\"homeRegion\":\"DE\"}");
        Path file = Files.writeString(
                folder.resolve("in.jsonl"), ARCHIVE.replace("\"firstName\":\"Ada\"", "\"phone\":\"030 901820\""));
        assertThat(run(new ImportCommand(), file.toString(), "--data", data())).isZero();
        try (LocalAccount account = LocalAccount.open(data, "US", InstantSource.system())) {
            Memory memory = account.open(account.stores().getFirst().id());
            assertThat(memory.lookup("phone", "+4930901820").profileIds()).hasSize(1);
        }
    }
}
