package dev.recalldesk.desk;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.SharedNumbers;
import dev.recalldesk.memory.TraitValue;
import dev.recalldesk.memory.local.LocalAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** A desk file and a real memory with one store in the same folder. */
final class DeskFixture implements AutoCloseable {
    final LocalAccount account;
    final String storeId;
    final Memory memory;
    final Line line;
    final DeskStore store;

    DeskFixture(Path folder) {
        try {
            account = LocalAccount.open(folder.resolve("memory"), "US", InstantSource.system());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean fresh = account.stores().isEmpty();
        storeId = fresh
                ? account.createStore("shop", "").id()
                : account.stores().getFirst().id();
        memory = account.open(storeId);
        if (fresh) {
            SharedNumbers.allow(memory);
        }
        line = new Line(memory);
        store = DeskStore.open(folder.resolve("desk.db"));
    }

    /** A customer with this number, who is found by it even if somebody else is, too. */
    String customer(String firstName, String email, String phone) {
        String id = memory.createProfile(
                Map.of("Contact", Map.of("email", TraitValue.of(email), "firstName", TraitValue.of(firstName))));
        memory.updateTraits(id, Map.of("Contact", Map.of("phone", TraitValue.of(phone))));
        return id;
    }

    @Override
    public void close() {
        store.close();
        account.close();
    }
}
