package dev.recalldesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.desk.KnownNumbers.Known;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownNumbersTest {
    private static final String NUMBER = "+13175550142";

    @TempDir
    private Path folder;

    @Test
    void whatTheCacheLearnsAndForgetsIsKeptForOthers() {
        ProfileCache cache = new ProfileCache(10);
        try (DeskStore store = DeskStore.open(folder.resolve("desk.db"));
                DeskStore other = DeskStore.open(folder.resolve("desk.db"))) {
            new KnownNumbers(store, "shop").follow(cache, Runnable::run);
            KnownNumbers seen = new KnownNumbers(other, "shop");
            cache.put(NUMBER, Sample.alyssa());
            assertThat(seen.find(NUMBER)).contains(new Known("alyssa", "Alyssa Marlow"));
            assertThat(seen.customer("alyssa")).contains(new Known("alyssa", "Alyssa Marlow"));
            assertThat(new KnownNumbers(other, "bank").find(NUMBER)).isEmpty();

            cache.put(NUMBER, Sample.customer("nameless", List.of()));
            assertThat(seen.find(NUMBER)).contains(new Known("nameless", null));
            cache.forget(NUMBER);
            assertThat(seen.find(NUMBER)).isEmpty();
        }
    }

    @Test
    void changesThatOvertakeEachOtherEndWithTheNewest() {
        ProfileCache cache = new ProfileCache(10);
        List<Runnable> late = new java.util.ArrayList<>();
        try (DeskStore store = DeskStore.open(folder.resolve("desk.db"))) {
            KnownNumbers numbers = new KnownNumbers(store, "shop");
            numbers.follow(cache, late::add);
            cache.put(NUMBER, Sample.customer("first", List.of()));
            cache.put(NUMBER, Sample.customer("second", List.of()));
            late.reversed().forEach(Runnable::run);
            assertThat(numbers.find(NUMBER)).contains(new Known("second", null));
        }
    }
}
