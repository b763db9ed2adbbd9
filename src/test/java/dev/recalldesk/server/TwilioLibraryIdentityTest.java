package dev.recalldesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.twilio.exception.ApiException;
import com.twilio.rest.memory.v1.Bulk;
import com.twilio.rest.memory.v1.BulkUpdater;
import com.twilio.rest.memory.v1.Identifier;
import com.twilio.rest.memory.v1.IdentifierCreator;
import com.twilio.rest.memory.v1.IdentifierDeleter;
import com.twilio.rest.memory.v1.IdentifierFetcher;
import com.twilio.rest.memory.v1.IdentifierPatcher;
import com.twilio.rest.memory.v1.IdentityResolutionSetting;
import com.twilio.rest.memory.v1.IdentityResolutionSetting.FetchIdentityResolutionSettingResponse;
import com.twilio.rest.memory.v1.IdentityResolutionSetting.IdentifierConfig;
import com.twilio.rest.memory.v1.IdentityResolutionSetting.IdentityResolutionSettingsCore;
import com.twilio.rest.memory.v1.IdentityResolutionSetting.LimitPolicy;
import com.twilio.rest.memory.v1.IdentityResolutionSetting.MatchingAlgo;
import com.twilio.rest.memory.v1.IdentityResolutionSetting.Normalization;
import com.twilio.rest.memory.v1.IdentityResolutionSettingFetcher;
import com.twilio.rest.memory.v1.IdentityResolutionSettingUpdater;
import com.twilio.rest.memory.v1.Lookup;
import com.twilio.rest.memory.v1.LookupCreator;
import com.twilio.rest.memory.v1.Observation;
import com.twilio.rest.memory.v1.ObservationCreator;
import com.twilio.rest.memory.v1.ObservationReader;
import com.twilio.rest.memory.v1.Operation;
import com.twilio.rest.memory.v1.OperationFetcher;
import com.twilio.rest.memory.v1.ProfileFetcher;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is who, as the official library, an independent client, decides on it and asks for it. */
class TwilioLibraryIdentityTest extends TwilioLibrary {
    private static IdentifierConfig.Builder phone() {
        return new IdentifierConfig.Builder("phone").normalization(Normalization.PHONE);
    }

    private String settle(String store, String version, List<IdentifierConfig> configs, String... rules) {
        return new IdentityResolutionSettingUpdater(
                        store, new IdentityResolutionSettingsCore.Builder(configs, List.of(rules)).build())
                .setIfMatch(version)
                .update(twilio)
                .getStatusUrl()
                .toString();
    }

    private FetchIdentityResolutionSettingResponse settings(String store) {
        return new IdentityResolutionSettingFetcher(store).fetch(twilio);
    }

    private void add(String store, String profile, String type, String value) {
        new IdentifierCreator(store, profile, new Identifier._Identifier.Builder(type, value).build()).create(twilio);
    }

    private List<String> found(String store, String type, String value) {
        return new LookupCreator(store, new Lookup.Identifier.Builder(type, value).build())
                .create(twilio)
                .getProfiles();
    }

    @Test
    void theWayCustomersAreRecognisedIsReadAndReplaced() {
        String store = store();
        FetchIdentityResolutionSettingResponse born = settings(store);
        assertThat(born.getMatchingRules()).containsExactly("email", "whatsapp", "phone");
        assertThat(born.getIdentifierConfigs())
                .extracting(IdentifierConfig::getNormalization)
                .containsExactly(Normalization.EMAIL, Normalization.TRIM, Normalization.PHONE);
        assertThat(born.getVersion()).isEqualTo(1);

        IdentifierConfig badge = new IdentifierConfig.Builder("badge")
                .matchingAlgo(MatchingAlgo.FUZZY)
                .matchingThreshold(80)
                .limit(2)
                .limitPolicy(LimitPolicy.LIFO)
                .enforceUnique(false)
                .normalization(Normalization.NONE)
                .build();
        String status = settle(store, "\"1\"", List.of(badge, phone().build()), "phone", "badge");
        Operation.FetchOperationResponse operation =
                new OperationFetcher(status.substring(status.lastIndexOf('/') + 1)).fetch(twilio);
        assertThat(operation.getStatus()).isEqualTo(Operation.Status.COMPLETED);
        assertThat(operation.getResultUrl().getPath())
                .isEqualTo("/v1/ControlPlane/Stores/" + store + "/IdentityResolutionSettings");
        FetchIdentityResolutionSettingResponse read = settings(store);
        assertThat(read.getVersion()).isEqualTo(2);
        assertThat(read.getMatchingRules()).containsExactly("phone", "badge");
        assertThat(read.getIdentifierConfigs().getFirst()).isEqualTo(badge);
        IdentifierConfig completed = read.getIdentifierConfigs().getLast();
        assertThat(completed.getMatchingAlgo()).isEqualTo(MatchingAlgo.EXACT);
        assertThat(completed.getMatchingThreshold()).isEqualTo(75);
        assertThat(completed.getLimit()).isEqualTo(100);
        assertThat(completed.getLimitPolicy()).isEqualTo(LimitPolicy.FIFO);
        assertThat(completed.getEnforceUnique()).isTrue();

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> settle(store, "\"1\"", List.of(phone().build()), "phone"))
                .satisfies(failure -> assertThat(failure.getStatusCode()).isEqualTo(412))
                .satisfies(failure -> assertThat(failure.getCode()).isEqualTo(520043));
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> settle(store, "\"2\"", List.of(phone().build()), "email"))
                .satisfies(failure -> assertThat(failure.getCode()).isEqualTo(520046))
                .withMessageContaining("matchingRules[0]");
        assertThat(settings(store).getVersion()).isEqualTo(2);
    }

    @Test
    void addingTheNumberOfAnotherCustomerMakesThemOne() {
        String store = store();
        String ada = customer(store, "+12065550119");
        String bo = customer(store, "+12065550120");
        new ObservationCreator(
                        store,
                        bo,
                        new Observation.CreateObservationsRequest.Builder(
                                        List.of(new Observation.ObservationCreateRequest.Builder(
                                                        "Wants invoices by post", NOON, "agent")
                                                .build()))
                                .build())
                .create(twilio);
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> new IdentifierPatcher(
                                store,
                                bo,
                                "phone",
                                new Identifier.IdentifierUpdate.Builder("phone", "+12065550120", "+12065550119")
                                        .build())
                        .patch(twilio))
                .satisfies(failure -> assertThat(failure.getStatusCode()).isEqualTo(409))
                .satisfies(failure -> assertThat(failure.getCode()).isEqualTo(20409));
        assertThat(profiles(store)).containsExactly(bo, ada);

        add(store, bo, "phone", "206 555 0119");
        assertThat(profiles(store)).containsExactly(ada);
        assertThat(found(store, "phone", "+12065550120")).containsExactly(ada);
        assertThat(new IdentifierFetcher(store, ada, "phone").fetch(twilio).getValues())
                .containsExactly("+12065550119", "+12065550120");
        assertThat(all(new ObservationReader(store, ada).read(twilio)))
                .extracting(Observation.ListObservationResponse::getContent)
                .containsExactly("Wants invoices by post");
    }

    @Test
    void aNumberThatNeedNotBeUniqueIsKeptByBoth() {
        String store = store();
        settle(
                store,
                "\"1\"",
                List.of(phone().enforceUnique(false)
                        .limit(2)
                        .limitPolicy(LimitPolicy.LIFO)
                        .build()),
                "phone");
        String ada = customer(store, "+12065550119");
        String bo = customer(store, "+12065550120");
        add(store, bo, "phone", "+12065550119");
        assertThat(found(store, "phone", "+12065550119")).containsExactly(ada, bo);
        new IdentifierPatcher(
                        store,
                        ada,
                        "phone",
                        new Identifier.IdentifierUpdate.Builder("phone", "+12065550119", "+12065550120").build())
                .patch(twilio);
        assertThat(found(store, "phone", "+12065550120")).containsExactly(ada, bo);
        add(store, bo, "phone", "+12065550121");
        assertThat(new IdentifierFetcher(store, bo, "phone").fetch(twilio).getValues())
                .containsExactly("+12065550120", "+12065550119");
        new IdentifierDeleter(store, bo, "phone").delete(twilio);
        assertThat(new IdentifierFetcher(store, bo, "phone").fetch(twilio).getValues())
                .containsExactly("+12065550120");
    }

    private static Bulk.ProfileData data(String trait, String value) {
        return new Bulk.ProfileData.Builder()
                .traits(Map.of("Contact", Map.of("phone", "+12065550119", trait, value)))
                .build();
    }

    @Test
    void ofManyCustomersAllAreWrittenOrNone() {
        String store = store();
        String ada = customer(store, "+12065550119");
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> new BulkUpdater(
                                store,
                                new Bulk.UpdateProfilesBulkRequest.Builder()
                                        .profiles(List.of(data("city", "Astoria"), data("shoe", "42")))
                                        .build())
                        .update(twilio))
                .satisfies(failure -> assertThat(failure.getStatusCode()).isEqualTo(400))
                .withMessageContaining("profiles[1].traits.Contact.shoe");
        assertThat(new ProfileFetcher(store, ada).fetch(twilio).getTraits().get("Contact"))
                .doesNotContainKey("city");
        assertThat(IdentityResolutionSetting.fetcher(store).fetch(twilio).getVersion())
                .isEqualTo(1);
    }
}
