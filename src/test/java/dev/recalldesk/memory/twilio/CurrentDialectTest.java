package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.MemoryContract;
import dev.recalldesk.memory.TestClock;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The memory over the wire keeps the contract in the current dialect. */
class CurrentDialectTest extends MemoryContract {
    @TempDir
    Path folder;

    @Override
    protected MemoryAccount openAccount() throws IOException {
        return new ServedAccount(folder, Dialect.CURRENT, new TestClock("2026-03-03T09:00:00Z"));
    }
}
