package dev.recalldesk.recall;

import static dev.recalldesk.desk.LiveDesk.fact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.desk.LiveDesk;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.Recall;
import dev.recalldesk.memory.RecallRequest;
import dev.recalldesk.ui.UiQueue;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question finds its answer, and only the newest one. */
class RecallViewModelTest {
    private static final String CHARGED = "Was charged twice for order HP-20418.";
    private static final String PIANO = "Ordered a piano in spring.";

    @TempDir
    Path folder;

    private final UiQueue ui = new UiQueue();
    private LiveDesk desk;
    private RecallViewModel recall;

    @BeforeEach
    void ring() throws IOException {
        desk = new LiveDesk(folder);
        desk.remember(
                fact(CHARGED, "memory", "2026-11-12T09:31:00Z"), fact(PIANO, "agent.jdoe", "2025-04-02T10:00:00Z"));
        recall = over(desk.memory());
        recall.show(desk.call("sim:1"));
    }

    @AfterEach
    void hangUp() {
        ui.close();
        desk.close();
    }

    private RecallViewModel over(Memory memory) {
        return new RecallViewModel(memory, ui.work(), desk.clock(), LiveDesk.ZONE);
    }

    private RecallState state() {
        return recall.stateProperty().get();
    }

    private void untilAnswered() {
        ui.runUntil("an answer", () -> !(state() instanceof RecallState.Searching));
    }

    private String first() {
        return ((RecallRow.Line) recall.rows().get(1)).finding().text();
    }

    @Test
    void answersAQuestionOnceTypingPauses() {
        recall.ask("charged");
        assertThat(state()).isEqualTo(new RecallState.Searching(null));
        assertThat(recall.takesFeed()).isTrue();
        untilAnswered();
        assertThat(state()).isInstanceOf(RecallState.Found.class);
        assertThat(recall.rows().getFirst()).isEqualTo(new RecallRow.Section(Finding.Kind.FACT, 1));
        assertThat(first()).isEqualTo(CHARGED);
    }

    @Test
    void onlyTheAnswerToTheNewestQuestionIsShownHoweverLateTheOlderOneComes() {
        for (int round = 0; round < 50; round++) {
            CountDownLatch held = new CountDownLatch(1);
            AtomicInteger late = new AtomicInteger();
            recall = over(holdingBack("charged", held, late));
            recall.show(desk.call("sim:1"));
            recall.ask("charged");
            recall.askNow();
            ui.runUntil("the old question to be asked", () -> late.get() == 1);
            recall.ask("piano");
            recall.askNow();
            untilAnswered();
            held.countDown();
            ui.runUntil("the old answer", () -> late.get() == 2);
            assertThat(first()).isEqualTo(PIANO);
            assertThat(recall.searchProperty().get().question()).isEqualTo("piano");
        }
    }

    /** The real memory, in which the answer to one question is held back although nobody waits for it any more. */
    private Memory holdingBack(String question, CountDownLatch held, AtomicInteger late) {
        return (Memory) Proxy.newProxyInstance(
                Memory.class.getClassLoader(), new Class<?>[] {Memory.class}, (proxy, method, arguments) -> {
                    try {
                        boolean old = method.getName().equals("recall")
                                && question.equals(((RecallRequest) arguments[1]).query());
                        Object answer = method.invoke(desk.memory(), arguments);
                        if (old) {
                            late.incrementAndGet();
                            awaitWhateverHappens(held);
                            late.incrementAndGet();
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    private static void awaitWhateverHappens(CountDownLatch held) {
        boolean released = false;
        while (!released) {
            try {
                held.await();
                released = true;
            } catch (InterruptedException e) {
                // The question was cancelled; a slow network answers all the same.
                released = held.getCount() == 0;
            }
        }
    }

    @Test
    void anAnswerStaysUntilTheNextOneIsThere() {
        recall.ask("charged");
        untilAnswered();
        recall.ask("piano");
        assertThat(state()).isInstanceOf(RecallState.Searching.class);
        assertThat(first()).isEqualTo(CHARGED);
        untilAnswered();
        assertThat(first()).isEqualTo(PIANO);
    }

    @Test
    void takingTheQuestionBackGivesTheFeedBack() {
        recall.ask("charged");
        recall.clear();
        assertThat(recall.takesFeed()).isFalse();
        assertThat(recall.rows()).isEmpty();
        assertThat(recall.searchProperty().get().question()).isEmpty();
    }

    @Test
    void everyCallKeepsItsOwnQuestion() {
        String other = desk.customer("Bruno", "+13175550143");
        recall.ask("charged");
        recall.atLeast(0.1);
        untilAnswered();
        recall.show(desk.call("sim:2", other));
        assertThat(recall.searchProperty().get()).isEqualTo(Search.NONE);
        assertThat(recall.takesFeed()).isFalse();
        assertThat(recall.customerNameProperty().get()).isEqualTo("Bruno");
        recall.show(desk.call("sim:1"));
        assertThat(recall.searchProperty().get().question()).isEqualTo("charged");
        assertThat(recall.searchProperty().get().threshold()).isEqualTo(0.1);
        assertThat(first()).isEqualTo(CHARGED);
    }

    @Test
    void aQuestionTakenAwayWhileItWasAskedIsAskedAgainOnReturn() {
        recall.ask("charged");
        recall.show(desk.call("sim:2"));
        recall.show(desk.call("sim:1"));
        untilAnswered();
        assertThat(first()).isEqualTo(CHARGED);
    }

    @Test
    void aNewSnapshotOfTheSameCallDisturbsNoAnswer() {
        recall.ask("charged");
        untilAnswered();
        RecallState before = state();
        recall.show(desk.call("sim:1"));
        assertThat(state()).isSameAs(before);
    }

    @Test
    void findsNothingAndSaysWhatWasSearched() {
        recall.ask("zeppelin");
        recall.choose(DateRange.LAST_30_DAYS);
        untilAnswered();
        assertThat(state()).isInstanceOf(RecallState.Nothing.class);
        Search search = recall.searchProperty().get();
        assertThat(RecallWords.nothingTitle(search)).contains("zeppelin");
        assertThat(RecallWords.nothingSearched(search)).contains("Last 30 days", "0.20");
        recall.lower();
        assertThat(recall.searchProperty().get().threshold()).isEqualTo(0.1);
        recall.choose(Asking.RECENT);
        untilAnswered();
        assertThat(first()).isEqualTo(CHARGED);
        recall.choose(DateRange.ANY);
        untilAnswered();
        assertThat(recall.rows()).hasSize(3);
    }

    @Test
    void saysWhenACallTellsNothingToGoBy() {
        recall.choose(Asking.THIS_CALL);
        untilAnswered();
        Answer answer = ((RecallState.Found) state()).answer();
        assertThat(answer.mode()).isEqualTo(Recall.Mode.MOST_RECENT);
        assertThat(RecallWords.how(Asking.THIS_CALL, answer.mode())).contains("newest first");
    }

    @Test
    void asksOnlyTheBeginningOfAVeryLongQuestion() {
        recall.ask("charged ".repeat(300));
        assertThat(recall.searchProperty().get().cut()).isTrue();
        untilAnswered();
        assertThat(state()).isInstanceOf(RecallState.Found.class);
    }

    @Test
    void keepsWhatWasFoundWhenTheMemoryGoesAway() {
        recall.ask("charged");
        untilAnswered();
        desk.close();
        recall.ask("piano");
        untilAnswered();
        assertThat(state()).isInstanceOf(RecallState.Failed.class);
        assertThat(first()).isEqualTo(CHARGED);
    }

    @Test
    void quotesAFactNeverWithoutItsDate() {
        recall.ask("charged");
        untilAnswered();
        Finding finding = ((RecallRow.Line) recall.rows().get(1)).finding();
        assertThat(recall.insertText(finding)).isEqualTo(CHARGED + " (Thu 12 Nov 2026)");
        assertThat(recall.copyText(finding)).isEqualTo(CHARGED + " (AI-extracted, Thu 12 Nov 2026)");
    }

    @Test
    void showsAtMostThreeFactsUnasked() {
        for (String word : new String[] {"one", "two", "three"}) {
            desk.remember(fact("Fact " + word, "memory", "2026-11-20T10:00:00Z"));
        }
        recall.show(desk.call("sim:1"));
        assertThat(recall.relevantProperty().get()).isInstanceOfSatisfying(Relevant.Some.class, some -> {
            assertThat(some.best()).hasSize(3);
            assertThat(some.all()).isEqualTo(5);
        });
        recall.showAllRelevant();
        assertThat(recall.searchProperty().get().asking()).isEqualTo(Asking.RECENT);
    }
}
