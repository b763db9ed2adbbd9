package dev.recalldesk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskStoreTest {
    @TempDir
    private Path folder;

    @Test
    void saysThatTheDiskIsFull() {
        try (DeskStore store = DeskStore.open(folder.resolve("desk.db"))) {
            Drafts drafts = new Drafts(store, "shop");
            drafts.save("a:1", "kept");
            store.read(db -> db.createQuery("PRAGMA max_page_count = 1")
                    .mapTo(Integer.class)
                    .one());

            assertThatThrownBy(() -> drafts.save("a:2", "x".repeat(100_000)))
                    .asInstanceOf(InstanceOfAssertFactories.type(DeskStoreFailure.class))
                    .extracting(DeskStoreFailure::kind)
                    .isEqualTo(DeskStoreFailure.Kind.FULL);
            assertThat(drafts.all()).containsOnlyKeys("a:1");
        }
    }

    @Test
    void saysThatTheFileIsNoDeskFile() throws Exception {
        Path file = Files.writeString(folder.resolve("desk.db"), "this is a letter to my aunt ".repeat(200));

        assertThatThrownBy(() -> DeskStore.open(file))
                .asInstanceOf(InstanceOfAssertFactories.type(DeskStoreFailure.class))
                .extracting(DeskStoreFailure::kind)
                .isEqualTo(DeskStoreFailure.Kind.UNREADABLE);
    }

    @Test
    void saysThatTheFolderCannotBeMade() throws Exception {
        Path file = Files.writeString(folder.resolve("taken"), "");

        assertThatThrownBy(() -> DeskStore.open(file.resolve("desk.db"))).isInstanceOf(DeskStoreFailure.class);
    }

    @Test
    void opensTheSameFileTwice() {
        Path file = folder.resolve("desk.db");
        try (DeskStore one = DeskStore.open(file);
                DeskStore other = DeskStore.open(file)) {
            new Drafts(one, "shop").save("a:1", "from one");

            assertThat(new Drafts(other, "shop").find("a:1")).contains("from one");
        }
    }

    @Test
    void aFileOfAnOlderProgramIsTakenOver() {
        Path file = folder.resolve("desk.db");
        try (DeskStore store = DeskStore.open(file)) {
            store.change(db -> {
                db.execute("DROP TABLE drafts");
                db.execute("CREATE TABLE drafts (encounter_key TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID");
                db.execute("INSERT INTO drafts VALUES ('a:1', 'kept')");
                db.execute("DROP TABLE senders");
                db.execute("DROP TABLE known_numbers");
                db.execute("PRAGMA user_version = 1");
            });
        }
        try (DeskStore store = DeskStore.open(file)) {
            assertThat(new Drafts(store, "shop").find("a:1")).contains("kept");
            assertThat(new Senders(store).all()).isEmpty();
        }
    }

    @Test
    void noticesWhatOthersWriteAndNotWhatItWritesItself() {
        Path file = folder.resolve("desk.db");
        try (DeskStore one = DeskStore.open(file);
                DeskStore other = DeskStore.open(file)) {
            long before = one.foreignChanges();
            new Drafts(one, "shop").save("a:1", "own");
            assertThat(one.foreignChanges()).isEqualTo(before);
            new Drafts(other, "shop").save("a:2", "another's");
            assertThat(one.foreignChanges()).isNotEqualTo(before);
        }
    }

    @Test
    void leavesAFileOfANewerProgramAlone() {
        Path file = folder.resolve("desk.db");
        try (DeskStore store = DeskStore.open(file)) {
            store.change(db -> db.execute("PRAGMA user_version = 99"));
        }
        assertThatThrownBy(() -> DeskStore.open(file)).isInstanceOf(DeskStoreFailure.class);
        assertThatThrownBy(() -> DeskStore.open(file)).hasRootCauseMessage("The file has format 99");
    }

    @Test
    void aWriteThatBreaksDownIsTakenBack() {
        try (DeskStore store = DeskStore.open(folder.resolve("desk.db"))) {
            assertThatThrownBy(() -> store.change(db -> {
                        db.execute("INSERT INTO drafts VALUES ('shop', 'a:1', 'half')");
                        throw new AssertionError("a bug");
                    }))
                    .isInstanceOf(AssertionError.class);
            Drafts drafts = new Drafts(store, "shop");
            drafts.save("a:2", "whole");
            assertThat(drafts.all()).containsOnlyKeys("a:2");
        }
    }
}
