package dev.recalldesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumberChoicesTest {
    private static final String NUMBER = "+13175550142";

    @TempDir
    private Path folder;

    @Test
    void remembersTheLastChoicePerStore() {
        try (DeskStore store = DeskStore.open(folder.resolve("desk.db"))) {
            NumberChoices shop = new NumberChoices(store, "shop");
            shop.remember(NUMBER, "one");
            shop.remember(NUMBER, "two");

            assertThat(shop.find(NUMBER)).contains("two");
            assertThat(new NumberChoices(store, "bank").find(NUMBER)).isEmpty();
        }
    }

    @Test
    void forgetsAChoice() {
        try (DeskStore store = DeskStore.open(folder.resolve("desk.db"))) {
            NumberChoices choices = new NumberChoices(store, "shop");
            choices.remember(NUMBER, "one");
            choices.forget(NUMBER);

            assertThat(choices.find(NUMBER)).isEmpty();
        }
    }
}
