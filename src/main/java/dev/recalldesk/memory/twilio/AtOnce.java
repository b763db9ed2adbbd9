package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.MemoryFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks several things at once that have to be known together. */
final class AtOnce {
    private AtOnce() {}

    /** The answers in the order of the questions; the first failure of one is the failure of all. */
    static <T> List<T> ask(List<Callable<T>> questions) {
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> asked = questions.stream().map(askers::submit).toList();
            try {
                List<T> answers = new ArrayList<>();
                for (Future<T> each : asked) {
                    answers.add(each.get());
                }
                return answers;
            } catch (ExecutionException e) {
                throw e.getCause() instanceof MemoryFailure failure ? failure : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                throw Deadline.givenUp(e, false);
            } finally {
                asked.forEach(each -> each.cancel(true));
            }
        }
    }
}
