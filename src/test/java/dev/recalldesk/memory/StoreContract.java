package dev.recalldesk.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Stores are made, found, changed and deleted. */
abstract class StoreContract extends MemoryArea {
    StoreContract(Callable<MemoryAccount> source) {
        super(source);
    }

    @Test
    void aStoreIsReadyWhenItIsReturned() {
        Store store = memory.store();
        assertThat(store.displayName()).isEqualTo("Harbor-Tools");
        assertThat(store.description()).isEqualTo("Tools for boats");
        assertThat(store.status()).isEqualTo(Store.Status.ACTIVE);
        assertThat(store.id()).matches("mem_(store|service)_[0-7][0-9a-z]{25}");
        assertThat(account.stores()).contains(store);
    }

    @Test
    void storeNamesAreUniqueAndPlain() {
        conflict(() -> account.createStore("Harbor-Tools", ""));
        invalid("displayName", () -> account.createStore("Harbor Tools", ""));
        invalid("displayName", () -> account.createStore("", ""));
        invalid("displayName", () -> account.createStore("a".repeat(65), ""));
    }

    @Test
    void fifteenStoresAreTheMost() {
        IntStream.range(account.stores().size(), 15).forEach(i -> account.createStore("store-" + i, ""));
        conflict(() -> account.createStore("one-too-many", ""));
    }

    @Test
    void aDeletedStoreIsGone() {
        String id = memory.store().id();
        account.deleteStore(id);
        eventually(() -> notFound(() -> account.open(id)));
        notFound(() -> account.deleteStore(id));
        eventually(() -> notFound(() -> memory.traitGroups()));
    }

    @Test
    void aStoreIsRenamedAndDescribedAnew() {
        Store before = memory.store();
        Store other = account.createStore("other", "");
        Store changed = account.updateStore(before.id(), "Harbor-2", "More tools");
        assertThat(changed).isEqualTo(new Store(before.id(), "Harbor-2", "More tools", before.status(), 2));
        eventually(() -> assertThat(memory.store()).isEqualTo(changed));
        assertThat(account.updateStore(before.id(), "Harbor-2", "Tools").version())
                .isEqualTo(3);
        conflict(() -> account.updateStore(before.id(), "other", ""));
        invalid("displayName", () -> account.updateStore(before.id(), "no spaces", ""));
        invalid("description", () -> account.updateStore(before.id(), "Harbor-2", "x".repeat(129)));
        account.deleteStore(other.id());
        eventually(() -> notFound(() -> account.updateStore(other.id(), "another", "")));
    }
}
