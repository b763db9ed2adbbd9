package dev.recalldesk.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.local.LocalAccount;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LateMemoryTest {
    @TempDir
    private Path folder;

    @Test
    void opensItsStoreWhenItIsAskedAndNotBefore() throws Exception {
        try (LocalAccount account = LocalAccount.open(folder, "US", InstantSource.system())) {
            Store store = account.createStore("acme-prod", "");
            Memory late = new LateMemory(account, store.id());
            Memory nowhere = new LateMemory(account, "mem_store_00000000000000000000000000");

            assertThat(late.store()).isEqualTo(store);
            assertThatThrownBy(nowhere::store).isInstanceOf(MemoryFailure.NotFound.class);
        }
    }
}
