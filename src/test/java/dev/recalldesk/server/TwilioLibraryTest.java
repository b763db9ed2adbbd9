package dev.recalldesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.twilio.base.Page;
import com.twilio.exception.ApiException;
import com.twilio.rest.memory.v1.Bulk;
import com.twilio.rest.memory.v1.BulkUpdater;
import com.twilio.rest.memory.v1.Operation;
import com.twilio.rest.memory.v1.Profile;
import com.twilio.rest.memory.v1.ProfileDeleter;
import com.twilio.rest.memory.v1.ProfileFetcher;
import com.twilio.rest.memory.v1.ProfilePatcher;
import com.twilio.rest.memory.v1.Store;
import com.twilio.rest.memory.v1.StoreCreator;
import com.twilio.rest.memory.v1.StoreDeleter;
import com.twilio.rest.memory.v1.StoreFetcher;
import com.twilio.rest.memory.v1.StorePatcher;
import com.twilio.rest.memory.v1.Trait;
import com.twilio.rest.memory.v1.TraitGroup;
import com.twilio.rest.memory.v1.TraitGroupCreator;
import com.twilio.rest.memory.v1.TraitGroupDeleter;
import com.twilio.rest.memory.v1.TraitGroupFetcher;
import com.twilio.rest.memory.v1.TraitGroupPatcher;
import com.twilio.rest.memory.v1.TraitGroupReader;
import com.twilio.rest.memory.v1.TraitReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Stores, trait groups and customers as the official library, an independent client, asks for them. */
class TwilioLibraryTest extends TwilioLibrary {
    @Test
    void aStoreIsMadeThroughAnOperationReadChangedListedAndDeleted() {
        Operation.FetchOperationResponse operation =
                operation(new StoreCreator(new Store.ServiceRequest.Builder("Harbor-Tools")
                                .description("Boats")
                                .build())
                        .create(twilio)
                        .getStatusUrl()
                        .toString());
        assertThat(operation.getStatus()).isEqualTo(Operation.Status.COMPLETED);
        String id = operation.getResult().getId();
        assertThat(operation.getResultUrl().getPath()).isEqualTo("/v1/ControlPlane/Stores/" + id);

        new StorePatcher(id)
                .setPatchStoreRequest(new Store.PatchStoreRequest.Builder()
                        .displayName("Harbor")
                        .build())
                .setIfMatch("\"1\"")
                .patch(twilio);
        Store.FetchStoreResponse store = new StoreFetcher(id).fetch(twilio);
        assertThat(store.getDisplayName()).isEqualTo("Harbor");
        assertThat(store.getDescription()).isEqualTo("Boats");
        assertThat(store.getStatus()).isEqualTo(Store.Status.ACTIVE);
        assertThat(store.getVersion()).isEqualTo(2);
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> new StorePatcher(id)
                        .setPatchStoreRequest(new Store.PatchStoreRequest.Builder().build())
                        .setIfMatch("\"1\"")
                        .patch(twilio))
                .satisfies(failure -> assertThat(failure.getStatusCode()).isEqualTo(412))
                .satisfies(failure -> assertThat(failure.getCode()).isEqualTo(520043));

        String second = store("Second");
        assertThat(stores()).containsExactly(second, id);

        new StoreDeleter(id).delete(twilio);
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> new StoreFetcher(id).fetch(twilio))
                .satisfies(failure -> assertThat(failure.getStatusCode()).isEqualTo(404))
                .satisfies(failure -> assertThat(failure.getCode()).isEqualTo(520041));
    }

    @Test
    void aTraitGroupIsMadeExtendedReadInPagesAndDeleted() {
        String store = store();
        new TraitGroupCreator(store)
                .setTraitGroupRequest(new TraitGroup.TraitGroupRequest.Builder("Loyalty")
                        .description("Points")
                        .traits(Map.of(
                                "tier",
                                new TraitGroup.TraitGroupRequestTraits.Builder(TraitGroup.DataType.STRING)
                                        .validationRule(new TraitGroup.ValidationRule.Builder()
                                                .ruleType(TraitGroup.RuleType.STRING)
                                                .maxLength(10)
                                                .build())
                                        .build()))
                        .build())
                .create(twilio);
        new TraitGroupPatcher(store, "Loyalty")
                .setPatchTraitGroupRequest(new TraitGroup.PatchTraitGroupRequest.Builder()
                        .description("Points and tier")
                        .traits(Map.of(
                                "points", new TraitGroup.TraitDefinition.Builder(TraitGroup.DataType.NUMBER).build()))
                        .build())
                .setIfMatch("\"1\"")
                .patch(twilio);
        TraitGroup._TraitGroup group =
                new TraitGroupFetcher(store, "Loyalty").fetch(twilio).getTraitGroup();
        assertThat(group.getVersion()).isEqualTo(2);
        assertThat(group.getDescription()).isEqualTo("Points and tier");
        assertThat(group.getTraits()).containsOnlyKeys("tier", "points");
        assertThat(group.getTraits().get("tier").getValidationRule().getMaxLength())
                .isEqualTo(10);
        assertThat(new TraitGroupFetcher(store, "Loyalty")
                        .setPageSize(1)
                        .fetch(twilio)
                        .getTraitGroup()
                        .getTraits())
                .hasSize(1);
        assertThat(all(new TraitGroupReader(store).setPageSize(1).read(twilio)))
                .extracting(TraitGroup.ListTraitGroupResponse::getDisplayName)
                .containsExactly("Loyalty", "Contact");
        new TraitGroupDeleter(store, "Loyalty").delete(twilio);
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> new TraitGroupFetcher(store, "Loyalty").fetch(twilio))
                .satisfies(failure -> assertThat(failure.getCode()).isEqualTo(520047));
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> new TraitGroupDeleter(store, "Contact").delete(twilio))
                .satisfies(failure -> assertThat(failure.getCode()).isEqualTo(520050));
    }

    @Test
    void aCustomerIsResolvedReadChangedListedAndDeleted() {
        String store = store();
        String ada = customer(store, "(206) 555-0119");
        assertThat(customer(store, "+12065550119")).isEqualTo(ada);
        String second = customer(store, "+12065550120");

        new ProfilePatcher(
                        store,
                        ada,
                        new Profile.ProfilePatch.Builder()
                                .traits(Map.of("Contact", Map.of("city", "Astoria")))
                                .build())
                .patch(twilio);
        Profile.FetchProfileResponse profile = new ProfileFetcher(store, ada).fetch(twilio);
        assertThat(profile.getId()).isEqualTo(ada);
        assertThat(profile.getTraits().get("Contact"))
                .containsEntry("city", "Astoria")
                .containsEntry("firstName", "Ada");
        assertThat(new ProfileFetcher(store, ada)
                        .setTraitGroups("Account")
                        .fetch(twilio)
                        .getTraits())
                .isEmpty();
        assertThat(all(new TraitReader(store, ada)
                        .setTraitGroups("Contact")
                        .setPageSize(1)
                        .read(twilio)))
                .extracting(trait -> trait.getName() + "=" + trait.getValue())
                .containsExactlyInAnyOrder("city=Astoria", "firstName=Ada", "phone=+12065550119");

        assertThat(profiles(store)).containsExactly(second, ada);
        new ProfileDeleter(store, second).delete(twilio);
        assertThat(profiles(store)).containsExactly(ada);
    }

    @Test
    void pagesAreTurnedForwardsAndBack() {
        String store = store();
        String ada = customer(store, "+12065550119");
        TraitReader traits = new TraitReader(store, ada).setPageSize(1);
        Page<Trait.ListTraitResponse> first = traits.firstPage(twilio);
        Page<Trait.ListTraitResponse> second = traits.nextPage(first, twilio);
        assertThat(second.hasNextPage()).isFalse();
        assertThat(second.getRecords().getFirst().getName())
                .isNotEqualTo(first.getRecords().getFirst().getName());
        Page<Trait.ListTraitResponse> back = traits.previousPage(second, twilio);
        assertThat(back.getRecords()).isEqualTo(first.getRecords());
        assertThat(back.hasNextPage()).isTrue();
    }

    @Test
    void manyCustomersAreWrittenAtOnce() {
        String store = store();
        String ada = customer(store, "+12065550119");
        List<Bulk.ProfileData> many = List.of(
                new Bulk.ProfileData.Builder()
                        .traits(Map.of("Contact", Map.of("phone", "+12065550119", "city", "Astoria")))
                        .build(),
                new Bulk.ProfileData.Builder()
                        .traits(Map.of("Contact", Map.of("email", "bo@example.com")))
                        .build());
        new BulkUpdater(
                        store,
                        new Bulk.UpdateProfilesBulkRequest.Builder()
                                .profiles(many)
                                .build())
                .update(twilio);
        assertThat(profiles(store)).hasSize(2).contains(ada);
        assertThat(new ProfileFetcher(store, ada).fetch(twilio).getTraits().get("Contact"))
                .containsEntry("city", "Astoria")
                .containsEntry("firstName", "Ada");
    }
}
