package dev.recalldesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recalldesk.connection.Connection;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.memory.local.LocalAccount;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of several stores a desk works in. */
class StoreOfTheDeskTest {
    @TempDir
    private Path data;

    private String bank = "";

    @BeforeEach
    void fill() throws IOException {
        try (LocalAccount account = LocalAccount.open(data, "US", InstantSource.system())) {
            bank = account.createStore("bank", "").id();
            assertThat(account.createStore("shop", "").id()).isNotEqualTo(bank);
        }
    }

    @Test
    void theNewestUnlessOneIsNamed() throws Exception {
        assertThat(opened(null)).isEqualTo("shop");
        assertThat(opened("bank")).isEqualTo("bank");
        assertThat(opened(bank)).isEqualTo("bank");
    }

    @Test
    void oneThatIsNotThereIsToldInASentence() throws Exception {
        assertThatThrownBy(() -> opened("inn")).hasMessage("There is no store inn. There are: bank, shop");
        assertThat(opened("bank")).as("the memory was let go").isEqualTo("bank");
    }

    private String opened(@Nullable String store) throws Exception {
        try (Wiring desk = new Wiring(data, Outside.real())) {
            OpenStore opened = store == null
                    ? desk.stores().open(Connection.LOCAL, Settings.DEFAULT, fraction -> {})
                    : desk.stores().open(Connection.LOCAL, store, Settings.DEFAULT, fraction -> {});
            return opened.memory().store().displayName();
        }
    }
}
