package dev.recalldesk.memory.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.NewSummary;
import dev.recalldesk.memory.Recall;
import dev.recalldesk.memory.Recall.Reason;
import dev.recalldesk.memory.RecallRequest;
import dev.recalldesk.memory.TestClock;
import dev.recalldesk.memory.TraitValue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes first when one customer's memory is asked. */
class LocalRecallTest {
    private static final String TALK = "conv_conversation_01jbaaaaaaaaaaaaaaaaaaaaaa";
    private static final String OTHER_TALK = "conv_conversation_01jbbbbbbbbbbbbbbbbbbbbbbb";

    @TempDir
    Path folder;

    private LocalAccount account;
    private Memory memory;
    private String ada;

    @BeforeEach
    void open() throws IOException {
        account = LocalAccount.open(folder, "US", new TestClock("2026-03-04T09:00:00Z"));
        memory = account.open(account.createStore("Harbor", "").id());
        ada = memory.createProfile(Map.of("Contact", Map.of("phone", TraitValue.of("+12065550119"))));
    }

    @AfterEach
    void close() {
        account.close();
    }

    private void said(String day, String content, String... conversations) {
        memory.addObservations(
                ada,
                List.of(new NewObservation(
                        content, "agent", Instant.parse(day + "T10:00:00Z"), List.of(conversations))));
    }

    private List<String> asked(String question) {
        return memory.recall(ada, RecallRequest.ofQuery(question)).observations().stream()
                .map(hit -> hit.item().content())
                .toList();
    }

    @Test
    void wordsAreMetInAnyOfTheirForms() {
        said("2026-01-05", "Ordered two brass propellers.");
        said("2026-01-06", "Likes to sail at dawn.");
        assertThat(asked("ordering a propeller")).containsExactly("Ordered two brass propellers.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HP-20418", "hp20418", "20418", "0418", "204"})
    void aPartNumberIsFoundWholeOrInPart(String question) {
        said("2026-01-05", "Replaced the pump, part HP-20418.");
        said("2026-01-06", "Asked for the price of part HP-77120.");
        assertThat(asked(question).getFirst()).contains("HP-20418");
    }

    @Test
    void aSlipOfTheFingerIsForgiven() {
        said("2026-01-05", "The propeller arrived bent.");
        said("2026-01-06", "Likes to sail at dawn.");
        assertThat(asked("propelelr")).containsExactly("The propeller arrived bent.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "propeller AND (", "+propeller -bent", "content:propeller", "prop*", "\"propeller", "propeller~2^9",
                "[a TO z]", "*:*", "\\", "propeller OR 1=1; DROP TABLE observation", "' OR ''='", "{!}/propeller/"
            })
    void searchSyntaxMeansNothing(String question) {
        said("2026-01-05", "The propeller arrived bent.");
        said("2026-01-06", "Likes to sail at dawn.");
        assertThat(asked(question)).isSubsetOf("The propeller arrived bent.").doesNotContain("Likes to sail at dawn.");
        assertThat(asked("dawn")).containsExactly("Likes to sail at dawn.");
    }

    @Test
    void whatHasNothingToDoWithTheQuestionIsNotReturned() {
        said("2026-01-05", "The propeller arrived bent.");
        assertThat(asked("birthday cake")).isEmpty();
        assertThat(asked("???")).isEmpty();
    }

    @Test
    void ofTwoVersionsTheNewerComesFirst() {
        said("2024-01-05", "Delivery address is 4 Pier Road.");
        said("2026-01-05", "Delivery address is 9 Quay Street.");
        assertThat(asked("delivery address").getFirst()).contains("Quay");
        assertThat(asked("first delivery address").getFirst()).contains("Pier");
    }

    @Test
    void aNamedMonthBringsWhatHappenedThen() {
        said("2025-11-12", "Complained about a late parcel.");
        said("2026-01-05", "Complained about a cracked lens.");
        said("2026-02-05", "Complained about a rude driver.");
        assertThat(asked("complaint in January").getFirst()).contains("lens");
        assertThat(asked("what did she complain about in November 2025").getFirst())
                .contains("parcel");
        assertThat(asked("what happened in february")).first().asString().contains("driver");
        assertThat(asked("the last complaint").getFirst()).contains("driver");
    }

    @Test
    void whatStandsBesideAnAnswerComesAlong() {
        said("2026-01-05", "Which mooring do you want?", TALK);
        said("2026-01-06", "Number seven, by the crane.", TALK);
        said("2026-01-07", "Likes to sail at dawn.", OTHER_TALK);
        assertThat(asked("mooring")).containsExactly("Which mooring do you want?", "Number seven, by the crane.");
    }

    @Test
    void observationsAndSummariesShareOneScale() {
        said("2026-01-05", "Mooring seven was booked.", TALK);
        memory.addSummaries(
                ada,
                List.of(new NewSummary(TALK, "Paid the winter bill.", null, Instant.parse("2026-01-05T11:00:00Z"))));
        Recall recall = memory.recall(ada, RecallRequest.ofQuery("mooring seven"));
        double observation = recall.observations().getFirst().score().orElseThrow();
        double summary = recall.summaries().getFirst().score().orElseThrow();
        assertThat(observation).isGreaterThan(0.9).isGreaterThan(summary).isLessThanOrEqualTo(1);
        assertThat(summary).isPositive();
    }

    @Test
    void theThresholdKeepsTheWeakOut() {
        said("2026-01-05", "Mooring seven by the crane was booked.");
        said("2026-01-06", "A crane lifted the boat.");
        List<Double> scores = new ArrayList<>();
        memory.recall(ada, RecallRequest.ofQuery("mooring seven by the crane"))
                .observations()
                .forEach(hit -> scores.add(hit.score().orElseThrow()));
        assertThat(scores).hasSize(2).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        RecallRequest strict =
                new RecallRequest("mooring seven by the crane", null, null, null, 20, 5, scores.getFirst());
        assertThat(memory.recall(ada, strict).observations()).hasSize(1);
    }

    @Test
    void aQuestionHalfMetDoesNotLookLikeAnAnswer() {
        said("2026-01-05", "A crane lifted the boat.");
        Recall recall = memory.recall(ada, RecallRequest.ofQuery("crane insurance number expiry premium"));
        assertThat(recall.observations().getFirst().score().orElseThrow()).isLessThan(0.7);
    }

    private double best(String question) {
        return memory.recall(ada, RecallRequest.ofQuery(question))
                .observations()
                .getFirst()
                .score()
                .orElseThrow();
    }

    @Test
    void onlyWhatSaysAllThatWasAskedScoresNearOne() {
        said("2026-01-05", "A crane lifted the boat.", TALK);
        said("2026-01-06", "It was paid in January by card.", TALK);
        memory.addSummaries(ada, List.of(new NewSummary(TALK, "Crane.", null, Instant.parse("2026-01-06T11:00:00Z"))));
        assertThat(best("crane boat")).isBetween(0.9, 1.0);
        assertThat(best("crane insurance in January")).isBetween(0.3, 0.9);
        assertThat(best("crnae")).isBetween(0.1, 0.9);
        assertThat(best("what happened in January")).isBetween(0.3, 0.9);
    }

    @Test
    void aSummaryThatOnlyMentionsAWordComesAfterOneItsNotesConfirm() {
        said("2026-01-05", "The sixth chair stayed at the depot.", TALK);
        said("2026-01-12", "Billed 248 two times, terminal timed out; charged again by mistake.", OTHER_TALK);
        memory.addSummaries(
                ada,
                List.of(
                        new NewSummary(
                                OTHER_TALK,
                                "By SMS, 14 messages: charged two times for one sofa; support saw the duplicate and promised"
                                        + " the money back on the card within five days. One cushion was missing and was sent.",
                                null,
                                Instant.parse("2026-01-12T11:00:00Z")),
                        new NewSummary(
                                TALK,
                                "Five of six chairs came; the sixth comes without charge.",
                                null,
                                Instant.parse("2026-01-05T11:00:00Z"))));
        Recall recall = memory.recall(ada, RecallRequest.ofQuery("double charge"));
        assertThat(recall.summaries())
                .extracting(hit -> hit.item().conversationId())
                .containsExactly(OTHER_TALK, TALK);
    }

    @Test
    void theWordsThatMetAreNamedAsTheyStand() {
        said("2026-01-05", "Ordered two brass Propellers.");
        assertThat(memory.recall(ada, RecallRequest.ofQuery("order propeller"))
                        .observations()
                        .getFirst()
                        .matchedWords())
                .containsExactlyInAnyOrder("Ordered", "Propellers");
    }

    @Test
    void aConversationAloneAsksItsOwnQuestion() {
        said("2026-01-05", "The propeller is bent again.", TALK);
        said("2025-01-06", "A new propeller costs 90.");
        said("2026-01-07", "Likes to sail at dawn.");
        Recall recall = memory.recall(ada, RecallRequest.ofConversation(TALK));
        assertThat(recall.mode()).isEqualTo(Recall.Mode.CONVERSATION);
        assertThat(recall.observations())
                .extracting(hit -> hit.item().content())
                .contains("A new propeller costs 90.")
                .doesNotContain("Likes to sail at dawn.");
        assertThat(memory.recall(ada, RecallRequest.ofConversation(OTHER_TALK)).mode())
                .isEqualTo(Recall.Mode.MOST_RECENT);
    }

    @Test
    void anotherCustomersMemoryIsNeverTouched() {
        said("2026-01-05", "The propeller arrived bent.");
        String ben = memory.createProfile(Map.of("Contact", Map.of("phone", TraitValue.of("+12065550120"))));
        assertThat(memory.recall(ben, RecallRequest.ofQuery("propeller")).observations())
                .isEmpty();
        assertThat(memory.recall(ben, RecallRequest.mostRecent()).observations())
                .isEmpty();
    }

    @Test
    void aQuotedPhraseIsFoundAsItStandsAndNothingElse() {
        said("2026-01-05", "The no-show fee was waived, said the  Harbour   Office.");
        said("2026-01-06", "The fee: no show of good will at the office of the harbour.");
        said("2026-01-07", "Officer of the harbour called.");
        assertThat(asked("\"harbour office\""))
                .containsExactly("The no-show fee was waived, said the  Harbour   Office.");
        assertThat(asked("\u201cno-show FEE\u201d"))
                .containsExactly("The no-show fee was waived, said the  Harbour   Office.");
        assertThat(asked("\"harbour off\"")).isEmpty();
        assertThat(asked("who called about \"harbour office\""))
                .hasSizeGreaterThan(1)
                .first()
                .isEqualTo("The no-show fee was waived, said the  Harbour   Office.");
        assertThat(asked("\"\" \"...\" fee")).hasSize(2);
    }

    @Test
    void anIdIsMeantToTheLetterAndSaysSo() {
        said("2026-01-05", "Order HP-20418 shipped.");
        said("2026-01-06", "Order HP-20481 shipped with order papers for the order.");
        said("2026-01-07", "Calls from 206 555 0147 after work.");
        assertThat(asked("where is order HP-20418")).first().isEqualTo("Order HP-20418 shipped.");
        assertThat(reasons("order HP-20418")).contains(Reason.EXACT, Reason.WORDS);
        assertThat(asked("order ending 481")).first().asString().startsWith("Order HP-20481");
        assertThat(asked("number ending 0147")).first().isEqualTo("Calls from 206 555 0147 after work.");
        assertThat(reasons("shipped")).containsExactly(Reason.WORDS);
    }

    @Test
    void whatOnlyItsConversationOrItsDateSpeaksForSaysThat() {
        said("2026-01-05", "The propeller is bent.", TALK);
        said("2026-01-05", "Sounded tired.", TALK);
        said("2025-03-05", "Paid by card.");
        assertThat(memory.recall(ada, RecallRequest.ofQuery("propeller")).observations())
                .extracting(hit -> hit.item().content(), hit -> hit.reasons())
                .containsExactly(
                        tuple("The propeller is bent.", Set.of(Reason.WORDS)),
                        tuple("Sounded tired.", Set.of(Reason.CONVERSATION)));
        assertThat(memory.recall(ada, RecallRequest.ofQuery("what happened in March 2025"))
                        .observations())
                .first()
                .satisfies(hit -> assertThat(hit.reasons()).containsExactly(Reason.DATE));
    }

    @Test
    void shortenedWordsAreReadAsWhatTheyStandFor() {
        said("2026-01-05", "appt moved, cust pd by DD");
        said("2026-01-06", "Likes to sail at dawn.");
        assertThat(asked("appointment")).containsExactly("appt moved, cust pd by DD");
        assertThat(asked("direct debit")).containsExactly("appt moved, cust pd by DD");
        assertThat(asked("DD")).containsExactly("appt moved, cust pd by DD");
        assertThat(memory.recall(ada, RecallRequest.ofQuery("paid"))
                        .observations()
                        .getFirst()
                        .matchedWords())
                .containsExactly("pd");
    }

    @Test
    void aColonParts() {
        said("2026-01-05", "Colour agreed, ref:varnish");
        assertThat(asked("varnish")).containsExactly("Colour agreed, ref:varnish");
        assertThat(asked("id:varnish")).containsExactly("Colour agreed, ref:varnish");
    }

    private Set<Reason> reasons(String question) {
        return memory.recall(ada, RecallRequest.ofQuery(question))
                .observations()
                .getFirst()
                .reasons();
    }
}
