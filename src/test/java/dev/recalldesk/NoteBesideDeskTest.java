package dev.recalldesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.recalldesk.app.Outside;
import dev.recalldesk.app.Wiring;
import dev.recalldesk.connection.Connection;
import dev.recalldesk.desk.DeskStore;
import dev.recalldesk.desk.Senders;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.desk.SharedOutbox;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.TraitValue;
import dev.recalldesk.memory.local.LocalAccount;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Notes from the command line while a desk in another process has the memory. */
class NoteBesideDeskTest {
    private static final int NOTES = 12;

    @TempDir
    Path folder;

    @Test
    void theRunningDeskBringsEachNoteExactlyOnce() throws Exception {
        String ada;
        String storeId;
        try (LocalAccount account = LocalAccount.open(folder, "US", InstantSource.system())) {
            storeId = account.createStore("shop", "").id();
            ada = account.open(storeId)
                    .createProfile(Map.of("Contact", Map.of("email", TraitValue.of("ada@example.com"))));
        }
        List<String> written = new ArrayList<>();
        Process desk = start();
        try (BufferedReader says = desk.inputReader()) {
            awaitReady(says);
            for (int number = 0; number < NOTES; number++) {
                written.add("Note " + number);
                assertThat(note(ada, "Note " + number)).contains("the running desk will bring it");
            }
            assertThat(run(new OutboxCommand(), "flush")).isZero();
            try (DeskStore file = DeskStore.open(folder.resolve("desk.db"))) {
                SharedOutbox outbox = new SharedOutbox(file, InstantSource.system());
                assertThat(new Senders(file).all())
                        .containsExactly(new Senders.Sender(Senders.LOCAL, storeId, "shop", true));
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> outbox.notes(storeId).isEmpty());
            }
        } finally {
            desk.outputWriter().close();
            assertThat(desk.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        try (LocalAccount account = LocalAccount.open(folder, "US", InstantSource.system())) {
            Memory memory = account.open(storeId);
            assertThat(memory.observations(ada, ObservationFilter.NONE, PageRequest.first(50))
                            .items())
                    .extracting(Observation::content)
                    .containsExactlyInAnyOrderElementsOf(written);
        }
    }

    private Process start() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        DeskWithoutWindow.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void awaitReady(BufferedReader says) throws Exception {
        String line = says.readLine();
        while (line != null && !line.equals(DeskWithoutWindow.READY)) {
            line = says.readLine();
        }
        assertThat(line).isEqualTo(DeskWithoutWindow.READY);
    }

    private String note(String profileId, String text) {
        return said(new NoteCommand(), "--profile", profileId, "--text", text);
    }

    private String said(Object command, String... arguments) {
        StringWriter out = new StringWriter();
        assertThat(run(command, out, arguments)).isZero();
        return out.toString();
    }

    private int run(Object command, String... arguments) {
        return run(command, new StringWriter(), arguments);
    }

    private int run(Object command, StringWriter out, String... arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        words.addAll(List.of("--data", folder.toString()));
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(words.toArray(String[]::new));
    }

    /** The desk below the screen, in a process of its own, until its input ends. */
    static final class DeskWithoutWindow {
        static final String READY = "ready";

        private DeskWithoutWindow() {}

        /** @param args the data folder */
        public static void main(String[] args) throws Exception {
            try (Wiring desk = new Wiring(Path.of(args[0]), Outside.real())) {
                desk.stores()
                        .open(Connection.LOCAL, Settings.DEFAULT, fraction -> {})
                        .outbox()
                        .start();
                System.out.println(READY);
                System.in.readAllBytes();
            }
        }
    }
}
