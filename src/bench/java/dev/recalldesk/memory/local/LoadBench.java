package dev.recalldesk.memory.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** How many requests {@code recall-desk serve} answers to clients that ask without a pause. */
final class LoadBench {
    private static final int RECALLS = 80;
    private static final int LISTS = 15;
    private final PrintWriter out;
    private final SyntheticStore store;
    private final List<String> flags;
    private final List<String> customers;

    LoadBench(PrintWriter out, Path folder, int size, List<String> flags) throws IOException {
        this.out = out;
        this.store = SyntheticStore.prepared(folder, size);
        this.flags = flags;
        this.customers = store.customers().values().stream().flatMap(List::stream).toList();
    }

    void run(List<Integer> clients, Duration time) throws IOException {
        out.println("\n| clients | requests/s | recall, ms | list, ms | write, ms | errors | resident, MB |");
        out.println("| --- | --- | --- | --- | --- | --- | --- |");
        for (int count : clients) {
            try (Served served = new Served(store, flags)) {
                new Round(served).run(count, Duration.ofSeconds(10));
                Round round = new Round(served);
                round.run(count, time);
                out.println("| " + count + " | " + round.line(time) + " | "
                        + String.format(Locale.ROOT, "%.0f |", served.child().megabytes("VmRSS")));
            }
        }
    }

    /** So many clients for so long. */
    private final class Round {
        private final Served served;
        private final Times recalls = new Times();
        private final Times lists = new Times();
        private final Times writes = new Times();
        private final AtomicLong errors = new AtomicLong();

        private Round(Served served) {
            this.served = served;
        }

        private void run(int clients, Duration time) {
            long end = System.nanoTime() + time.toNanos();
            try (ExecutorService workers = Executors.newFixedThreadPool(clients)) {
                for (int client = 0; client < clients; client++) {
                    Random random = new Random(client);
                    workers.execute(() -> ask(random, end));
                }
            }
        }

        private void ask(Random random, long end) {
            SyntheticTexts texts = new SyntheticTexts(random);
            while (System.nanoTime() < end) {
                String customer = customers.get(random.nextInt(customers.size()));
                int dice = random.nextInt(100);
                String text = dice < RECALLS ? texts.question() : texts.note().content();
                long begin = System.nanoTime();
                boolean right = dice < RECALLS
                        ? served.recall(customer, text)
                        : dice < RECALLS + LISTS ? served.list(customer) : served.write(customer, text);
                (dice < RECALLS ? recalls : dice < RECALLS + LISTS ? lists : writes).add(System.nanoTime() - begin);
                if (!right) {
                    errors.incrementAndGet();
                }
            }
        }

        private String line(Duration time) {
            return String.format(
                    Locale.ROOT,
                    "%.0f | %s | %s | %s | %d",
                    (double) (recalls.count() + lists.count() + writes.count()) / time.toSeconds(),
                    recalls,
                    lists,
                    writes,
                    errors.get());
        }
    }
}
