package dev.recalldesk.desk;

import dev.recalldesk.memory.Identifier;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.NewSummary;
import dev.recalldesk.memory.PhoneNumbers;
import dev.recalldesk.memory.TraitValue;
import dev.recalldesk.memory.local.LocalAccount;
import dev.recalldesk.memory.twilio.TwilioAccount;
import dev.recalldesk.memory.twilio.TwilioCredentials;
import dev.recalldesk.memory.twilio.TwilioOptions;
import dev.recalldesk.server.Credentials;
import dev.recalldesk.server.Server;
import dev.recalldesk.telephony.CallEvent;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How long a call takes to have a name and a full panel when the memory is some way off, in multiples of the round trip:
 * the desk's own screen pop over the wire, and beside it the same questions asked one after another. The connections are
 * warm, as they are after the first call of a day.
 */
public final class ScreenPopBench {
    private static final List<Integer> ROUND_TRIPS = List.of(20, 100, 300);
    private static final int TIMES = 15;
    private static final int AT_ONCE = 3;
    /** Calls until Java has compiled what they need, and until every connection is there. */
    private static final int UNTIL_FAST = 500;

    private static final int UNTIL_CONNECTED = 3;
    private static final int CUSTOMERS = 200;
    private static final Credentials WHO = new Credentials("SK" + "1".repeat(32), "only for this run");
    private static final String TALK = "conv_conversation_00000000000000000000000001";

    private final PrintWriter out;
    private int calls;
    private int numbers;

    private ScreenPopBench(PrintWriter out) {
        this.out = out;
    }

    /** Prints a table; needs nothing and leaves nothing. */
    public static void run(PrintWriter out) throws Exception {
        Path folder = Files.createTempDirectory("screenpop");
        try {
            new ScreenPopBench(out).run(folder);
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private void run(Path folder) throws Exception {
        try (LocalAccount account = LocalAccount.open(folder.resolve("memory"), "US", InstantSource.system())) {
            String storeId = account.createStore("screenpop", "").id();
            fill(account.open(storeId));
            try (Server server = Server.start(account, WHO, "127.0.0.1", 0, InstantSource.system())) {
                warmUp(folder.resolve("warm.db"), URI.create(server.address()), storeId);
                out.println("| round trip | caller | name, ms | name, round trips | panel, ms | panel, round trips |");
                out.println("| --- | --- | --- | --- | --- | --- |");
                for (int trip : ROUND_TRIPS) {
                    numbers = 0;
                    measure(folder.resolve("desk" + trip + ".db"), URI.create(server.address()), storeId, trip);
                }
            }
        }
    }

    private static String number(int customer) {
        return String.format(Locale.ROOT, "+1317555%04d", customer);
    }

    private static void fill(Memory memory) {
        List<Map<String, Map<String, TraitValue>>> all = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            all.add(Map.of(
                    "Contact",
                    Map.of(
                            "phone", TraitValue.of(number(i)),
                            "firstName", TraitValue.of("Customer" + i),
                            "email", TraitValue.of("customer" + i + "@example.com"))));
        }
        memory.createProfiles(all);
        for (int i = 0; i < CUSTOMERS; i++) {
            String id = memory.lookup(Identifier.PHONE, number(i)).profileIds().getFirst();
            List<NewObservation> notes = new ArrayList<>();
            for (int j = 0; j < 10; j++) {
                String words = "Asked for the delivery of order " + i + "-" + j + " to be moved to another day.";
                notes.add(new NewObservation(words, "agent.bench", Instant.now().minusSeconds(j), List.of()));
            }
            memory.addObservations(id, notes);
            memory.addObservations(id, notes);
            memory.addSummaries(id, List.of(new NewSummary(TALK, "A talk about deliveries.", "bench", Instant.now())));
        }
    }

    private void warmUp(Path file, URI server, String storeId) throws Exception {
        TwilioOptions options = TwilioOptions.of(new TwilioCredentials(WHO.user(), WHO.password()));
        try (TwilioAccount account = new TwilioAccount(options.at(server), InstantSource.system());
                DeskStore store = DeskStore.open(file);
                ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            Desk desk = new Desk(account.open(storeId), store, storeId, workers);
            for (int i = 0; i < UNTIL_FAST; i++) {
                List<Waited> _ = desk.calls(next(AT_ONCE));
            }
        }
    }

    private void measure(Path file, URI server, String storeId, int trip) throws Exception {
        TwilioOptions options = TwilioOptions.of(new TwilioCredentials(WHO.user(), WHO.password()));
        try (SlowLine line = new SlowLine(server, Duration.ofMillis(trip));
                TwilioAccount account = new TwilioAccount(options.at(line.address()), InstantSource.system());
                DeskStore store = DeskStore.open(file);
                ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            Memory memory = account.open(storeId);
            Desk desk = new Desk(memory, store, storeId, workers);
            for (int i = 0; i < UNTIL_CONNECTED; i++) {
                List<Waited> _ = desk.calls(next(AT_ONCE));
            }
            List<Waited> unseen = new ArrayList<>();
            List<Waited> cached = new ArrayList<>();
            List<Waited> together = new ArrayList<>();
            List<Waited> plain = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                List<String> one = next(1);
                unseen.addAll(desk.calls(one));
                cached.addAll(desk.calls(one));
                together.addAll(desk.calls(next(AT_ONCE)));
                plain.add(plain(memory, one.getFirst()));
            }
            row(trip, "never seen", unseen);
            row(trip, "cached", cached);
            row(trip, "three at once, never seen", together);
            row(trip, "one question after another", plain);
        }
    }

    private List<String> next(int count) {
        return Stream.generate(() -> number(numbers++ % CUSTOMERS)).limit(count).toList();
    }

    /** What takes the least thinking: five questions, each when the one before is answered. */
    private static Waited plain(Memory memory, String number) {
        long begin = System.nanoTime();
        String id = memory.lookup(Identifier.PHONE, number).profileIds().getFirst();
        Object _ = memory.profile(id);
        long named = System.nanoTime() - begin;
        Questions questions = new Questions(memory);
        Object _ = memory.recall(id, Questions.relevant(null));
        Object _ = questions.observations(id);
        Object _ = questions.summaries(id);
        return new Waited(named, System.nanoTime() - begin);
    }

    private void row(int trip, String who, List<Waited> all) {
        double name = median(all.stream().map(Waited::name).toList());
        double panel = median(all.stream().map(Waited::panel).toList());
        out.printf(
                Locale.ROOT,
                "| %d ms | %s | %.1f | %.2f | %.1f | %.2f |%n",
                trip,
                who,
                name,
                name / trip,
                panel,
                panel / trip);
    }

    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow() / 1e6;
    }

    /** From the event to a name and to every pane confirmed and full, in nanoseconds. */
    private record Waited(long name, long panel) {}

    /** The parts of the desk that meet a call. */
    private final class Desk {
        private final ScreenPop pop;
        private final Map<String, Long> named = new ConcurrentHashMap<>();
        private final Map<String, Long> full = new ConcurrentHashMap<>();
        private volatile CountDownLatch open = new CountDownLatch(0);

        Desk(Memory memory, DeskStore store, String storeId, ExecutorService workers) {
            pop = new ScreenPop(
                    memory,
                    new PhoneNumbers("US"),
                    new ProfileCache(CUSTOMERS),
                    new NumberChoices(store, storeId),
                    new CallLog(store, storeId),
                    workers,
                    InstantSource.system(),
                    System::nanoTime);
            pop.onChange(this::changed);
        }

        private void changed(Encounter now) {
            if (now.identity() instanceof Identity.Known(Customer _, boolean confirmed)) {
                named.putIfAbsent(now.key(), System.nanoTime());
                boolean whole = confirmed
                        && now.panel().traits() instanceof Part.Ready
                        && now.panel().observations() instanceof Part.Ready
                        && now.panel().summaries() instanceof Part.Ready
                        && now.panel().relevant() instanceof Part.Ready;
                if (whole && full.putIfAbsent(now.key(), System.nanoTime()) == null) {
                    open.countDown();
                }
            }
        }

        List<Waited> calls(List<String> callers) throws InterruptedException, IOException {
            open = new CountDownLatch(callers.size());
            Map<String, Long> begun = new HashMap<>();
            for (String caller : callers) {
                String id = String.valueOf(calls++);
                begun.put("bench:" + id, System.nanoTime());
                pop.accept(new CallEvent(
                        "bench",
                        id,
                        CallEvent.State.RINGING,
                        CallEvent.Direction.IN,
                        caller,
                        null,
                        null,
                        null,
                        null,
                        Instant.now()));
            }
            if (!open.await(1, TimeUnit.MINUTES)) {
                throw new IOException("A call got no panel");
            }
            List<Waited> waited = begun.entrySet().stream()
                    .map(call -> new Waited(
                            Objects.requireNonNull(named.get(call.getKey())) - call.getValue(),
                            Objects.requireNonNull(full.get(call.getKey())) - call.getValue()))
                    .toList();
            begun.keySet().forEach(pop::finish);
            return waited;
        }
    }
}
