package dev.recalldesk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.PageRequest;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the program again and again while it saves and sends. */
class OutboxCrashTest {
    private static final int KILLS = 50;
    private static final int LONGEST_LIFE_MILLIS = 120;

    @TempDir
    private Path folder;

    @Test
    void everySavedNoteIsInTheMemoryExactlyOnceHoweverOftenTheProgramDies() throws Exception {
        String storeId;
        String ada;
        try (DeskFixture desk = new DeskFixture(folder)) {
            storeId = desk.storeId;
            ada = desk.customer("Ada", "ada@example.com", "+13175550101");
        }
        List<String> saved = new ArrayList<>();
        Random moments = new Random();
        for (int kill = 0; kill < KILLS; kill++) {
            saved.addAll(lifeOfAChild(storeId, ada, "note " + kill + "-", moments.nextInt(LONGEST_LIFE_MILLIS)));
        }

        assertThat(saved).hasSizeGreaterThanOrEqualTo(KILLS);
        try (DeskFixture desk = new DeskFixture(folder);
                Outbox outbox =
                        new Outbox(desk.store, storeId, desk.memory, OutboxCrashChild.PACE, InstantSource.system())) {
            outbox.start();
            await().atMost(Duration.ofMinutes(1)).until(() -> outbox.notes().isEmpty());
            List<String> remembered = contents(desk, ada);
            assertThat(remembered).doesNotHaveDuplicates().containsAll(saved);
        }
    }

    /** What the child said it had saved before it was killed. */
    private List<String> lifeOfAChild(String storeId, String profileId, String prefix, int millis) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Xmx128m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        OutboxCrashChild.class.getName(),
                        folder.toString(),
                        storeId,
                        profileId,
                        prefix)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader output = child.inputReader()) {
            // the log goes to the same place
            String line = output.readLine();
            while (line != null && !line.startsWith(prefix)) {
                line = output.readLine();
            }
            boolean _ = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
            // through the handle, because the process itself would close its output unread
            boolean _ = child.toHandle().destroyForcibly();
            while (line != null) {
                if (line.startsWith(prefix)) {
                    said.add(line);
                }
                line = output.readLine();
            }
        }
        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private static List<String> contents(DeskFixture desk, String profileId) {
        List<String> contents = new ArrayList<>();
        PageRequest next = PageRequest.first(50);
        while (next != null) {
            Page<Observation> page = desk.memory.observations(profileId, ObservationFilter.NONE, next);
            page.items().forEach(one -> contents.add(one.content()));
            next = page.nextToken() == null ? null : next.after(page.nextToken());
        }
        return contents;
    }
}
