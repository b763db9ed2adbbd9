package dev.recalldesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.RecallRequest;
import dev.recalldesk.memory.local.LocalAccount;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Data folders that cannot be used: a sentence from every command, and what was remembered stays as it is. */
class DataFolderMishapTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Callable<Integer> command, String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private int serve(Path data) {
        return run(new ServeCommand(Map.of()), "--port", "0", "--words-only", "--data", data.toString());
    }

    private int check(Path data) {
        return run(new CheckCommand(), "--data", data.toString());
    }

    private int export(Path data) {
        return run(new ExportCommand(), folder.resolve("out.jsonl").toString(), "--data", data.toString());
    }

    private void told(String... words) {
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains(words).doesNotContain("Exception").doesNotContain("\tat ");
    }

    private Path file() {
        return folder.resolve("memory.db");
    }

    private void sql(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            boolean _ = statement.execute(sql);
        }
    }

    @Test
    void aFileThatIsNoMemory() throws IOException {
        byte[] letter = "This is a letter, not a memory. ".repeat(100).getBytes(StandardCharsets.UTF_8);
        Files.write(file(), letter);
        assertThat(serve(folder)).isEqualTo(1);
        told(file().toString(), "is damaged, or is no memory at all", "Nothing was changed");
        assertThat(check(folder)).isEqualTo(4);
        told(file().toString(), "is damaged, or is no memory at all");
        assertThat(export(folder)).isEqualTo(1);
        told(file().toString(), "is damaged, or is no memory at all");
        assertThat(Files.readAllBytes(file())).isEqualTo(letter);
    }

    @Test
    void aMemoryThatWasCutShort() throws Exception {
        FirstSchema.write(folder);
        byte[] whole = Files.readAllBytes(file());
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        Files.write(file(), half);
        assertThat(serve(folder)).isEqualTo(1);
        told(file().toString(), "is damaged");
        assertThat(check(folder)).isEqualTo(4);
        assertThat(Files.readAllBytes(file())).isEqualTo(half);
    }

    @Test
    void aMemoryOfANewerVersion() throws Exception {
        FirstSchema.write(folder);
        sql("PRAGMA user_version = 1000");
        byte[] before = Files.readAllBytes(file());
        assertThat(serve(folder)).isEqualTo(1);
        told(file().toString(), "was written by a newer Recall Desk (format 1000", "please update Recall Desk");
        assertThat(check(folder)).isEqualTo(1);
        told("was written by a newer Recall Desk");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void aMemoryOfTheFirstVersionIsBroughtUpToDateWithEverythingInIt() throws Exception {
        FirstSchema.write(folder);
        assertThat(check(folder)).isEqualTo(3);
        assertThat(out.toString())
                .contains("The memory is whole: 2 observations and summaries.")
                .contains("There was no search index for this memory");
        assertThat(check(folder)).isZero();
        try (LocalAccount account = LocalAccount.open(folder, "US", InstantSource.system())) {
            Memory memory = account.open(FirstSchema.STORE);
            assertThat(memory.observations(FirstSchema.PROFILE, ObservationFilter.NONE, PageRequest.first(50))
                            .items())
                    .extracting(Observation::content)
                    .containsExactly(FirstSchema.NOTE);
            assertThat(memory.revisions(FirstSchema.PROFILE, FirstSchema.OBSERVATION, PageRequest.first(50))
                            .items())
                    .extracting(Observation::content)
                    .containsExactly(FirstSchema.NOTE, "Wants a propeller.");
            assertThat(memory.recall(FirstSchema.PROFILE, RecallRequest.ofQuery("exchanged propeller"))
                            .summaries())
                    .extracting(hit -> hit.item().content())
                    .containsExactly(FirstSchema.SUMMARY);
        }
    }

    @Test
    void anUpdateOfADamagedMemoryIsNotBegun() throws Exception {
        FirstSchema.write(folder);
        sql("CREATE TABLE vector (mine TEXT)");
        sql("CREATE VIEW unembedded AS SELECT 1 AS mine");
        byte[] before = Files.readAllBytes(file());
        assertThat(serve(folder)).isEqualTo(1);
        told(file().toString());
        assertThat(Files.readAllBytes(file())).hasSameSizeAs(before);
        sql("DROP VIEW unembedded");
        sql("DROP TABLE vector");
        assertThat(check(folder)).isEqualTo(3);
    }

    @Test
    void aFolderThatCannotBeWritten() throws Exception {
        FirstSchema.write(folder);
        byte[] before = Files.readAllBytes(file());
        // As little to be written as on a disk that is read only, and so for an administrator as well.
        Files.createDirectory(folder.resolve("in-use"));
        assertThat(serve(folder)).isEqualTo(1);
        told("The data folder cannot be used because of " + folder);
        assertThat(check(folder)).isEqualTo(1);
        told("The data folder cannot be used because of " + folder);
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void aFileInThePlaceOfTheFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "mine");
        for (Path data : List.of(file, file.resolve("below"))) {
            assertThat(serve(data)).isEqualTo(1);
            told(file.toString());
            assertThat(check(data)).isEqualTo(1);
            told(file.toString());
        }
        assertThat(Files.readString(file)).isEqualTo("mine");
    }
}
