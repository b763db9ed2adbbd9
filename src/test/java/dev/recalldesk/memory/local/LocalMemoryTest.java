package dev.recalldesk.memory.local;

import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.MemoryContract;
import dev.recalldesk.memory.TestClock;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The embedded memory keeps the contract. */
class LocalMemoryTest extends MemoryContract {
    @TempDir
    Path folder;

    @Override
    protected MemoryAccount openAccount() throws IOException {
        return LocalAccount.open(folder, "US", new TestClock("2026-03-03T09:00:00Z"));
    }
}
