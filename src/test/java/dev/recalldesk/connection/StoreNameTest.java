package dev.recalldesk.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.connection.StoreName.Hindrance;
import dev.recalldesk.memory.Store;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreNameTest {
    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "acme, NONE",
        "Acme-2, NONE",
        "acme prod, CHARACTERS",
        "acme_prod, CHARACTERS",
        "café, CHARACTERS",
        "taken, TAKEN",
        "Taken, NONE",
    })
    void saysWhatHindersBeforeAnythingIsSent(String name, Hindrance hindrance) {
        assertThat(StoreName.of(name, List.of(store("taken")))).isEqualTo(hindrance);
    }

    @Test
    void knowsTheLimits() {
        assertThat(StoreName.of("a".repeat(64), List.of())).isEqualTo(Hindrance.NONE);
        assertThat(StoreName.of("a".repeat(65), List.of())).isEqualTo(Hindrance.TOO_LONG);
        List<Store> full =
                IntStream.range(0, 15).mapToObj(i -> store("store-" + i)).toList();
        assertThat(StoreName.of("one-more", full)).isEqualTo(Hindrance.NO_ROOM);
    }

    private static Store store(String name) {
        return new Store("mem_store_" + name, name, "", Store.Status.ACTIVE, 1);
    }
}
