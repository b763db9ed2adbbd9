package dev.recalldesk.memory.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.RecallRequest;
import dev.recalldesk.memory.TestClock;
import dev.recalldesk.memory.TraitValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage to the index is found, before or behind the first answers. */
class IndexCheckTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    Path folder;

    @BeforeEach
    void remember() throws IOException {
        try (LocalAccount account = LocalAccount.open(folder, "US", new TestClock("2026-03-03T09:00:00Z"))) {
            Memory memory = account.open(account.createStore("Harbor", "").id());
            String ada = memory.createProfile(Map.of("Contact", Map.of("phone", TraitValue.of("+12065550119"))));
            for (int i = 0; i < 50; i++) {
                memory.addObservations(
                        ada, List.of(new NewObservation("Barrel " + i + " of varnish.", "agent", NOON, List.of())));
            }
            assertThat(memory.recall(ada, RecallRequest.ofQuery("varnish")).observations())
                    .isNotEmpty();
        }
    }

    private Path index() {
        return folder.resolve("index");
    }

    private void damageOneByteOfEachFile(String ending) throws IOException {
        try (Stream<Path> files = Files.list(index())) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(ending)).toList();
            assertThat(found).isNotEmpty();
            for (Path file : found) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(file, bytes);
            }
        }
    }

    private boolean isWhole() {
        try {
            new IndexCheck(index()).run();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void readsEveryByte() throws IOException {
        IndexCheck check = new IndexCheck(index());
        check.run();
        assertThat(check.bytes()).isGreaterThan(1_000);
        damageOneByteOfEachFile(".dvd");
        assertThatThrownBy(check::run).isInstanceOf(IOException.class);
        check.giveUp();
        check.run();
    }

    @Test
    void givenUpWhileItReadsItFindsNothingWrong() throws IOException {
        IndexCheck check = new IndexCheck(index());
        check.giveUp();
        Thread.currentThread().interrupt();
        try {
            assertThatCode(check::run).doesNotThrowAnyException();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aLargeIndexIsMendedWithoutBeingAsked() throws IOException {
        damageOneByteOfEachFile(".dvd");
        try (Analyzer analyzer = new NoteAnalyzer();
                Database database = Database.open(folder.resolve("memory.db"));
                IndexUpdater updater = new IndexUpdater(index(), database, analyzer, 0, Duration.ZERO)) {
            updater.changed();
            await().atMost(Duration.ofSeconds(30)).until(this::isWhole);
            assertThat(updater.<Integer>search(
                            "", searcher -> searcher.getIndexReader().numDocs()))
                    .isEqualTo(50);
        }
    }

    @Test
    void aWholeOneIsLeftAsItIs() throws IOException {
        Object before = Files.getLastModifiedTime(largest());
        try (Analyzer analyzer = new NoteAnalyzer();
                Database database = Database.open(folder.resolve("memory.db"));
                IndexUpdater updater = new IndexUpdater(index(), database, analyzer, 0, Duration.ZERO)) {
            assertThat(updater.<Integer>search(
                            "", searcher -> searcher.getIndexReader().numDocs()))
                    .isEqualTo(50);
        }
        assertThat(Files.getLastModifiedTime(largest())).isEqualTo(before);
    }

    private Path largest() throws IOException {
        try (Stream<Path> files = Files.list(index())) {
            return files.max((one, other) ->
                            Long.compare(one.toFile().length(), other.toFile().length()))
                    .orElseThrow();
        }
    }
}
