package dev.recalldesk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.recalldesk.desk.Encounter.Phase;
import dev.recalldesk.telephony.CallEvent.State;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Who is calling and what is remembered about them. */
class ScreenPopTest extends CallScene {
    private static final List<String> BREAKABLE =
            List.of("lookup", "profile", "traits", "observations", "summaries", "recall");

    @Test
    void showsTheNumberBeforeTheMemoryIsAsked() {
        desk.line.hold("lookup");
        pop.accept(ringing("(317) 555-0101"));

        assertThat(told).singleElement().satisfies(first -> {
            assertThat(first.key()).isEqualTo(CALL);
            assertThat(first.phase()).isEqualTo(Phase.RINGING);
            assertThat(first.caller().number()).isEqualTo("+1 317 555 0101");
            assertThat(first.caller().e164()).isEqualTo(ADAS);
            assertThat(first.identity()).isInstanceOf(Identity.Searching.class);
        });
        desk.line.release("lookup");
    }

    @Test
    void findsTheCustomerAndFillsEveryPart() {
        remember(ada, "Was charged twice in March");
        pop.accept(ringing(ADAS));
        Encounter filled = awaitCall(e -> confirmed(e, ada) && e.panel().settled());

        assertThat(filled.panel().traits()).isInstanceOf(Part.Ready.class);
        assertThat(filled.panel().observations())
                .isInstanceOfSatisfying(
                        Part.Ready.class, part -> assertThat(part.toString()).contains("charged twice"));
        assertThat(filled.panel().summaries()).isInstanceOf(Part.Ready.class);
        assertThat(filled.panel().relevant()).isInstanceOf(Part.Ready.class);
        assertThat(cache.find(ADAS)).map(Customer::profileId).contains(ada);
    }

    @Test
    void aKnownCallerHasANameAtOnceAndIsConfirmedLater() {
        cache.put(ADAS, new Customer(desk.memory.profile(ada)));
        desk.line.hold("lookup");
        pop.accept(ringing(ADAS));

        assertThat(told.getFirst().identity())
                .isEqualTo(new Identity.Known(new Customer(desk.memory.profile(ada)), false));
        Encounter filled = awaitCall(e -> e.panel().settled());
        assertThat(filled.identity())
                .isInstanceOfSatisfying(
                        Identity.Known.class,
                        known -> assertThat(known.confirmed()).isFalse());
        desk.line.release("lookup");
        assertThat(awaitCall(e -> confirmed(e, ada)).panel().settled()).isTrue();
    }

    @Test
    void whatWasSeenBeforeIsShownWithItsTimeWhileTheMemoryDoesNotAnswer() {
        remember(ada, "Was charged twice in March");
        pop.accept(ringing(ADAS));
        Encounter before = awaitCall(e -> confirmed(e, ada) && e.panel().settled());
        pop.finish(CALL);
        BREAKABLE.forEach(desk.line::breakBefore);
        clock.advance(Duration.ofMinutes(7));

        pop.accept(event("2", State.RINGING, ADAS, clock.instant()));
        Encounter during = awaitEncounter("sim:2", e -> e.panel().settled());
        assertThat(during.panel()).isEqualTo(before.panel());
        assertThat(during.identity())
                .isInstanceOfSatisfying(
                        Identity.Known.class,
                        known -> assertThat(known.confirmed()).isFalse());
        Encounter byHand = pop.open(ada);
        assertThat(awaitEncounter(byHand.key(), e -> e.panel().settled()).customer())
                .map(Customer::profileId)
                .contains(ada);

        BREAKABLE.forEach(desk.line::mend);
        pop.retryAll();
        Encounter after = awaitEncounter(
                "sim:2",
                e -> confirmed(e, ada)
                        && e.panel().observations() instanceof Part.Ready<?> read
                        && read.asOf().equals(clock.instant()));
        assertThat(after.panel().relevant()).isInstanceOf(Part.Ready.class);
        assertThat(awaitEncounter(byHand.key(), e -> confirmed(e, ada)).key()).isEqualTo(byHand.key());
    }

    private Encounter awaitEncounter(String key, Predicate<Encounter> as) {
        await().until(() -> pop.encounters().stream().anyMatch(e -> e.key().equals(key) && as.test(e)));
        return pop.encounters().stream()
                .filter(e -> e.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNameThatIsNoLongerRightIsCorrected() {
        String bob = desk.customer("Bob", "bob@example.com", "+13175550102");
        cache.put(ADAS, new Customer(desk.memory.profile(bob)));
        pop.accept(ringing(ADAS));

        Encounter filled = awaitCall(e -> confirmed(e, ada) && e.panel().settled());
        assertThat(traitsOf(filled)).anyMatch(trait -> trait.value().text().equals("Ada"));
        assertThat(cache.find(ADAS)).map(Customer::profileId).contains(ada);
    }

    @Test
    void aNameOfSomebodyDeletedDisappears() {
        cache.put("+13175550177", new Customer(desk.memory.profile(ada)));
        pop.accept(ringing("+13175550177"));

        Encounter settled = awaitCall(e -> e.identity() instanceof Identity.Nobody);
        assertThat(settled.panel()).isEqualTo(Panel.EMPTY);
        assertThat(cache.find("+13175550177")).isEmpty();
    }

    @RepeatedTest(20)
    void answersAboutSomebodyElseAreDropped() {
        String bob = desk.customer("Bob", "bob@example.com", "+13175550102");
        desk.line.hold("traits");
        pop.accept(ringing(ADAS));
        Encounter _ = awaitCall(e -> confirmed(e, ada));
        await().until(() -> desk.line.asked().contains("traits"));
        pop.choose(CALL, bob, false);
        Encounter _ = awaitCall(e -> confirmed(e, bob));
        desk.line.release("traits");

        Encounter filled = awaitCall(e -> e.panel().settled());
        assertThat(filled.customer()).map(Customer::profileId).contains(bob);
        assertThat(told)
                .filteredOn(
                        e -> e.customer().filter(c -> c.profileId().equals(bob)).isPresent())
                .allSatisfy(e -> assertThat(traitsOf(e))
                        .noneMatch(trait -> trait.value().text().equals("Ada")));
    }

    @Test
    void nobodyIsAnAnswerThatShowsWhatWasSearched() {
        pop.accept(ringing("+49 30 901820"));

        assertThat(awaitCall(e -> e.identity() instanceof Identity.Nobody).identity())
                .isEqualTo(new Identity.Nobody("+4930901820"));
    }

    @Test
    void whoWithholdsTheirNumberIsNeverLookedUp() {
        pop.accept(ringing("anonymous"));
        pop.accept(event("2", State.RINGING, "204", clock.instant()));

        assertThat(told).extracting(Encounter::identity).containsOnly(new Identity.Withheld());
        assertThat(told.getFirst().caller().withheld()).isTrue();
        assertThat(told.getLast().caller().number()).isEqualTo("204");
        assertThat(desk.line.asked()).isEmpty();
    }

    @Test
    void asksOncePerSharedNumberAndRemembersTheAnswer() {
        String bob = desk.customer("Bob", "bob@example.com", ADAS);
        remember(bob, "Asked for an invoice copy");
        pop.accept(ringing(ADAS));
        Encounter several = awaitCall(e -> e.identity() instanceof Identity.Several);

        assertThat(((Identity.Several) several.identity()).candidates())
                .extracting(candidate -> candidate.customer().profileId())
                .containsExactlyInAnyOrder(ada, bob);
        assertThat(((Identity.Several) several.identity()).candidates())
                .filteredOn(candidate -> candidate.customer().profileId().equals(bob))
                .extracting(Candidate::lastTopic)
                .containsExactly("Asked for an invoice copy");
        pop.choose(CALL, bob, true);
        Encounter _ = awaitCall(e -> confirmed(e, bob) && e.panel().settled());
        await().until(() -> choices.find(ADAS).isPresent());

        told.clear();
        pop.accept(event("2", State.RINGING, ADAS, clock.instant()));
        await().until(() -> told.stream().anyMatch(e -> e.key().equals("sim:2") && confirmed(e, bob)));
        assertThat(told).noneMatch(e -> e.identity() instanceof Identity.Several);
    }

    @Test
    void aMemoryThatDoesNotAnswerIsAskedAgainOnRequest() {
        desk.line.breakBefore("lookup");
        pop.accept(ringing(ADAS));
        Encounter _ = awaitCall(e -> e.identity() instanceof Identity.Unanswered);
        desk.line.mend("lookup");
        pop.retry(CALL);

        assertThat(awaitCall(e -> confirmed(e, ada)).customer())
                .flatMap(Customer::name)
                .contains("Ada");
    }

    @Test
    void onePartThatFailsLeavesTheOthersAlone() {
        desk.line.breakBefore("recall");
        pop.accept(ringing(ADAS));
        Encounter filled = awaitCall(e -> e.panel().settled());

        assertThat(filled.panel().relevant()).isInstanceOf(Part.Failed.class);
        assertThat(filled.panel().traits()).isInstanceOf(Part.Ready.class);
        desk.line.mend("recall");
        pop.retry(CALL);
        assertThat(awaitCall(e -> e.panel().relevant() instanceof Part.Ready).key())
                .isEqualTo(CALL);
    }

    @Test
    void aNoteThatLandedIsShownAfterRefreshing() {
        pop.accept(ringing(ADAS));
        Encounter _ = awaitCall(e -> e.panel().settled());
        remember(ada, "Prefers e-mail");
        pop.refresh(CALL);

        Encounter refreshed = awaitCall(e -> e.panel().observations().toString().contains("Prefers e-mail"));
        assertThat(refreshed.panel().settled()).isTrue();
    }

    @Test
    void aSecondCallFromTheSameNumberHasItsNameBeforeTheMemoryIsAskedAnything() {
        pop.accept(ringing(ADAS));
        Encounter _ = awaitCall(e -> confirmed(e, ada) && e.panel().settled());
        pop.finish(CALL);
        desk.line.asked().clear();
        List<Integer> askedBefore = new CopyOnWriteArrayList<>();
        pop.onChange(e -> askedBefore.add(desk.line.asked().size()));
        told.clear();
        pop.accept(event("2", State.RINGING, ADAS, clock.instant()));

        assertThat(askedBefore.getFirst()).isZero();
        assertThat(told.getFirst().identity())
                .isEqualTo(new Identity.Known(new Customer(desk.memory.profile(ada)), false));
        await().until(() -> confirmed(told.getLast(), ada));
    }

    @Test
    void aNameThatIsNotConfirmedIsNotPutOnEarlierCalls() {
        pop.accept(ringing("+13175550177"));
        pop.accept(event("1", State.MISSED, "+13175550177", clock.instant()));
        await().until(() -> !log.recent(1).isEmpty());
        String bob = desk.customer("Bob", "bob@example.com", "+13175550102");
        cache.put("+13175550177", new Customer(desk.memory.profile(bob)));
        desk.line.hold("lookup");
        pop.accept(event("2", State.RINGING, "+13175550177", clock.instant()));
        await().until(() -> pop.encounters().getLast().panel().settled());
        desk.line.release("lookup");
        await().until(() -> pop.encounters().getLast().identity() instanceof Identity.Nobody);
        pop.finish("sim:2");

        workers.close();
        assertThat(log.recent(5)).extracting(CallLog.Entry::name).containsOnlyNulls();
        assertThat(cache.find("+13175550177")).isEmpty();
    }

    @Test
    void aNameThatCouldNotBeConfirmedIsAskedForAgain() {
        cache.put(ADAS, new Customer(desk.memory.profile(ada)));
        desk.line.breakBefore("lookup");
        pop.accept(ringing(ADAS));
        Encounter _ = awaitCall(e -> e.panel().settled());
        await().until(() -> desk.line.asked().contains("lookup"));
        desk.line.mend("lookup");
        told.clear();
        pop.retry(CALL);

        Encounter _ = awaitCall(e -> confirmed(e, ada));
        assertThat(told).allSatisfy(e -> assertThat(e.panel().settled()).isTrue());
    }

    @Test
    void aLookupThatLandsWhileTheDeskClosesIsNoTrouble() throws InterruptedException {
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
        try {
            desk.line.hold("lookup");
            pop.accept(ringing(ADAS));
            await().until(() -> desk.line.asked().contains("lookup"));
            workers.shutdown();
            desk.line.release("lookup");
            assertThat(workers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            assertThat(uncaught).isEmpty();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void aProfileThatLandsWhileTheDeskClosesStillNamesTheCall() throws InterruptedException {
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
        try {
            desk.line.hold("profile");
            pop.accept(ringing(ADAS));
            pop.accept(event("1", State.MISSED, ADAS, clock.instant()));
            await().until(() ->
                    desk.line.asked().contains("profile") && log.recent(1).size() == 1);
            workers.shutdown();
            desk.line.release("profile");
            assertThat(workers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            assertThat(uncaught).isEmpty();
            assertThat(log.recent(1)).extracting(CallLog.Entry::name).containsExactly("Ada");
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void manyCallsAtOnceEachGetTheirOwnCustomer() {
        Map<String, String> customers = new LinkedHashMap<>();
        for (int i = 0; i < 8; i++) {
            String number = "+1317555020" + i;
            customers.put(number, desk.customer("Customer" + i, "c" + i + "@example.com", number));
        }
        List<String> numbers = List.copyOf(customers.keySet());
        try (ExecutorService phones = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int call = 0; call < 96; call++) {
                int id = call;
                phones.execute(() -> {
                    String number = numbers.get(id % numbers.size());
                    pop.accept(event("m" + id, State.RINGING, number, clock.instant()));
                    pop.accept(event("m" + id, State.ANSWERED, number, clock.instant()));
                    pop.retry("sim:m" + id);
                });
            }
        }
        await().until(() -> pop.encounters().stream()
                .allMatch(e -> confirmed(e, customers.get(e.caller().e164()))
                        && e.panel().settled()));
        assertThat(pop.encounters()).hasSize(96).allSatisfy(e -> {
            assertThat(e.phase()).isEqualTo(Phase.TALKING);
            assertThat(traitsOf(e))
                    .anyMatch(trait -> e.customer()
                            .flatMap(Customer::name)
                            .equals(Optional.of(trait.value().text())));
        });
    }
}
