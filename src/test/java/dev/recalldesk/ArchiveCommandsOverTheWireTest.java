package dev.recalldesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.archive.Patience;
import dev.recalldesk.memory.twilio.Dialect;
import dev.recalldesk.memory.twilio.ServedAccount;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Importing and exporting with a memory that another program serves. */
class ArchiveCommandsOverTheWireTest {
    private static final Patience HASTY = new Patience(Duration.ZERO, Duration.ofMillis(1), 2, Duration.ofSeconds(10));
    private static final String ARCHIVE = """
            {"type":"header","format":1,"store":"demo","description":"","asOf":"2026-02-20T17:00:00Z"}
            {"type":"profile","ref":"p01","createdAt":"2025-01-01T00:00:00Z","traits":{"Contact":{"firstName":"Ada","email":"ada@example.com"}}}
            {"type":"observation","profile":"p01","content":"Likes boats.","source":"agent","occurredAt":"2026-02-19T10:00:00Z"}
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment =
            new HashMap<>(Map.of("TWILIO_API_KEY", "SK" + "1".repeat(32), "TWILIO_API_SECRET", "a long secret"));
    private ServedAccount served;
    private String address = "";
    private Path file;

    @BeforeEach
    void serve() throws IOException {
        served = new ServedAccount(folder.resolve("served"), Dialect.CURRENT, InstantSource.system());
        address = served.address().toString();
        file = Files.writeString(folder.resolve("in.jsonl"), ARCHIVE);
    }

    @AfterEach
    void close() {
        served.close();
    }

    private int run(Object command, String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.concat(
                                Stream.of("--data", folder.resolve("desk").toString(), "--memory", address),
                                Stream.of(words))
                        .toArray(String[]::new));
    }

    private int in(String... words) {
        return run(new ImportCommand(environment, HASTY), words);
    }

    private int out(String... words) {
        return run(new ExportCommand(environment), words);
    }

    private List<String> stores() {
        return served.local().stores().stream().map(Store::displayName).toList();
    }

    @Test
    void anArchiveGoesInAndComesOutAgain() {
        assertThat(in(file.toString())).isZero();
        assertThat(out.toString()).isEqualTo("Imported into the store demo.\n");
        assertThat(err.toString()).contains("Importing: 100 %");
        assertThat(in(file.toString())).isZero();
        assertThat(out.toString()).contains("in the store demo already");
        assertThat(in(file.toString(), "--store", "other")).isZero();
        assertThat(stores()).containsExactly("other", "demo");
        assertThat(out("-")).isEqualTo(1);
        assertThat(err.toString()).contains("demo, other");
        Path written = folder.resolve("out.jsonl");
        assertThat(out(written.toString(), "--store", "other")).isZero();
        assertThat(written).content().contains("\"store\":\"other\"", "Ada").containsOnlyOnce("Likes boats.");
        assertThat(Files.exists(folder.resolve("desk").resolve("memory.db"))).isFalse();
    }

    @Test
    void theStoreOfTheEnvironmentIsTakenWhereNoneIsNamed() {
        environment.put("TWILIO_MEMORY_STORE", served.createStore("shop", "").id());
        String _ = served.createStore("other", "").id();
        assertThat(in(file.toString())).isZero();
        assertThat(stores()).containsExactly("other", "shop");
        Path written = folder.resolve("out.jsonl");
        assertThat(out(written.toString())).isZero();
        assertThat(written).content().contains("\"store\":\"shop\"", "Likes boats.");
    }

    @Test
    void whatIsWrongIsToldAndHasItsExitCode() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.jsonl"), ARCHIVE + "rubbish\n");
        assertThat(in(wrong.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("line 4: ");
        assertThat(in(folder.resolve("none").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("There is no file");
        assertThat(stores()).isEmpty();
        environment.put("TWILIO_API_SECRET", "another secret");
        assertThat(in(file.toString())).isEqualTo(5);
        assertThat(err.toString()).contains(address, "no longer knows this sign-in");
        assertThat(out("-")).isEqualTo(5);
        environment.clear();
        assertThat(in(file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("Set TWILIO_API_KEY and TWILIO_API_SECRET");
    }

    @Test
    void aMemoryThatIsAwayEndsBothWithFive() throws IOException {
        try (ServedAccount gone = new ServedAccount(folder.resolve("gone"), Dialect.CURRENT, InstantSource.system())) {
            address = gone.address().toString();
        }
        Path older = Files.writeString(folder.resolve("out.jsonl"), "older");
        assertThat(in(file.toString())).isEqualTo(5);
        assertThat(err.toString()).contains(address + ": Memory did not answer");
        assertThat(out(older.toString())).isEqualTo(5);
        assertThat(older).hasContent("older");
    }
}
