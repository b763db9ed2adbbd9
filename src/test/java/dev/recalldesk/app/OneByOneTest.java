package dev.recalldesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneByOneTest {
    private final OneByOne jobs = new OneByOne();
    private final List<String> begun = new ArrayList<>();
    private final Deque<Runnable> ends = new ArrayDeque<>();

    private void run(String name, String job) {
        jobs.run(name, ended -> {
            begun.add(job);
            ends.add(ended);
        });
    }

    @Test
    void aJobBeginsWhenTheOneBeforeHasEnded() {
        run("a", "first");
        run("b", "second");
        assertThat(begun).containsExactly("first");
        ends.remove().run();
        assertThat(begun).containsExactly("first", "second");
        ends.remove().run();
        run("a", "third");
        assertThat(begun).containsExactly("first", "second", "third");
    }

    @Test
    void ofThoseThatWaitUnderOneNameTheNewestIsRun() {
        run("a", "first");
        run("a", "old");
        run("b", "other");
        run("a", "new");
        ends.remove().run();
        ends.remove().run();
        ends.remove().run();
        assertThat(begun).containsExactly("first", "new", "other");
    }

    @Test
    void aJobMayEndAtOnce() {
        jobs.run("a", Runnable::run);
        run("a", "next");
        assertThat(begun).containsExactly("next");
    }
}
