package dev.recalldesk.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Runs jobs that end some time later, each when the one before has ended. Confined to the UI thread. */
final class OneByOne {
    private final Map<String, Consumer<Runnable>> waiting = new LinkedHashMap<>();
    private boolean busy;

    /**
     * @param name of those that wait under one name, only the newest is run
     * @param job begins, and runs what it is given when it has ended
     */
    void run(String name, Consumer<Runnable> job) {
        if (busy) {
            waiting.put(name, job);
        } else {
            busy = true;
            job.accept(this::ended);
        }
    }

    private void ended() {
        busy = false;
        waiting.entrySet().stream().findFirst().ifPresent(next -> {
            waiting.remove(next.getKey());
            run(next.getKey(), next.getValue());
        });
    }
}
