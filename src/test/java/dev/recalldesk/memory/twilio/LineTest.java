package dev.recalldesk.memory.twilio;

import static dev.recalldesk.memory.twilio.Service.ADA;
import static dev.recalldesk.memory.twilio.Service.NOTE;
import static dev.recalldesk.memory.twilio.Service.OLD_ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.recalldesk.memory.Health;
import dev.recalldesk.memory.Health.State;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.ObservationPatch;
import dev.recalldesk.memory.RecallRequest;
import dev.recalldesk.memory.TraitValue;
import dev.recalldesk.memory.twilio.Misbehaving.Behaviour;
import dev.recalldesk.memory.twilio.Misbehaving.Visit;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How questions reach one store: what is repeated and what is not, who is followed, who waits, and who gives up. */
class LineTest {
    @TempDir
    Path folder;

    private final Misbehaving server = new Misbehaving(Service.WELL);
    private WireScene wire = new WireScene(server, WireScene.CALM);
    private Memory memory = wire.open();

    @AfterEach
    void close() {
        wire.close();
    }

    /** What can be asked, and whether asking twice is as good as once. */
    record Question(String name, boolean harmless, Consumer<Memory> asked) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Question> questions() {
        return Stream.of(
                new Question("read", true, memory -> memory.profile(ADA)),
                new Question("lookup", true, memory -> memory.lookup("phone", "+12065550119")),
                new Question("recall", true, memory -> memory.recall(ADA, RecallRequest.ofQuery("boats"))),
                new Question("change traits", true, memory -> memory.updateTraits(ADA, Map.of())),
                new Question(
                        "correct",
                        true,
                        memory -> memory.correctObservation(ADA, NOTE, ObservationPatch.ofContent("Likes ships."))),
                new Question("delete", true, memory -> memory.deleteObservation(ADA, NOTE)),
                new Question("note", false, memory -> memory.addObservations(ADA, List.of(WireScene.note()))),
                new Question(
                        "summary",
                        false,
                        memory -> memory.addSummaries(
                                ADA,
                                List.of(new dev.recalldesk.memory.NewSummary(
                                        "conv_conversation_01jbaaaaaaaaaaaaaaaaaaaaaa",
                                        "Asked.",
                                        null,
                                        WireScene.note().occurredAt())))),
                new Question("replace", false, memory -> memory.replaceIdentifier(ADA, "email", "a", "b")));
    }

    /** Fails once in this way and is well afterwards. */
    private void once(Behaviour failing) {
        AtomicInteger met = new AtomicInteger();
        server.become(visit -> (met.getAndIncrement() == 0 ? failing : Service.WELL).meet(visit));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void onlyWhatIsHarmlessIsRepeatedWhenNobodyKnowsWhetherItArrived(Question question) {
        for (Behaviour failing : List.<Behaviour>of(Visit::breakOff, visit -> visit.answer(503, "{}"))) {
            int before = server.visits().size();
            once(failing);
            if (question.harmless()) {
                question.asked().accept(memory);
            } else {
                MemoryFailure failure = WireScene.failure(() -> question.asked().accept(memory));
                assertThat(failure.mayHaveHappened()).isTrue();
            }
            assertThat(server.visits().size() - before).isEqualTo(question.harmless() ? 2 : 1);
        }
    }

    @Test
    void afterThreeTriesItIsOver() {
        int before = server.visits().size();
        server.become(Visit::breakOff);
        assertThat(WireScene.failure(() -> memory.updateTraits(ADA, Map.of())).mayHaveHappened())
                .isTrue();
        assertThat(server.visits()).hasSize(before + 3);
    }

    @Test
    void whatIsGoneAfterALostAnswerWasDeleted() {
        AtomicInteger met = new AtomicInteger();
        server.become(visit -> {
            if (met.getAndIncrement() == 0) {
                visit.breakOff();
            } else {
                visit.answer(404, "{\"code\":20404}");
            }
        });
        memory.deleteObservation(ADA, NOTE);
        assertThat(met).hasValue(2);
        assertThat(WireScene.failure(() -> memory.deleteObservation(ADA, NOTE)))
                .isInstanceOf(MemoryFailure.NotFound.class);
    }

    @Test
    void aMergedCustomerIsFollowedWithMethodAndBody() {
        server.become(visit -> {
            if (!visit.isFor(OLD_ADA)) {
                Service.WELL.meet(visit);
            } else if (visit.line().startsWith("GET")) {
                visit.answer(301, "Location: " + server.address() + "/v1/Stores/x/Profiles/" + ADA + "\r\n", "{}");
            } else {
                visit.answer(
                        308,
                        "Canonical-Profile-Id: " + ADA + "\r\n",
                        "{\"message\":\"This resource has moved.\",\"uri\":\"" + server.address()
                                + "/v1/Stores/x/Profiles/" + ADA + "\"}");
            }
        });
        assertThat(memory.profile(OLD_ADA).id()).isEqualTo(ADA);
        memory.addObservations(OLD_ADA, List.of(WireScene.note()));
        Visit posted = server.visits().getLast();
        assertThat(posted.line()).startsWith("POST").endsWith("/Profiles/" + ADA + "/Observations");
        assertThat(posted.body())
                .contains("Likes boats.")
                .isEqualTo(server.visits().reversed().get(1).body());
        memory.deleteObservation(OLD_ADA, NOTE);
        assertThat(server.visits().getLast().line())
                .startsWith("DELETE")
                .contains(ADA)
                .endsWith(NOTE);
        assertThat(memory.observations(
                                OLD_ADA,
                                dev.recalldesk.memory.ObservationFilter.NONE,
                                dev.recalldesk.memory.PageRequest.first(5))
                        .items())
                .hasSize(1);
        assertThat(server.visits().getLast().line()).contains(ADA + "/Observations?pageSize=5");
    }

    @Test
    void aMergeToldInAHeaderOfAnAnswerCountsToo() {
        server.become(visit ->
                visit.answer(200, "Canonical-Profile-Id: " + ADA + "\r\n", Service.PROFILE_JSON.replace(ADA, OLD_ADA)));
        assertThat(memory.profile(OLD_ADA).id()).isEqualTo(ADA);
    }

    @Test
    void noMoreThanSoManyAskAtOnce() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch full = new CountDownLatch(3);
        CountDownLatch go = new CountDownLatch(1);
        try (WireScene narrow = new WireScene(
                        server, WireScene.options(server, WireScene.CALM).asking(3), null);
                ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            Memory asked = narrow.open();
            server.become(visit -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                full.countDown();
                go.await();
                now.decrementAndGet();
                Service.WELL.meet(visit);
            });
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                answers.add(askers.submit(() -> asked.profile(ADA).id()));
            }
            full.await();
            go.countDown();
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo(ADA);
            }
            assertThat(most).hasValue(3);
        }
    }

    @Test
    void whoGivesUpEndsTheExchange() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch hungUp = new CountDownLatch(1);
        server.become(visit -> {
            asked.countDown();
            visit.awaitGoodbye();
            hungUp.countDown();
        });
        AtomicReference<MemoryFailure> failure = new AtomicReference<>();
        AtomicReference<Boolean> stillInterrupted = new AtomicReference<>();
        Thread asker = Thread.ofPlatform().start(() -> {
            failure.set(WireScene.failure(() -> memory.profile(ADA)));
            stillInterrupted.set(Thread.currentThread().isInterrupted());
        });
        asked.await();
        assertThat(wire.threads(folder)).as("the exchange under way").contains("memory-wire-");
        asker.interrupt();
        asker.join();
        hungUp.await();
        assertThat(failure.get()).isInstanceOf(MemoryFailure.Unreachable.class);
        assertThat(stillInterrupted.get()).isTrue();
        assertThat(wire.account.health().state())
                .as("giving up says nothing about the service")
                .isEqualTo(State.CONNECTED);
        wire.awaitQuiet(folder);
    }

    @Test
    void closingEndsWhatIsUnderWay() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        server.become(visit -> {
            asked.countDown();
            visit.keepQuiet();
        });
        AtomicReference<MemoryFailure> failure = new AtomicReference<>();
        Thread asker = Thread.ofVirtual().start(() -> failure.set(WireScene.failure(() -> memory.profile(ADA))));
        asked.await();
        wire.account.close();
        asker.join();
        assertThat(failure.get()).isInstanceOf(MemoryFailure.Unreachable.class);
        assertThat(WireScene.failure(() -> memory.profile(ADA))).isInstanceOf(MemoryFailure.Unreachable.class);
        wire.awaitQuiet(folder);
    }

    @Test
    void oneConnectionServesManyQuestions() {
        for (int i = 0; i < 20; i++) {
            assertThat(memory.profile(ADA).id()).isEqualTo(ADA);
        }
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void aConnectionTheServerClosedIsMadeAnew() {
        server.become(visit -> {
            Service.WELL.meet(visit);
            visit.socket().close();
        });
        for (int i = 0; i < 5; i++) {
            assertThat(memory.profile(ADA).id()).isEqualTo(ADA);
        }
    }

    @Test
    void anAnswerNobodyAskedForIsNeverTakenForTheNext() {
        String forged = Visit.response(200, "", Service.PROFILE_JSON.replace(ADA, OLD_ADA));
        server.become(visit -> visit.send(Visit.response(200, "", Service.PROFILE_JSON) + forged));
        for (int i = 0; i < 10; i++) {
            assertThat(memory.profile(ADA).id()).isEqualTo(ADA);
        }
        server.become(visit -> visit.send(Visit.response(202, "", "{}").repeat(2)));
        memory.addObservations(ADA, List.of(WireScene.note()));
        server.become(visit -> visit.answer(400, "{\"message\":\"content: no\"}"));
        assertThat(WireScene.failure(() -> memory.addObservations(ADA, List.of(WireScene.note()))))
                .isInstanceOf(MemoryFailure.Invalid.class);
    }

    @Test
    void answersMayBePacked() {
        server.become(visit -> {
            assertThat(visit.header("accept-encoding")).isEqualTo("gzip");
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(Service.PROFILE_JSON.getBytes(StandardCharsets.UTF_8));
            }
            visit.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n\r\n");
            visit.send(packed.toByteArray());
        });
        assertThat(memory.profile(ADA).text("Contact", "firstName")).contains("Ada");
    }

    @Test
    void healthIsToldInOrder() {
        List<Health> told = new CopyOnWriteArrayList<>();
        wire.account.onHealth(_ -> {
            throw new IllegalStateException("a bug in a screen");
        });
        wire.account.onHealth(told::add);
        assertThat(memory.profile(ADA).id()).isEqualTo(ADA);
        server.become(visit -> visit.answer(500, "{}"));
        assertThat(WireScene.failure(() -> memory.addObservations(ADA, List.of(WireScene.note()))))
                .isInstanceOf(MemoryFailure.ServerFault.class);
        server.become(Service.WELL);
        assertThat(memory.lookup("phone", "1").profileIds()).containsExactly(ADA);
        assertThat(told).extracting(Health::state).containsExactly(State.CONNECTED, State.OFFLINE, State.CONNECTED);
        assertThat(told).allSatisfy(health -> assertThat(health.roundTrip()).isPositive());
        try (TwilioAccount fresh =
                new TwilioAccount(WireScene.options(server, WireScene.CALM), java.time.InstantSource.system())) {
            assertThat(fresh.health()).isEqualTo(new Health(State.UNTRIED, null, null));
        }
    }

    @Test
    void healthKnowsSlowAndIgnoresSilenceThatOthersDisprove() {
        Pulse pulse = new Pulse(java.time.InstantSource.system());
        pulse.answered(Duration.ofSeconds(3));
        assertThat(pulse.health().state()).isEqualTo(State.SLOW);
        pulse.answered(Duration.ofMillis(30));
        pulse.answered(Duration.ofMillis(20));
        assertThat(pulse.health()).isEqualTo(new Health(State.CONNECTED, Duration.ofMillis(30), null));
        MemoryFailure silence = new MemoryFailure.TimedOut("", null, false);
        pulse.failed(silence, System.nanoTime() - Duration.ofMinutes(1).toNanos());
        assertThat(pulse.health().state()).isEqualTo(State.CONNECTED);
        pulse.failed(silence, System.nanoTime());
        assertThat(pulse.health().state()).isEqualTo(State.OFFLINE);
    }

    @Test
    void traitsAreSentAsTheyAre() {
        Map<String, TraitValue> values = new java.util.HashMap<>();
        values.put("gone", null);
        values.put("many", new TraitValue.Many(List.of(TraitValue.of("a"), new TraitValue.Whole(1))));
        memory.updateTraits(ADA, Map.of("Account", values));
        assertThat(server.visits().getLast().line()).startsWith("PATCH");
        assertThat(server.visits().getLast().body())
                .contains("\"gone\":null", "\"many\":[\"a\",1]")
                .startsWith("{\"traits\":{\"Account\":{");
        await().until(() -> wire.account.connections().getLeased() == 0);
    }
}
