package dev.recalldesk.notes;

import dev.recalldesk.desk.DeskStore;
import dev.recalldesk.desk.Drafts;
import dev.recalldesk.desk.Outbox;
import dev.recalldesk.desk.Pace;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.TraitValue;
import dev.recalldesk.memory.local.LocalAccount;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** A desk and a memory on disk. Its outbox sends nothing before {@code outbox.start()}, so there is time to take back. */
final class DeskKit implements AutoCloseable {
    final DeskStore store;
    final Drafts drafts;
    final Outbox outbox;
    final Memory memory;
    private final LocalAccount account;

    DeskKit(Path folder, Duration undo) throws IOException {
        InstantSource clock = InstantSource.system();
        account = LocalAccount.open(folder.resolve("memory"), "US", clock);
        Store memories = account.createStore("harbor-pine", "");
        memory = account.open(memories.id());
        store = DeskStore.open(folder.resolve("desk.db"));
        drafts = new Drafts(store, memories.id());
        outbox = new Outbox(store, memories.id(), memory, Pace.of(undo), clock);
    }

    /** A customer of the memory. */
    String customer() {
        return memory.createProfile(Map.of("Contact", Map.of("phone", TraitValue.of("+13175550142"))));
    }

    @Override
    public void close() throws IOException {
        outbox.close();
        store.close();
        account.close();
    }
}
