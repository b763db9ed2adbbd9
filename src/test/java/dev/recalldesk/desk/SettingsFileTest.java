package dev.recalldesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir
    private Path folder;

    private SettingsFile settings;

    @BeforeEach
    void open() {
        settings = new SettingsFile(folder.resolve("settings.json"));
    }

    @Test
    void startsWithDefaults() {
        assertThat(settings.read()).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void aWriteThatHadToWaitKeepsTheNewest() throws Exception {
        AtomicReference<Settings> newest = new AtomicReference<>(Settings.DEFAULT.withTextScale(0.9));
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> late;
            synchronized (settings) {
                late = workers.submit(() -> {
                    settings.write(newest::get);
                    return null;
                });
                newest.set(Settings.DEFAULT.withTextScale(1.5));
                settings.write(newest.get());
            }
            late.get();
        }
        assertThat(settings.read().textScale()).isEqualTo(1.5);
    }

    @Test
    void keepsWhatWasChosen() throws Exception {
        Settings chosen = Settings.DEFAULT
                .withTheme(Settings.Theme.DARK)
                .withTextScale(1.5)
                .withAgentName("jdoe")
                .withCodes(List.of("Refund", "Returns"));
        settings.write(chosen);

        assertThat(new SettingsFile(folder.resolve("settings.json")).read()).isEqualTo(chosen);
    }

    @Test
    void readsAnOlderOrNewerFile() throws Exception {
        Files.writeString(folder.resolve("settings.json"), """
                {"theme":"DARK","window":{"width":1000},"unheardOf":true}""");

        assertThat(settings.read().theme()).isEqualTo(Settings.Theme.DARK);
        assertThat(settings.read().window().width()).isEqualTo(1000);
        assertThat(settings.read().window().height()).isEqualTo(800);
    }

    @Test
    void setsAsideWhatItCannotRead() throws Exception {
        Files.writeString(folder.resolve("settings.json"), "{\"theme\": \"PURPLE\"");

        assertThat(settings.read()).isEqualTo(Settings.DEFAULT);
        assertThat(folder.resolve("settings.json.broken")).hasContent("{\"theme\": \"PURPLE\"");
    }

    @Test
    void valuesOutOfRangeAreDrawnIn() {
        assertThat(Settings.DEFAULT.withTextScale(9).textScale()).isEqualTo(2);
        assertThat(Settings.DEFAULT.withUndoSeconds(-1).undoSeconds()).isZero();
        assertThat(Settings.DEFAULT.withCodes(List.of(" ", "A")).codes()).containsExactly("A");
    }
}
