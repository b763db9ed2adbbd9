package dev.recalldesk.memory.local;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.RecallRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Times recall through the memory's port; runs in a process of its own and says one {@code name=value} a line. */
final class RecallTimer {
    private static final int WARMING = 400;
    private static final int SEARCHES = 2_000;
    private static final int EMBEDDINGS = 500;
    private final Memory memory;
    private final SyntheticStore store;
    private final PrintWriter out;
    private final boolean meaning;
    private final Random random = new Random(7);
    private final SyntheticTexts texts = new SyntheticTexts(random);
    private final String anyone;

    private RecallTimer(Memory memory, SyntheticStore store, PrintWriter out, boolean meaning) {
        this.memory = memory;
        this.store = store;
        this.out = out;
        this.meaning = meaning;
        this.anyone = store.anyone();
    }

    /**
     * @param arguments the folder of the stores, the size of the one to be asked, the moment this process was started in
     *     milliseconds, {@code words} for words alone or {@code meaning}, and the ids of the store and of the customer who is
     *     asked about first
     */
    public static void main(String[] arguments) throws IOException {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        long started = Long.parseLong(arguments[2]);
        Path folder = Path.of(arguments[0]);
        int size = Integer.parseInt(arguments[1]);
        boolean meaning = arguments[3].equals("meaning");
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        @Nullable Duration rest = meaning ? Duration.ofSeconds(15) : null;
        long begin = System.nanoTime();
        try (LocalAccount account =
                LocalAccount.open(SyntheticStore.folder(folder, size), "US", InstantSource.system(), rest)) {
            Memory memory = account.open(arguments[4]);
            long opened = System.nanoTime();
            memory.recall(arguments[5], RecallRequest.ofQuery("open invoice for the heater"));
            long answered = System.currentTimeMillis();
            say(out, "open", (opened - begin) / 1e6);
            say(out, "first", (double) (answered - started));
            say(out, "rss.first", megabytes("VmRSS"));
            SyntheticStore store = SyntheticStore.of(folder, size);
            RecallTimer timer = new RecallTimer(memory, store, out, meaning);
            if (meaning) {
                timer.awaitModel();
            }
            timer.run();
        }
    }

    private static double megabytes(String name) throws IOException {
        return Child.megabytes(ProcessHandle.current().pid(), name);
    }

    private static void say(PrintWriter out, String name, double value) {
        out.println(name + "=" + String.format(Locale.ROOT, "%.3f", value));
    }

    private void say(String name, Times times) {
        say(out, name + ".p50", times.millis(50));
        say(out, name + ".p99", times.millis(99));
    }

    /** Until a question is answered that shares no word with any note. */
    private void awaitModel() {
        while (memory.recall(anyone, RecallRequest.ofQuery("reimbursement"))
                .observations()
                .isEmpty()) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private void run() throws IOException {
        store.customers().values().forEach(customers -> time(customers, WARMING, true));
        for (Map.Entry<Integer, List<String>> kind : store.customers().entrySet()) {
            say("search." + kind.getKey(), time(kind.getValue(), SEARCHES, true));
            if (meaning) {
                say("embed." + kind.getKey(), time(kind.getValue(), EMBEDDINGS, false));
            }
        }
        say(out, "rss", megabytes("VmRSS"));
        say(out, "rss.anonymous", megabytes("RssAnon"));
        say(out, "rss.peak", megabytes("VmHWM"));
    }

    /** @param known whether the vector of the question is there already, because somebody else was just asked the same */
    private Times time(List<String> customers, int count, boolean known) {
        Times times = new Times();
        for (int i = 0; i < count; i++) {
            String customer = customers.get(random.nextInt(customers.size()));
            RecallRequest request = RecallRequest.ofQuery(texts.question());
            if (known) {
                memory.recall(anyone, request);
            }
            long begin = System.nanoTime();
            memory.recall(customer, request);
            times.add(System.nanoTime() - begin);
        }
        return times;
    }
}
