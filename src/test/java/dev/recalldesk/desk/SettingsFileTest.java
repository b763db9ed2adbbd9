package dev.recalldesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.connection.Connection;
import dev.recalldesk.connection.Connections;
import dev.recalldesk.connection.Limits;
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

    @Test
    void keepsHowLongAccountsAreWaitedFor() throws Exception {
        Limits patient = new Limits(4, 5, 6, 20, 8);
        settings.write(Settings.DEFAULT.withLimits(patient));
        assertThat(new SettingsFile(folder.resolve("settings.json")).read().limits())
                .isEqualTo(patient);
        Files.writeString(folder.resolve("settings.json"), """
                {"limits": {"lookupSeconds": 4, "recallSeconds": 0, "writeSeconds": 100000, "callsAtOnce": -3}}""");
        assertThat(settings.read().limits()).isEqualTo(new Limits(2, 4, 1, 120, 1));
        Files.writeString(folder.resolve("settings.json"), "{\"limits\": null}");
        assertThat(settings.read().limits()).isEqualTo(Limits.USUAL);
    }

    @Test
    void keepsConnectionsAndWhichComesFirst() throws Exception {
        Connection acme = Connection.toAnAccount()
                .withName("Acme")
                .withUser("SK1")
                .withAddress("au1")
                .withStore("mem_store_1", "acme-prod")
                .withDialect(Connection.Dialect.OLDER)
                .withHomeRegion("DE")
                .withColour(Connection.Colour.AMBER)
                .withAgentName("jdoe");
        Connections chosen = Connections.DEFAULT.with(acme).openingWith(acme.id());
        settings.write(Settings.DEFAULT.withConnections(chosen));

        Connections read =
                new SettingsFile(folder.resolve("settings.json")).read().connections();
        assertThat(read).isEqualTo(chosen);
        assertThat(read.opening()).isEqualTo(acme);
    }

    @Test
    void aFileEditedByHandStillLeavesTheMemoryOnThisComputer() throws Exception {
        Files.writeString(folder.resolve("settings.json"), """
                {"connections": {"first": "gone", "all": [{"id": "a", "name": "Acme", "agentName": "j@d", "more": 1}, null,
                {"id": "a", "name": "Twice"}]}}""");

        Connections read = settings.read().connections();

        assertThat(read.all()).extracting(Connection::id).containsExactly("local", "a");
        assertThat(read.opening()).isEqualTo(Connection.LOCAL);
        assertThat(read.find("a").orElseThrow().agentName()).isEmpty();
        assertThat(read.find("a").orElseThrow().dialect()).isEqualTo(Connection.Dialect.AUTOMATIC);
    }

    @Test
    void aConnectionHasItsOwnNameAndCountryOverThoseOfAll() {
        Settings all = Settings.DEFAULT.withAgentName("jdoe").withHomeRegion("US");

        assertThat(all.over(Connection.LOCAL)).isEqualTo(all);
        assertThat(all.over(Connection.toAnAccount().withAgentName("jane").withHomeRegion("DE")))
                .isEqualTo(all.withAgentName("jane").withHomeRegion("DE"));
    }
}
