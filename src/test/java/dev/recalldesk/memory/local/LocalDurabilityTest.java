package dev.recalldesk.memory.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.NewSummary;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.ObservationPatch;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.Recall;
import dev.recalldesk.memory.RecallRequest;
import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.TestClock;
import dev.recalldesk.memory.TraitValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered outlives restarts, crashes and a lost index. */
class LocalDurabilityTest {
    private static final String TALK = "conv_conversation_01jbaaaaaaaaaaaaaaaaaaaaaa";
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock("2026-03-03T09:00:00Z");
    private String storeId = "";
    private String ada = "";

    private LocalAccount open() throws IOException {
        return LocalAccount.open(folder, "US", clock);
    }

    @BeforeEach
    void rememberSomething() throws IOException {
        try (LocalAccount account = open()) {
            storeId = account.createStore("Harbor", "").id();
            Memory memory = account.open(storeId);
            ada = memory.createProfile(Map.of("Contact", Map.of("phone", TraitValue.of("+12065550119"))));
            for (String content : List.of("Ordered a brass propeller.", "Propeller arrived bent.", "Paid by card.")) {
                memory.addObservations(ada, List.of(new NewObservation(content, "agent", NOON, List.of(TALK))));
            }
            memory.addSummaries(ada, List.of(new NewSummary(TALK, "A bent propeller was exchanged.", null, NOON)));
            String id = memory.observations(ada, ObservationFilter.NONE, PageRequest.first(1))
                    .items()
                    .getFirst()
                    .id();
            memory.correctObservation(ada, id, ObservationPatch.ofContent("Paid in cash."));
        }
    }

    private Recall recall(LocalAccount account) {
        return account.open(storeId).recall(ada, RecallRequest.ofQuery("bent propeller"));
    }

    private static void assertSame(Recall one, Recall other) {
        assertThat(one.observations()).isNotEmpty().isEqualTo(other.observations());
        assertThat(one.summaries()).isNotEmpty().isEqualTo(other.summaries());
    }

    @Test
    void aRestartKeepsEverything() throws IOException {
        Recall before;
        List<?> observations;
        try (LocalAccount account = open()) {
            before = recall(account);
            observations = account.open(storeId)
                    .observations(ada, ObservationFilter.NONE, PageRequest.first(50))
                    .items();
        }
        try (LocalAccount account = open()) {
            assertSame(before, recall(account));
            Memory memory = account.open(storeId);
            assertThat(memory.observations(ada, ObservationFilter.NONE, PageRequest.first(50))
                            .items())
                    .hasSize(3)
                    .isEqualTo(observations);
            assertThat(memory.lookup("phone", "+12065550119").profileIds()).containsExactly(ada);
        }
    }

    private void changeIndexFiles(Consumer<Path> change) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("index"))) {
            List<Path> all = files.toList();
            assertThat(all).isNotEmpty();
            all.forEach(change);
        }
    }

    private void assertRebuilt(Consumer<Path> damage) throws IOException {
        Recall before;
        try (LocalAccount account = open()) {
            before = recall(account);
        }
        changeIndexFiles(damage);
        try (LocalAccount account = open()) {
            assertSame(before, recall(account));
        }
    }

    @Test
    void aDeletedIndexIsBuiltAnew() throws IOException {
        assertRebuilt(file -> unchecked(() -> Files.delete(file)));
    }

    @Test
    void anIndexWithOneByteChangedIsBuiltAnew() throws IOException {
        assertRebuilt(file -> unchecked(() -> {
            if (file.getFileName().toString().startsWith("_")) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(file, bytes);
            }
        }));
    }

    @Test
    void aTruncatedIndexIsBuiltAnew() throws IOException {
        assertRebuilt(file -> unchecked(() -> {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 3));
        }));
    }

    @Test
    void rubbishInTheIndexFolderIsSweptAway() throws IOException {
        assertRebuilt(file -> unchecked(() -> Files.writeString(file, "rubbish")));
    }

    @Test
    void anIndexOfAnEarlierDayCatchesUp() throws IOException, SQLException {
        Path old = folder.resolve("old-index");
        copy(folder.resolve("index"), old);
        try (LocalAccount account = open()) {
            account.open(storeId)
                    .addObservations(
                            ada, List.of(new NewObservation("The bent propeller was sold.", "agent", NOON, List.of())));
            assertThat(recall(account).observations()).hasSizeGreaterThan(2);
        }
        Recall fresh;
        try (LocalAccount account = open()) {
            fresh = recall(account);
        }
        changeIndexFiles(file -> unchecked(() -> Files.delete(file)));
        copy(old, folder.resolve("index"));
        try (LocalAccount account = open()) {
            assertSame(fresh, recall(account));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }

    private interface Action {
        void run() throws IOException;
    }

    private static void unchecked(Action action) {
        try {
            action.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aSecondProgramIsRefused() throws IOException {
        try (LocalAccount account = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(DataFolderInUse.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("in use");
            assertThat(account.stores()).hasSize(1);
        }
        try (LocalAccount account = open()) {
            assertThat(account.stores()).hasSize(1);
        }
    }

    @Test
    void aNewerFormatIsRefusedAndLeftAlone() throws IOException, SQLException {
        pragma("PRAGMA user_version = 99");
        byte[] before = Files.readAllBytes(folder.resolve("memory.db"));
        assertThatThrownBy(this::open).isInstanceOf(DataFolderTooNew.class).hasMessageContaining("newer");
        assertThat(Files.readAllBytes(folder.resolve("memory.db"))).isEqualTo(before);
        pragma("PRAGMA user_version = " + Schema.VERSION);
        try (LocalAccount account = open()) {
            assertThat(account.stores()).hasSize(1);
        }
    }

    @Test
    void everyOlderFormatIsBroughtUpToDate(@TempDir Path older) throws IOException, SQLException {
        for (int version = 1; version < Schema.VERSION; version++) {
            Path data = Files.createDirectory(older.resolve("version-" + version));
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("memory.db"));
                    var statement = connection.createStatement()) {
                for (List<String> step : Schema.STEPS.subList(0, version)) {
                    for (String part : step) {
                        statement.executeUpdate(part);
                    }
                }
                statement.executeUpdate("INSERT INTO about VALUES ('id', 'x')");
                statement.executeUpdate("INSERT INTO store (id, display_name, description, version, created_at,"
                        + " last_tick) VALUES ('" + storeId + "', 'Old', '', 1, 0, 0)");
                statement.executeUpdate("PRAGMA user_version = " + version);
            }
            try (LocalAccount account = LocalAccount.open(data, "US", clock)) {
                assertThat(account.stores())
                        .singleElement()
                        .satisfies(store -> assertThat(store.status()).isEqualTo(Store.Status.ACTIVE));
                assertThat(account.open(storeId).profiles(PageRequest.first(5)).items())
                        .isEmpty();
            }
        }
    }

    private void pragma(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("memory.db"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aFileThatIsNoMemoryIsRefusedAndLeftAlone(@TempDir Path other) throws IOException {
        Path file = Files.writeString(other.resolve("memory.db"), "This is a letter, not a memory. ".repeat(100));
        assertThatThrownBy(() -> LocalAccount.open(other, "US", clock))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
        assertThat(Files.readString(file)).startsWith("This is a letter");
    }

    @Test
    void afterClosingEveryCallFails() throws IOException {
        LocalAccount account = open();
        Memory memory = account.open(storeId);
        account.close();
        account.close();
        assertThatThrownBy(account::stores).isInstanceOf(MemoryFailure.Unreachable.class);
        assertThatThrownBy(memory::traitGroups).isInstanceOf(MemoryFailure.Unreachable.class);
        assertThatThrownBy(() -> memory.recall(ada, RecallRequest.ofQuery("propeller")))
                .isInstanceOf(MemoryFailure.Unreachable.class);
        assertThatThrownBy(() -> memory.addObservations(ada, List.of(new NewObservation("x", "a", NOON, List.of()))))
                .isInstanceOf(MemoryFailure.Unreachable.class);
    }

    @Test
    void timesGrowEvenWhenTheClockIsSetBack() throws IOException {
        try (LocalAccount account = open()) {
            Memory memory = account.open(storeId);
            clock.advance(Duration.ofDays(-400));
            memory.addObservations(ada, List.of(new NewObservation("latest", "a", NOON, List.of())));
            assertThat(memory.observations(ada, ObservationFilter.NONE, PageRequest.first(50))
                            .items()
                            .getFirst()
                            .content())
                    .isEqualTo("latest");
        }
    }

    @Test
    void aGivenUpQuestionDoesNotHurtTheIndex() throws IOException {
        try (LocalAccount account = open()) {
            Memory memory = account.open(storeId);
            for (int round = 0; round < 50; round++) {
                Thread.currentThread().interrupt();
                memory.addObservations(ada, List.of(new NewObservation("Varnish no " + round, "a", NOON, List.of())));
                try {
                    memory.recall(ada, RecallRequest.ofQuery("varnish"));
                } catch (MemoryFailure.Unreachable givenUp) {
                    assertThat(givenUp).hasMessageContaining("given up");
                }
                Thread.interrupted();
            }
            assertThat(memory.recall(ada, new RecallRequest("varnish", null, null, null, 100, 0, 0))
                            .observations())
                    .hasSize(50);
        }
    }
}
