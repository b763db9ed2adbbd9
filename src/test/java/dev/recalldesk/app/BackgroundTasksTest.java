package dev.recalldesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.app.BackgroundTasks.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundTasksTest {
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private final BackgroundTasks tasks = new BackgroundTasks(workers, ui::add);
    private final List<State> ends = new ArrayList<>();

    @AfterEach
    void stop() {
        workers.close();
    }

    @Test
    void tellsHowFarItIsAndWhatItDid() throws Exception {
        BackgroundTasks.Row row = tasks.start(
                "Import",
                progress -> {
                    progress.at(0.5);
                    return "15 customers";
                },
                ends::add);
        runUi(2);

        assertThat(row.stateProperty().get()).isEqualTo(State.DONE);
        assertThat(row.outcome()).isEqualTo("15 customers");
        assertThat(row.fractionProperty().get()).isEqualTo(1);
        assertThat(ends).containsExactly(State.DONE);
    }

    @Test
    void aFailureStaysUntilItIsDismissed() throws Exception {
        BackgroundTasks.Row row = tasks.start(
                "Import",
                progress -> {
                    throw new java.io.IOException("line 3 is not JSON");
                },
                ends::add);
        runUi(1);

        assertThat(row.stateProperty().get()).isEqualTo(State.FAILED);
        assertThat(row.outcome()).isEqualTo("line 3 is not JSON");
        assertThat(tasks.rows()).containsExactly(row);
        tasks.dismiss(row);
        assertThat(tasks.rows()).isEmpty();
    }

    @Test
    void canBeCancelled() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        BackgroundTasks.Row row = tasks.start(
                "Import",
                progress -> {
                    started.countDown();
                    Awaitility.await().atMost(Duration.ofSeconds(10)).until(progress::cancelled);
                    return "";
                },
                ends::add);
        started.await();

        row.cancel();
        runUi(1);

        assertThat(row.stateProperty().get()).isEqualTo(State.CANCELLED);
    }

    private void runUi(int actions) throws InterruptedException {
        for (int i = 0; i < actions; i++) {
            Runnable action = ui.poll(10, TimeUnit.SECONDS);
            assertThat(action).isNotNull();
            action.run();
        }
    }
}
