package dev.recalldesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.twilio.exception.ApiException;
import com.twilio.rest.memory.v1.ConversationSummary;
import com.twilio.rest.memory.v1.ConversationSummaryCreator;
import com.twilio.rest.memory.v1.ConversationSummaryDeleter;
import com.twilio.rest.memory.v1.ConversationSummaryFetcher;
import com.twilio.rest.memory.v1.ConversationSummaryPatcher;
import com.twilio.rest.memory.v1.ConversationSummaryReader;
import com.twilio.rest.memory.v1.Identifier;
import com.twilio.rest.memory.v1.IdentifierCreator;
import com.twilio.rest.memory.v1.IdentifierDeleter;
import com.twilio.rest.memory.v1.IdentifierFetcher;
import com.twilio.rest.memory.v1.IdentifierPatcher;
import com.twilio.rest.memory.v1.IdentifierReader;
import com.twilio.rest.memory.v1.Lookup;
import com.twilio.rest.memory.v1.LookupCreator;
import com.twilio.rest.memory.v1.Observation;
import com.twilio.rest.memory.v1.ObservationCreator;
import com.twilio.rest.memory.v1.ObservationDeleter;
import com.twilio.rest.memory.v1.ObservationFetcher;
import com.twilio.rest.memory.v1.ObservationPatcher;
import com.twilio.rest.memory.v1.ObservationReader;
import com.twilio.rest.memory.v1.Recall;
import com.twilio.rest.memory.v1.RecallCreator;
import com.twilio.rest.memory.v1.RevisionReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is remembered of a customer, as the official library, an independent client, asks for it. */
class TwilioLibraryMemoryTest extends TwilioLibrary {
    @Test
    void identifiersAreAddedFoundReplacedAndRemoved() {
        String store = store();
        String ada = customer(store, "+12065550119");
        String bo = customer(store, "+12065550120");
        new IdentifierCreator(store, ada, new Identifier._Identifier.Builder("email", "Ada@Example.com").build())
                .create(twilio);
        assertThat(new IdentifierFetcher(store, ada, "email").fetch(twilio).getValues())
                .containsExactly("ada@example.com");
        assertThat(all(new IdentifierReader(store, ada).read(twilio)))
                .extracting(Identifier.ListIdentifierResponse::getIdType)
                .containsExactly("email", "phone");
        Lookup.CreateLookupResponse found =
                new LookupCreator(store, new Lookup.Identifier.Builder("phone", "206 555 0119").build()).create(twilio);
        assertThat(found.getNormalizedValue()).isEqualTo("+12065550119");
        assertThat(found.getProfiles()).containsExactly(ada);
        assertThat(new LookupCreator(store, new Lookup.Identifier.Builder("phone", "+12065550999").build())
                        .create(twilio)
                        .getProfiles())
                .isEmpty();
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> new IdentifierPatcher(
                                store,
                                bo,
                                "phone",
                                new Identifier.IdentifierUpdate.Builder("phone", "+12065550120", "+12065550119")
                                        .build())
                        .patch(twilio))
                .satisfies(failure -> assertThat(failure.getCode()).isEqualTo(20409));
        new IdentifierPatcher(
                        store,
                        bo,
                        "phone",
                        new Identifier.IdentifierUpdate.Builder("phone", "+12065550120", "+12065550121").build())
                .patch(twilio);
        new IdentifierCreator(store, bo, new Identifier._Identifier.Builder("phone", "+12065550122").build())
                .create(twilio);
        new IdentifierDeleter(store, bo, "phone").delete(twilio);
        assertThat(new IdentifierFetcher(store, bo, "phone").fetch(twilio).getValues())
                .containsExactly("+12065550122");
        new IdentifierDeleter(store, bo, "phone").setRemoveAll(true).delete(twilio);
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> new IdentifierFetcher(store, bo, "phone").fetch(twilio))
                .satisfies(failure -> assertThat(failure.getCode()).isEqualTo(20404));
    }

    @Test
    void observationsAreAddedFilteredPagedCorrectedAndDeleted() {
        String store = store();
        String ada = customer(store, "+12065550119");
        new ObservationCreator(
                        store,
                        ada,
                        new Observation.CreateObservationsRequest.Builder(List.of(
                                        new Observation.ObservationCreateRequest.Builder("First", NOON, "agent.jdoe")
                                                .conversationIds(List.of(TALK))
                                                .build(),
                                        new Observation.ObservationCreateRequest.Builder("Second", NOON, "import/crm")
                                                .build()))
                                .build())
                .create(twilio);
        List<Observation.ListObservationResponse> listed =
                all(new ObservationReader(store, ada).setPageSize(1).read(twilio));
        assertThat(listed)
                .extracting(Observation.ListObservationResponse::getContent)
                .containsExactly("Second", "First");
        assertThat(listed).allSatisfy(each -> assertThat(each.getOccurredAt()).isEqualTo(NOON));
        assertThat(all(new ObservationReader(store, ada)
                        .setConversationId(TALK)
                        .setCreatedAfter(NOON.minusYears(1))
                        .setOrderBy(Observation.OrderBy.ASC)
                        .read(twilio)))
                .extracting(Observation.ListObservationResponse::getContent)
                .containsExactly("First");
        assertThat(all(new ObservationReader(store, ada).setSource("import/crm").read(twilio)))
                .hasSize(1);

        String id = listed.getFirst().getId();
        new ObservationPatcher(
                        store,
                        ada,
                        id,
                        new Observation.ObservationBase.Builder()
                                .content("Second, corrected")
                                .build())
                .patch(twilio);
        assertThat(new ObservationFetcher(store, ada, id).fetch(twilio).getContent())
                .isEqualTo("Second, corrected");
        assertThat(all(new RevisionReader(store, ada, id).setPageSize(1).read(twilio)))
                .extracting(each -> each.getContent())
                .containsExactly("Second, corrected", "Second");
        new ObservationDeleter(store, ada, id).delete(twilio);
        assertThat(all(new ObservationReader(store, ada).read(twilio))).hasSize(1);
    }

    @Test
    void summariesAreAddedPagedCorrectedAndDeleted() {
        String store = store();
        String ada = customer(store, "+12065550119");
        new ConversationSummaryCreator(
                        store,
                        ada,
                        new ConversationSummary.CreateSummariesRequest.Builder(List.of(
                                        new ConversationSummary.SummaryCore.Builder("One", NOON, TALK)
                                                .source("ai")
                                                .build(),
                                        new ConversationSummary.SummaryCore.Builder("Two", NOON, TALK).build()))
                                .build())
                .create(twilio);
        List<ConversationSummary.ListConversationSummaryResponse> listed = all(new ConversationSummaryReader(store, ada)
                .setConversationId(TALK)
                .setPageSize(1)
                .read(twilio));
        assertThat(listed)
                .extracting(ConversationSummary.ListConversationSummaryResponse::getContent)
                .containsExactly("Two", "One");
        String id = listed.getFirst().getId();
        new ConversationSummaryPatcher(
                        store,
                        ada,
                        id,
                        new ConversationSummary.SummaryCorePatch.Builder()
                                .content("Two, corrected")
                                .build())
                .patch(twilio);
        ConversationSummary.FetchConversationSummaryResponse read =
                new ConversationSummaryFetcher(store, ada, id).fetch(twilio);
        assertThat(read.getContent()).isEqualTo("Two, corrected");
        assertThat(read.getConversationId()).isEqualTo(TALK);
        new ConversationSummaryDeleter(store, ada, id).delete(twilio);
        assertThat(all(new ConversationSummaryReader(store, ada).read(twilio))).hasSize(1);
    }

    @Test
    void recallRanksByAQuestionAndWithoutOneGivesTheMostRecentUnscored() {
        String store = store();
        String ada = customer(store, "+12065550119");
        new ObservationCreator(
                        store,
                        ada,
                        new Observation.CreateObservationsRequest.Builder(List.of(
                                        new Observation.ObservationCreateRequest.Builder(
                                                        "Owns a sailing boat named Petrel", NOON, "agent")
                                                .build(),
                                        new Observation.ObservationCreateRequest.Builder(
                                                        "Wants invoices by post", NOON.plusDays(1), "agent")
                                                .build()))
                                .build())
                .create(twilio);
        Recall.CreateRecallResponse ranked = new RecallCreator(
                        store,
                        ada,
                        new Recall.MemoryRetrievalRequest.Builder()
                                .query("which boat")
                                .build())
                .create(twilio);
        assertThat(ranked.getObservations().getFirst().getContent()).contains("Petrel");
        assertThat(ranked.getObservations().getFirst().getScore()).isBetween(0.0, 1.0);
        assertThat(ranked.getSummaries()).isEmpty();
        assertThat(ranked.getCommunications()).isEmpty();
        assertThat(ranked.getMeta().getQueryTime()).isNotNegative();
        Recall.CreateRecallResponse recent = new RecallCreator(
                        store,
                        ada,
                        new Recall.MemoryRetrievalRequest.Builder()
                                .observationsLimit(1)
                                .build())
                .create(twilio);
        assertThat(recent.getObservations()).hasSize(1);
        assertThat(recent.getObservations().getFirst().getContent()).contains("invoices");
        assertThat(recent.getObservations().getFirst().getScore()).isNull();
    }
}
