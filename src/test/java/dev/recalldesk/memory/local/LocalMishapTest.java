package dev.recalldesk.memory.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.RecallRequest;
import dev.recalldesk.memory.TestClock;
import dev.recalldesk.memory.TraitValue;
import dev.recalldesk.memory.archive.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What goes wrong outside of the memory leaves it whole. */
class LocalMishapTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    Path folder;

    private LocalAccount open() throws IOException {
        return LocalAccount.open(folder, "US", new TestClock("2026-03-03T09:00:00Z"));
    }

    private static Memory harbor(LocalAccount account) {
        return account.open(account.createStore("Harbor", "").id());
    }

    private static String customer(Memory memory) {
        return memory.createProfile(Map.of("Contact", Map.of("phone", TraitValue.of("+12065550119"))));
    }

    private static void say(Memory memory, String profile, String content) {
        memory.addObservations(profile, List.of(new NewObservation(content, "agent", NOON, List.of())));
    }

    private static List<String> contents(Memory memory, String profile) {
        return memory.observations(profile, ObservationFilter.NONE, PageRequest.first(50)).items().stream()
                .map(Observation::content)
                .toList();
    }

    @RepeatedTest(10)
    void closingInterruptedFinishesAndLetsGoOfTheFolder() throws IOException {
        String ada;
        try (LocalAccount account = open()) {
            Memory memory = harbor(account);
            ada = customer(memory);
            for (int i = 0; i < 50; i++) {
                say(memory, ada, "Barrel " + i + " of varnish.");
            }
            Thread.currentThread().interrupt();
        }
        assertThat(Thread.interrupted()).isTrue();
        try (LocalAccount account = open()) {
            Memory memory = account.open(account.stores().getFirst().id());
            RecallRequest all = new RecallRequest("varnish", null, null, null, 100, 0, 0);
            assertThat(memory.recall(ada, all).observations()).hasSize(50);
        }
    }

    @Test
    void aFullDiskRefusesAndIsForgivenOnceThereIsRoom() throws IOException {
        try (LocalAccount account = open()) {
            Memory memory = harbor(account);
            String ada = customer(memory);
            DiskRoom.leave(account, 4);
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100; i++) {
                            say(memory, ada, i + "x".repeat(4000));
                        }
                    })
                    .isInstanceOf(MemoryFailure.Unreachable.class)
                    .hasMessage("The memory on this machine failed. The disk is full, so nothing was written.");
            int before = contents(memory, ada).size();
            DiskRoom.leavePlenty(account);
            say(memory, ada, "There is room again.");
            assertThat(contents(memory, ada)).hasSize(before + 1).contains("There is room again.");
            assertThat(memory.recall(ada, RecallRequest.ofQuery("room")).observations())
                    .hasSize(1);
        }
    }

    @Test
    void whereNoIndexCanBeKeptRecallStillAnswers() throws IOException {
        Files.writeString(folder.resolve("index"), "in the way of the folder");
        try (LocalAccount account = open()) {
            Memory memory = harbor(account);
            String ada = customer(memory);
            say(memory, ada, "A barrel of varnish.");
            say(memory, ada, "A brass propeller.");
            assertThat(memory.recall(ada, RecallRequest.ofQuery("varnish")).observations())
                    .extracting(hit -> hit.item().content())
                    .containsExactly("A barrel of varnish.");
            say(memory, ada, "More varnish.");
            assertThat(memory.recall(ada, RecallRequest.ofQuery("varnish")).observations())
                    .hasSize(2);
        }
        assertThatThrownBy(() -> MemoryCheck.run(folder, ProgressListener.NONE))
                .isInstanceOf(DataFolderUnusable.class)
                .hasMessageContaining(folder.resolve("index").toString());
        Files.delete(folder.resolve("index"));
        assertThat(MemoryCheck.run(folder, ProgressListener.NONE).index()).isEqualTo(MemoryCheck.Index.BUILT);
    }

    @Test
    void aFileThatCannotBecomeAMemoryIsLeftAsItIs() throws SQLException {
        sql("CREATE TABLE summary (mine TEXT)");
        assertThatThrownBy(this::open).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> sql("SELECT 1 FROM store")).hasMessageContaining("no such table");
    }

    private void sql(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("memory.db"));
                var statement = connection.createStatement()) {
            boolean _ = statement.execute(sql);
        }
    }

    @Test
    void aWordOfManyPartsNeedsNoDeepStack() {
        assertThat(IndexedText.words("a-".repeat(200_000))).contains("a");
    }

    @Test
    void oddTextsAreKeptAsTheyAreAndStopNobody() throws IOException {
        List<String> odd = List.of(
                "a-".repeat(2048),
                "9".repeat(4096),
                "\u0000 between \u0000",
                "\uD83D\uDEA4".repeat(2048),
                "\u202E\u200D\uFEFF\u0007",
                "' OR ''='; DROP TABLE observation; --",
                "x".repeat(4096));
        try (LocalAccount account = open()) {
            Memory memory = harbor(account);
            String ada = customer(memory);
            for (String content : odd) {
                say(memory, ada, content);
            }
            say(memory, ada, "A barrel of varnish.");
            assertThat(contents(memory, ada)).containsAll(odd).hasSize(odd.size() + 1);
            assertThat(memory.recall(ada, RecallRequest.ofQuery("varnish")).observations())
                    .hasSize(1);
            assertThat(memory.recall(ada, RecallRequest.ofQuery("a-".repeat(512)))
                            .mode())
                    .isNotNull();
        }
    }

    @Test
    void aNewFolderIsOpenedAndClosedTwiceWithoutAWarning() throws IOException {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        root.addAppender(heard);
        try {
            LocalAccount account = open();
            Memory memory = harbor(account);
            assertThat(memory.recall(customer(memory), RecallRequest.ofQuery("varnish"))
                            .observations())
                    .isEmpty();
            account.close();
            account.close();
        } finally {
            boolean _ = root.detachAppender(heard);
        }
        assertThat(heard.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
    }
}
