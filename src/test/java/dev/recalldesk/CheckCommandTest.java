package dev.recalldesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.TraitValue;
import dev.recalldesk.memory.local.LocalAccount;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Checking from the command line. */
class CheckCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int check(String... arguments) {
        return new CommandLine(new CheckCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private int check() {
        return check("--data", folder.toString());
    }

    private LocalAccount open() throws Exception {
        return LocalAccount.open(folder, "US", InstantSource.system());
    }

    @BeforeEach
    void rememberSomething() throws Exception {
        try (LocalAccount account = open()) {
            Memory memory = account.open(account.createStore("Harbor", "").id());
            String ada = memory.createProfile(Map.of("Contact", Map.of("phone", TraitValue.of("+12065550119"))));
            memory.addObservations(
                    ada,
                    List.of(new NewObservation(
                            "A brass propeller.", "agent", Instant.parse("2026-03-02T12:00:00Z"), List.of())));
        }
    }

    @Test
    void aWholeMemoryIsTold() {
        assertThat(check()).isZero();
        assertThat(out.toString())
                .contains("The memory is whole: 1 observations and summaries.")
                .contains("The search index equals the memory.");
        assertThat(err.toString()).contains("Comparing: 100 %");
    }

    @Test
    void anIndexThatDiffersIsToldAndMended() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("memory.db"));
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE observation SET content = 'A bronze propeller.'"))
                    .isOne();
        }
        assertThat(check()).isEqualTo(3);
        assertThat(out.toString()).contains("0 texts were missing, 1 were out of date, 0 did not belong");
        assertThat(check()).isZero();
    }

    @Test
    void aDamagedMemoryIsToldAndLeftAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("memory.db"), "This is a letter, not a memory. ".repeat(100));
        assertThat(check()).isEqualTo(4);
        assertThat(err.toString()).contains(file.toString()).contains("damaged").contains("Nothing was changed");
        assertThat(Files.readString(file)).startsWith("This is a letter");
    }

    @Test
    void whatCannotBeCheckedIsToldInASentence(@TempDir Path empty) throws Exception {
        assertThat(check("--data", empty.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("There is no file " + empty.resolve("memory.db"));
        try (LocalAccount account = open()) {
            assertThat(account.stores()).hasSize(1);
            assertThat(check()).isEqualTo(1);
        }
        assertThat(err.toString()).contains("in use by another running Recall Desk");
        assertThat(check("--what")).isEqualTo(2);
    }

    @Test
    void theHelpNamesTheExitCodes() {
        assertThat(new CommandLine(new CheckCommand()).getUsageMessage())
                .containsSubsequence("Exit codes:", "0", "1", "2", "3", "4");
    }
}
