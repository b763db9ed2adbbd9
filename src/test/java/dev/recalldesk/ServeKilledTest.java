package dev.recalldesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.Summary;
import dev.recalldesk.memory.TraitValue;
import dev.recalldesk.memory.archive.ProgressListener;
import dev.recalldesk.memory.local.LocalAccount;
import dev.recalldesk.memory.local.MemoryCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the server again and again in the middle of its work and compares what it accepted with what is remembered. How
 * often is the property {@code recalldesk.kills}, and how long it lives at most {@code recalldesk.life}, in milliseconds.
 */
class ServeKilledTest {
    private static final int KILLS = Integer.getInteger("recalldesk.kills", 6);
    private static final int WRITERS = 6;
    private static final int LONGEST_LIFE_MILLIS = Integer.getInteger("recalldesk.life", 600);

    @TempDir
    Path folder;

    private final List<Writer> writers = new ArrayList<>();
    private String storeId = "";
    private String profileId = "";

    private LocalAccount open() throws IOException {
        return LocalAccount.open(folder.resolve("data"), "US", InstantSource.system());
    }

    private void prepare() throws IOException {
        try (LocalAccount account = open()) {
            storeId = account.createStore("Harbor", "").id();
            Memory memory = account.open(storeId);
            profileId = memory.createProfile(Map.of("Contact", Map.of("phone", TraitValue.of("+12065550119"))));
            for (int number = 0; number < WRITERS; number++) {
                memory.addObservations(
                        profileId,
                        List.of(new NewObservation(Writer.counter(number, 0), "a", Instant.now(), List.of())));
                String counter = memory.observations(profileId, ObservationFilter.NONE, PageRequest.first(1))
                        .items()
                        .getFirst()
                        .id();
                writers.add(new Writer(number, "/v1/Stores/" + storeId + "/Profiles/" + profileId, counter));
            }
        }
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void whatWasAcceptedSurvivesEveryKillAndTheIndexEqualsIt() throws Exception {
        prepare();
        Random moments = new Random();
        for (int kill = 0; kill < KILLS; kill++) {
            lifeOfAChild(kill, moments.nextInt(LONGEST_LIFE_MILLIS));
            MemoryCheck.Report report = MemoryCheck.run(folder.resolve("data"), ProgressListener.NONE);
            assertThat(report.damages()).as("kill %d", kill).isEmpty();
            assertThat(report.index()).as("kill %d: %s", kill, report).isEqualTo(MemoryCheck.Index.EQUAL);
            assertNothingMissing(kill);
        }
        System.out.printf(
                "%d kills, %d writes accepted, nothing missing%n",
                KILLS, writers.stream().mapToInt(Writer::accepted).sum());
        assertThat(writers).allSatisfy(writer -> assertThat(writer.accepted()).isGreaterThanOrEqualTo(KILLS / 2));
    }

    private void lifeOfAChild(int kill, int millis) throws Exception {
        try (ServingChild child = ServingChild.ready(folder.resolve("data"), folder.resolve("errors.txt"));
                ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch all = new CountDownLatch(WRITERS);
            List<Future<?>> lives = new ArrayList<>();
            for (Writer writer : writers) {
                lives.add(workers.submit(() -> writer.writeUntilItDies(child, kill, all)));
            }
            // Each has been answered once, so that it dies at work and not at breakfast.
            assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
            boolean _ = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
            child.kill();
            for (Future<?> life : lives) {
                assertThat(life.get()).isNull();
            }
            assertThat(child.errors()).isEmpty();
        }
    }

    private void assertNothingMissing(int kill) throws IOException {
        try (LocalAccount account = open()) {
            Memory memory = account.open(storeId);
            List<String> observations =
                    all(next -> memory.observations(profileId, ObservationFilter.NONE, next), Observation::content);
            List<String> summaries = all(next -> memory.summaries(profileId, null, next), Summary::content);
            assertThat(new HashSet<>(observations)).hasSameSizeAs(observations);
            assertThat(new HashSet<>(summaries)).hasSameSizeAs(summaries);
            for (Writer writer : writers) {
                assertThat(missing(writer.added(), observations))
                        .as("kill %d", kill)
                        .isEmpty();
                assertThat(missing(writer.deleted(), observations))
                        .as("kill %d", kill)
                        .isEqualTo(writer.deleted());
                assertThat(missing(writer.summed(), summaries))
                        .as("kill %d", kill)
                        .isEmpty();
                List<String> states =
                        all(next -> memory.revisions(profileId, writer.counterId(), next), Observation::content);
                assertThat(new HashSet<>(states)).hasSameSizeAs(states);
                assertThat(missing(writer.corrected(), states))
                        .as("kill %d", kill)
                        .isEmpty();
                writer.startOver(states.getFirst());
            }
        }
    }

    private static Set<String> missing(Set<String> wanted, List<String> remembered) {
        Set<String> missing = new HashSet<>(wanted);
        missing.removeAll(new HashSet<>(remembered));
        return missing;
    }

    private static <T> List<String> all(Function<PageRequest, Page<T>> pages, Function<T, String> content) {
        List<String> contents = new ArrayList<>();
        PageRequest next = PageRequest.first(50);
        while (next != null) {
            Page<T> page = pages.apply(next);
            page.items().forEach(item -> contents.add(content.apply(item)));
            next = page.nextToken() == null ? null : next.after(page.nextToken());
        }
        return contents;
    }
}
