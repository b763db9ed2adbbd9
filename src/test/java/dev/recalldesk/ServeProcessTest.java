package dev.recalldesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.recalldesk.memory.TraitValue;
import dev.recalldesk.memory.archive.ProgressListener;
import dev.recalldesk.memory.local.LocalAccount;
import dev.recalldesk.memory.local.MemoryCheck;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Serving as a program of its own: how it begins, how it ends, and what it refuses. */
class ServeProcessTest {
    private static final int WRITERS = 4;

    @TempDir
    Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    private Path errors() {
        return folder.resolve("errors.txt");
    }

    private String storeAndCustomer() throws IOException {
        try (LocalAccount account = LocalAccount.open(data(), "US", InstantSource.system())) {
            String store = account.createStore("Harbor", "").id();
            return "/v1/Stores/" + store + "/Profiles/"
                    + account.open(store)
                            .createProfile(Map.of("Contact", Map.of("phone", TraitValue.of("+12065550119"))));
        }
    }

    @Test
    void toldToStopItFinishesWhatIsUnderWayAndLeavesAWholeMemory() throws Exception {
        String customer = storeAndCustomer();
        AtomicInteger accepted = new AtomicInteger();
        ConcurrentLinkedQueue<Integer> others = new ConcurrentLinkedQueue<>();
        try (ServingChild child = ServingChild.ready(data(), errors());
                HttpClient http = HttpClient.newHttpClient();
                ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(child.address()).matches("http://127\\.0\\.0\\.1:\\d+");
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                all.add(workers.submit(() -> {
                    try {
                        while (true) {
                            int status = http.send(
                                            child.request(customer + "/Observations")
                                                    .POST(HttpRequest.BodyPublishers.ofString(
                                                            "{\"observations\":[{\"content\":\"a\",\"source\":\"b\","
                                                                    + "\"occurredAt\":\"2026-03-02T12:00:00Z\"}]}"))
                                                    .build(),
                                            HttpResponse.BodyHandlers.discarding())
                                    .statusCode();
                            if (status == 202) {
                                accepted.incrementAndGet();
                            } else {
                                others.add(status);
                            }
                        }
                    } catch (IOException | InterruptedException e) {
                        // It stopped.
                    }
                }));
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> accepted.get() > 50);
            // 128 and the number of the signal, as every program that ends by one.
            assertThat(child.terminate()).isEqualTo(143);
            for (Future<?> each : all) {
                assertThat(each.get()).isNull();
            }
            assertThat(child.restOfOutput()).isEmpty();
            assertThat(child.errors()).isEmpty();
        }
        assertThat(others).allMatch(status -> status == 503);
        MemoryCheck.Report report = MemoryCheck.run(data(), ProgressListener.NONE);
        assertThat(report.whole()).isTrue();
        assertThat(report.index()).isEqualTo(MemoryCheck.Index.EQUAL);
        assertThat(report.texts()).isGreaterThanOrEqualTo(accepted.get());
    }

    @Test
    void manyHostileBodiesAtOnceFitInLittleMemory() throws Exception {
        String customer = storeAndCustomer();
        // Few bytes that become many things, and many bytes that become few.
        String things = "{\"observations\":[" + "[],".repeat(1_390_000) + "[]]}";
        String text = "{\"observations\":[{\"content\":\"" + "a".repeat(4_000_000) + "\"}]}";
        try (ServingChild child = ServingChild.ready(data(), errors());
                HttpClient http = HttpClient.newHttpClient();
                ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int client = 0; client < 48; client++) {
                HttpRequest request = child.request(customer + "/Observations")
                        .POST(HttpRequest.BodyPublishers.ofString(client % 2 == 0 ? things : text))
                        .build();
                all.add(workers.submit(() -> http.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode()));
            }
            for (Future<Integer> each : all) {
                assertThat(each.get()).isIn(400, 429);
            }
            assertThat(http.send(child.request(customer).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(child.errors()).isEmpty();
        }
    }

    @Test
    void aFolderInUseIsRefusedInASentence() throws Exception {
        try (ServingChild first = ServingChild.ready(data(), errors());
                ServingChild second = ServingChild.start(data(), folder.resolve("second.txt"))) {
            assertThat(first.address()).isNotEmpty();
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.restOfOutput()).isEmpty();
            assertThat(second.errors().lines())
                    .containsExactly("The data folder " + data()
                            + " is in use by another running Recall Desk. Close it first, or name another folder.");
        }
    }

    @Test
    void aPortInUseIsRefusedInASentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                ServingChild child =
                        ServingChild.start(data(), errors(), "--port", String.valueOf(taken.getLocalPort()))) {
            assertThat(child.exitCode()).isEqualTo(1);
            assertThat(child.restOfOutput()).isEmpty();
            assertThat(child.errors().lines())
                    .containsExactly("Port " + taken.getLocalPort()
                            + " is in use by another program or not allowed. Name another with --port.");
        }
    }
}
