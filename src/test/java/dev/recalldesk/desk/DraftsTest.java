package dev.recalldesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftsTest {
    @TempDir
    private Path folder;

    private DeskStore store;
    private Drafts drafts;

    @BeforeEach
    void open() {
        store = DeskStore.open(folder.resolve("desk.db"));
        drafts = new Drafts(store, "shop");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void survivesARestart() {
        drafts.save("sim:1", "Customer asks for");
        store.close();
        store = DeskStore.open(folder.resolve("desk.db"));

        assertThat(new Drafts(store, "shop").find("sim:1")).contains("Customer asks for");
    }

    @Test
    void keepsTheNewestTextOfEachCall() {
        drafts.save("sim:1", "first");
        drafts.save("sim:2", "other");
        drafts.save("sim:1", "second");

        assertThat(drafts.all()).containsExactlyInAnyOrderEntriesOf(Map.of("sim:1", "second", "sim:2", "other"));
    }

    @Test
    void forgetsADraft() {
        drafts.save("sim:1", "first");
        drafts.forget("sim:1");

        assertThat(drafts.find("sim:1")).isEmpty();
    }

    @Test
    void anEmptiedFieldLeavesNoDraft() {
        drafts.save("sim:1", "first");
        drafts.save("sim:1", " \n");

        assertThat(drafts.all()).isEmpty();
    }

    @Test
    void aStoreSeesItsOwnDraftsAlone() {
        Drafts elsewhere = new Drafts(store, "depot");
        drafts.save("customer:1", "for the shop");
        elsewhere.save("customer:1", "for the depot");

        assertThat(drafts.all()).containsExactly(Map.entry("customer:1", "for the shop"));
        assertThat(elsewhere.find("customer:1")).contains("for the depot");
        elsewhere.forget("customer:1");
        assertThat(drafts.find("customer:1")).contains("for the shop");
    }

    @Test
    void theFirstStoreTakesTheDraftsOfADeskThatKnewNoStores() {
        store.change(db -> {
            db.execute("ALTER TABLE senders DROP COLUMN memory");
            db.execute("DROP TABLE drafts");
            db.execute("CREATE TABLE drafts (encounter_key TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID");
            db.execute("INSERT INTO drafts VALUES ('sim:1', 'written before')");
            db.execute("PRAGMA user_version = 2");
        });
        store.close();
        store = DeskStore.open(folder.resolve("desk.db"));

        assertThat(new Drafts(store, "shop").find("sim:1")).contains("written before");
        assertThat(new Drafts(store, "depot").all()).isEmpty();
    }
}
