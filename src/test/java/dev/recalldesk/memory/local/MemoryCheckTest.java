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
import dev.recalldesk.memory.RecallRequest;
import dev.recalldesk.memory.TestClock;
import dev.recalldesk.memory.TraitValue;
import dev.recalldesk.memory.archive.ProgressListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the index equals the truth is found out text by text, and mended where it does not. */
class MemoryCheckTest {
    private static final String TALK = "conv_conversation_01jbaaaaaaaaaaaaaaaaaaaaaa";
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final int TEXTS = 6;

    @TempDir
    Path folder;

    private final List<String> ids = new ArrayList<>();
    private String storeId = "";
    private String ada = "";

    private LocalAccount open() throws IOException {
        return LocalAccount.open(folder, "US", new TestClock("2026-03-03T09:00:00Z"));
    }

    @BeforeEach
    void rememberSomething() throws IOException {
        try (LocalAccount account = open()) {
            storeId = account.createStore("Harbor", "").id();
            Memory memory = account.open(storeId);
            ada = memory.createProfile(Map.of("Contact", Map.of("phone", TraitValue.of("+12065550119"))));
            for (String content : List.of("A brass propeller.", "It arrived bent.", "Cust pd by cc.", "Likes blue.")) {
                memory.addObservations(ada, List.of(new NewObservation(content, "agent", NOON, List.of(TALK))));
            }
            memory.addSummaries(ada, List.of(new NewSummary(TALK, "A propeller was exchanged.", null, NOON)));
            memory.addSummaries(ada, List.of(new NewSummary(TALK, "The new one fits.", null, NOON)));
            memory.observations(ada, ObservationFilter.NONE, PageRequest.first(50))
                    .items()
                    .forEach(each -> ids.add(each.id()));
            memory.correctObservation(ada, ids.getLast(), ObservationPatch.ofContent("A bronze propeller."));
        }
    }

    private MemoryCheck.Report check() throws IOException {
        return MemoryCheck.run(folder, ProgressListener.NONE);
    }

    private static void assertDiffered(MemoryCheck.Report report, long missing, long stale, long surplus) {
        assertThat(report)
                .isEqualTo(new MemoryCheck.Report(
                        List.of(), MemoryCheck.Index.REPAIRED, report.texts(), missing, stale, surplus));
    }

    private void assertWholeAndEqual() throws IOException {
        assertThat(check()).isEqualTo(new MemoryCheck.Report(List.of(), MemoryCheck.Index.EQUAL, TEXTS, 0, 0, 0));
    }

    /** Changes the truth behind the back of the index. */
    private void sql(String sql, Object... values) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("memory.db"));
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            boolean _ = statement.execute();
        }
    }

    private void changeIndex(IndexChange change) throws IOException {
        try (Database database = Database.open(folder.resolve("memory.db"));
                var analyzer = new NoteAnalyzer();
                TextIndex index = TextIndex.open(folder.resolve("index"), analyzer)) {
            String id = database.read(handle -> handle.select("SELECT value FROM about WHERE key = 'id'")
                    .mapTo(String.class)
                    .one());
            long sequence = index.committed(id);
            change.on(index);
            index.commit(id, sequence);
        }
    }

    private interface IndexChange {
        void on(TextIndex index) throws IOException;
    }

    private IndexedText text(String id, String content, String conversation) {
        return new IndexedText(id, storeId, ada, false, content, NOON.toEpochMilli(), 1, List.of(conversation), null);
    }

    @Test
    void anUntouchedMemoryIsWholeAndItsIndexEqualsIt() throws IOException {
        List<Long> heard = new ArrayList<>();
        MemoryCheck.Report report = MemoryCheck.run(folder, (done, total) -> heard.add(total));
        assertThat(report.index()).isEqualTo(MemoryCheck.Index.EQUAL);
        assertThat(report.texts()).isEqualTo(TEXTS);
        assertThat(heard).isNotEmpty().containsOnly((long) TEXTS);
        assertWholeAndEqual();
    }

    @Test
    void whatTheIndexHasYetToLearnIsNoDifference() throws Exception {
        sql("UPDATE observation SET content = 'Paid in cash.' WHERE id = ?", ids.get(1));
        sql("INSERT INTO change (kind, item_id) VALUES ('OBSERVATION', ?)", ids.get(1));
        assertWholeAndEqual();
    }

    @Test
    void textsTheIndexLacksAreFoundAndMended() throws Exception {
        changeIndex(index -> index.remove(IndexedText.ID, ids.getFirst()));
        assertDiffered(check(), 1, 0, 0);
        assertWholeAndEqual();
    }

    @Test
    void textsInAnOlderStateAreFoundAndMended() throws Exception {
        sql("UPDATE observation SET content = 'Likes green.' WHERE id = ?", ids.getFirst());
        sql("UPDATE observation SET occurred_at = occurred_at + 1 WHERE id = ?", ids.get(1));
        sql("UPDATE observation SET conversation_ids = '' WHERE id = ?", ids.get(2));
        assertDiffered(check(), 0, 3, 0);
        assertWholeAndEqual();
        try (LocalAccount account = open()) {
            assertThat(account.open(storeId)
                            .recall(ada, RecallRequest.ofQuery("green"))
                            .observations())
                    .isNotEmpty();
        }
    }

    @Test
    void textsThatAreNotRememberedOrTwiceInTheIndexAreFoundAndMended() throws Exception {
        changeIndex(index -> {
            index.add(text("mem_observation_01jbzzzzzzzzzzzzzzzzzzzzzz", "Never said.", TALK));
            index.add(text(ids.getFirst(), "Likes blue.", TALK));
        });
        assertDiffered(check(), 0, 0, 2);
        assertWholeAndEqual();
    }

    @Test
    void anIndexThatIsGoneOrGarbledIsBuilt() throws IOException {
        for (boolean gone : new boolean[] {true, false}) {
            try (Stream<Path> files = Files.list(folder.resolve("index"))) {
                files.forEach(file -> {
                    try {
                        if (gone) {
                            Files.delete(file);
                        } else {
                            Files.writeString(file, "garbled");
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
            assertThat(check().index()).isEqualTo(MemoryCheck.Index.BUILT);
            assertWholeAndEqual();
        }
    }

    @Test
    void aDamagedMemoryIsToldAndNothingIsTouched() throws Exception {
        Path file = folder.resolve("memory.db");
        byte[] bytes = Files.readAllBytes(file);
        int page = number("SELECT rootpage FROM sqlite_master WHERE name = 'observation'");
        int size = number("PRAGMA page_size");
        Arrays.fill(bytes, (page - 1) * size, page * size, (byte) 0x5A);
        Files.write(file, bytes);
        MemoryCheck.Report report = check();
        assertThat(report.whole()).isFalse();
        assertThat(report.index()).isEqualTo(MemoryCheck.Index.LEFT);
        assertThat(report.damages()).isNotEmpty();
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        try (LocalAccount account = open()) {
            Memory memory = account.open(storeId);
            assertThatThrownBy(() -> memory.observations(ada, ObservationFilter.NONE, PageRequest.first(1)))
                    .isInstanceOf(MemoryFailure.Unreachable.class)
                    .hasMessageContaining("damaged");
            assertThat(memory.profile(ada).id()).isEqualTo(ada);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    private int number(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("memory.db"));
                var rows = connection.createStatement().executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getInt(1);
        }
    }

    @Test
    void rowsThatBelongToNobodyAreDamage() throws Exception {
        sql("DELETE FROM profile WHERE id = ?", ada);
        assertThat(check().damages())
                .contains("rows of observation belong to a profile that is not there")
                .noneMatch(damage -> damage.contains("propeller"));
    }

    @Test
    void aFileThatIsNoDatabaseIsToldAsSuch() throws IOException {
        Path file = Files.writeString(folder.resolve("memory.db"), "This is a letter, not a memory. ".repeat(100));
        assertThatThrownBy(this::check).isInstanceOf(DataFolderDamaged.class).hasMessageContaining(file.toString());
        assertThat(Files.readString(file)).startsWith("This is a letter");
    }

    @Test
    void aFolderInUseOrWithoutAMemoryIsNotChecked(@TempDir Path other) throws IOException {
        try (LocalAccount account = open()) {
            assertThat(account.stores()).hasSize(1);
            assertThatThrownBy(this::check).isInstanceOf(DataFolderInUse.class);
        }
        assertThatThrownBy(() -> MemoryCheck.run(other, ProgressListener.NONE)).isInstanceOf(NoSuchFileException.class);
        assertThat(other).isEmptyDirectory();
    }
}
