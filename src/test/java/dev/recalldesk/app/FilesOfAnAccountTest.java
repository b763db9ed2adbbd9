package dev.recalldesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.app.BackgroundTasks.State;
import dev.recalldesk.app.tour.Screen;
import dev.recalldesk.connection.Connection;
import dev.recalldesk.connection.Secret;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.desk.SettingsFile;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.TraitValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk that was opened on a memory of somebody else's takes customers out of it and puts them in. */
class FilesOfAnAccountTest {
    private static final int NOTES = 2000;

    @TempDir
    private Path folder;

    private Path data;
    private RemoteAccount remote;

    @BeforeEach
    void begin() throws Exception {
        data = folder.resolve("desk");
        remote = new RemoteAccount(folder.resolve("remote"));
        Memory memory = remote.account()
                .open(remote.account().createStore("acme-prod", "").id());
        String ada = memory.createProfile(Map.of(
                "Contact", Map.of("email", TraitValue.of("ada@example.com"), "firstName", TraitValue.of("Ada"))));
        for (int i = 0; i < NOTES; i += Memory.MAX_BATCH) {
            memory.addObservations(ada, notes(i));
        }
        new SettingsFile(Files.createDirectories(data).resolve("settings.json")).write(RunningDesk.settings(1000, 720));
    }

    private static List<NewObservation> notes(int first) {
        return IntStream.range(first, first + Memory.MAX_BATCH)
                .mapToObj(
                        i -> new NewObservation("Note " + i, "agent", Instant.parse("2026-02-19T10:00:00Z"), List.of()))
                .toList();
    }

    @AfterEach
    void end() {
        remote.close();
    }

    private RunningDesk visiting() throws Exception {
        Connection connection = Connection.toAnAccount()
                .withName("acme")
                .withUser(RemoteAccount.USER)
                .withAddress(remote.address());
        return RunningDesk.open(data, new Visit(connection, new Secret(RemoteAccount.SECRET)));
    }

    private static BackgroundTasks.Row ended(RunningDesk desk, Callable<BackgroundTasks.Row> begun) {
        BackgroundTasks.Row task = Screen.on(begun);
        desk.await("the end of " + task.title(), () -> task.stateProperty().get() != State.RUNNING);
        return task;
    }

    private int noted(Store store) {
        Memory memory = remote.account().open(store.id());
        String ada = memory.lookup("email", "ada@example.com").profileIds().getFirst();
        int count = 0;
        PageRequest first = PageRequest.first(50);
        for (PageRequest next = first; next != null; ) {
            var page = memory.observations(ada, ObservationFilter.NONE, next);
            count += page.items().size();
            next = page.nextToken() == null ? null : first.after(page.nextToken());
        }
        return count;
    }

    @Test
    void aStoreAtAnAccountGoesOutAndComesInAgainAndAnImportThatWasCancelledGoesOn() throws Exception {
        Path file = folder.resolve("out.jsonl");
        try (RunningDesk desk = visiting()) {
            assertThat(desk.app().front().storeName()).isEqualTo("acme-prod");
            assertThat(ended(desk, () -> desk.window().files().exportTo(file)).outcome())
                    .isEqualTo("All customers are in out.jsonl");
            assertThat(file).content().contains("Ada", "Note 0", "Note " + (NOTES - 1));

            Files.writeString(file, Files.readString(file).replace("\"acme-prod\"", "\"acme-copy\""));
            BackgroundTasks.Row cancelled = ended(desk, () -> {
                BackgroundTasks.Row task = desk.window().files().importFrom(file);
                task.fractionProperty().subscribe(fraction -> {
                    if (fraction.doubleValue() > 0.01) {
                        task.cancel();
                    }
                });
                return task;
            });
            assertThat(cancelled.stateProperty().get()).isEqualTo(State.CANCELLED);
            Store copy = remote.account().stores().getFirst();
            assertThat(noted(copy)).isPositive().isLessThan(NOTES);

            assertThat(ended(desk, () -> desk.window().files().importFrom(file)).outcome())
                    .isEqualTo("All of it is in the new store acme-copy");
            assertThat(noted(copy)).isEqualTo(NOTES);
            assertThat(ended(desk, () -> desk.window().files().importFrom(file)).outcome())
                    .contains("acme-copy already");
            assertThat(noted(copy)).isEqualTo(NOTES);
        }
    }

    @Test
    void aVisitLeavesNothingOfTheConnectionBehind() throws Exception {
        try (RunningDesk desk = visiting()) {
            desk.press(Shortcut.TEXT_LARGER);
            desk.await(
                    "the larger text to be kept",
                    () -> Files.readString(data.resolve("settings.json")).contains("1.1"));
        }
        assertThat(Files.readString(data.resolve("settings.json")))
                .doesNotContain(RemoteAccount.USER, RemoteAccount.SECRET, remote.address());
        assertThat(data.resolve("secrets.json")).doesNotExist();
        assertThat(data.resolve("memory.db")).doesNotExist();
        Settings after = new SettingsFile(data.resolve("settings.json")).read();
        assertThat(after.connections()).isEqualTo(Settings.DEFAULT.connections());
        try (RunningDesk desk = RunningDesk.open(data)) {
            assertThat(desk.app().front().connection().local()).isTrue();
        }
    }

    @Test
    void anExportFromAMemoryThatIsAwaySaysWhyAndLeavesTheOlderFile() throws Exception {
        Path file = Files.writeString(folder.resolve("out.jsonl"), "older");
        try (RunningDesk desk = visiting()) {
            remote.goAway();
            BackgroundTasks.Row task = ended(desk, () -> desk.window().files().exportTo(file));
            assertThat(task.stateProperty().get()).isEqualTo(State.FAILED);
            assertThat(task.outcome()).contains("Memory did not answer");
            assertThat(file).hasContent("older");
        }
    }
}
