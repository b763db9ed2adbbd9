package dev.recalldesk.profile;

import static dev.recalldesk.desk.Sample.NOW;
import static dev.recalldesk.desk.Sample.alyssa;
import static dev.recalldesk.desk.Sample.call;
import static dev.recalldesk.desk.Sample.customer;
import static dev.recalldesk.desk.Sample.full;
import static dev.recalldesk.desk.Sample.known;
import static dev.recalldesk.desk.Sample.observation;
import static dev.recalldesk.desk.Sample.summary;
import static dev.recalldesk.desk.Sample.trait;
import static dev.recalldesk.desk.Sample.traits;
import static dev.recalldesk.desk.Sample.withObservations;
import static dev.recalldesk.desk.Sample.withSummaries;
import static dev.recalldesk.desk.Sample.withTraits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.desk.Customer;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Identity;
import dev.recalldesk.desk.Part;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Trait;
import dev.recalldesk.profile.ProfileState.Group;
import dev.recalldesk.profile.ProfileState.Phase;
import dev.recalldesk.profile.ProfileState.Row;
import dev.recalldesk.ui.UiQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProfileViewModelTest {
    private final UiQueue ui = new UiQueue();
    private final List<String> copied = new ArrayList<>();
    private final List<String> retried = new ArrayList<>();
    private Instant now = NOW;
    private final ProfileViewModel model = new ProfileViewModel(
            ui.work(),
            () -> now,
            ZoneOffset.UTC,
            copied::add,
            call -> call.customer().flatMap(Customer::name),
            () -> retried.add("again"),
            Duration.ofMillis(1));

    @AfterEach
    void stop() {
        ui.close();
    }

    @Test
    void saysWhoTheCustomerIs() {
        model.show(full());

        ProfileState.Who who = shown().who();
        assertThat(who.name()).isEqualTo("Alyssa Marlow");
        assertThat(who.since()).isEqualTo("Customer since Mar 2023");
        assertThat(who.number()).isEqualTo("+1 317 555 0142");
        assertThat(who.matched()).isEqualTo("matched in 84 ms");
        assertThat(who.tier()).isEqualTo("Gold");
        assertThat(who.confirmed()).isTrue();
    }

    @Test
    void fallsBackOnTheDayTheProfileWasMade() {
        model.show(call("sim:1", known(customer("c", List.of(trait("Account", "customerSince", "long ago", 1))))));

        assertThat(shown().who().name()).isEqualTo("Customer without a name");
        assertThat(shown().who().since()).isEqualTo("Customer since May 2024");
    }

    @Test
    void saysWhenTheNameIsFromThisDeskAlone() {
        model.show(call("sim:1", new Identity.Known(alyssa(), false)));

        assertThat(shown().who().confirmed()).isFalse();
    }

    @Test
    void showsNobodyUntilItIsClearWhoCalls() {
        model.show(call("sim:1", new Identity.Searching()));
        assertThat(model.stateProperty().get()).isEqualTo(new ProfileState.Searching("+1 317 555 0142"));

        model.show(call("sim:1", new Identity.Nobody("+13175550142")));
        assertThat(model.stateProperty().get()).isInstanceOf(ProfileState.Absent.class);

        model.show(null);
        assertThat(model.stateProperty().get()).isInstanceOf(ProfileState.Absent.class);
    }

    @Test
    void ordersTheGroups() {
        model.show(full());

        assertThat(shown().traits().groups())
                .extracting(Group::name)
                .containsExactly("Contact", "Account", "Support", "Delivery");
    }

    @Test
    void givesEveryValueItsAgeAndExactTime() {
        model.show(full());

        Row tier = row("Account.tier");
        assertThat(tier.label()).isEqualTo("Tier");
        assertThat(tier.value()).isEqualTo("Gold");
        assertThat(tier.age()).isEqualTo("3 w");
        assertThat(tier.changedAt()).isEqualTo("Tue 3 Nov 2026, 14:05:11");
        assertThat(row("Account.openOrders").label()).isEqualTo("Open orders");
    }

    @Test
    void showsWhatTheProfileHoldsUntilTheTraitsLand() {
        model.show(call("sim:1", known(alyssa())));

        assertThat(shown().traits().phase()).isEqualTo(Phase.WAITING);
        assertThat(row("Account.tier").value()).isEqualTo("Gold");
        assertThat(row("Account.tier").age()).isEmpty();
    }

    @Test
    void keepsWhatWasKnownWhenTheMemoryFails() {
        Encounter call = full();
        model.show(call);
        model.show(withTraits(call, failed()));

        assertThat(shown().traits().phase()).isEqualTo(Phase.FAILED);
        assertThat(row("Account.tier").age()).isEqualTo("3 w");
        assertThat(row("Account.tier").mark()).isEmpty();
        model.retry();
        assertThat(retried).containsExactly("again");
    }

    @Test
    void marksAValueThatChangedUnderTheAgentsEyes() {
        model.show(full());
        model.show(withTraits(full(), replaced("tier", trait("Account", "tier", "Platinum", 0))));

        assertThat(row("Account.tier").value()).isEqualTo("Platinum");
        assertThat(row("Account.tier").mark()).isEqualTo("was Gold");
        assertThat(row("Account.openOrders").mark()).isEmpty();
    }

    @Test
    void takesTheMarkAwayAfterAWhile() {
        model.show(full());
        model.show(withTraits(full(), replaced("tier", trait("Account", "tier", "Platinum", 0))));
        now = now.plusSeconds(1);

        ui.runUntil("the mark to go", () -> row("Account.tier").mark().isEmpty());
        assertThat(row("Account.tier").value()).isEqualTo("Platinum");
    }

    @Test
    void marksAddedAndRemovedValues() {
        model.show(full());
        List<Trait> changed = new ArrayList<>(traits());
        changed.removeIf(trait -> trait.name().equals("city"));
        changed.add(trait("Contact", "nickname", "Al", 0));
        model.show(withTraits(full(), changed));

        assertThat(row("Contact.nickname").mark()).isEqualTo("new");
        assertThat(row("Contact.city").value()).isEmpty();
        assertThat(row("Contact.city").mark()).isEqualTo("was Indianapolis");

        now = now.plusSeconds(1);
        ui.runUntil(
                "the removed value to go",
                () -> rows().stream().noneMatch(row -> row.id().equals("Contact.city")));
    }

    @Test
    void marksNothingWhenAnotherCustomerIsShown() {
        model.show(full());
        model.show(call("sim:2", known(customer("bruno", List.of(trait("Account", "tier", "Silver", 1))))));

        assertThat(rows()).extracting(Row::mark).containsOnly("");
        model.show(full());
        assertThat(rows()).extracting(Row::mark).containsOnly("");
    }

    @Test
    void namesTheOpenPromiseAndTheLastContact() {
        model.show(full());

        ProfileState.Essentials essentials = shown().essentials();
        assertThat(essentials.promise()).isEqualTo("Refund of $248.00 promised by Thu 19 Nov");
        assertThat(essentials.contact()).isEqualTo("Last contact Tue 17 Nov");
        assertThat(essentials.topic()).isEqualTo("Asked for a copy of invoice HP-20418; the first never arrived.");
    }

    @Test
    void takesTheNewerOfSummaryAndObservationAsLastContact() {
        Encounter call = call("sim:1", known(alyssa()));
        model.show(withSummaries(withObservations(call, observation("Older.", 3)), summary("Newer.", 1)));

        assertThat(shown().essentials().contact()).isEqualTo("Last contact yesterday");
        assertThat(shown().essentials().topic()).isEqualTo("Newer.");

        model.show(withObservations(call, observation("Now.", 0)));
        assertThat(shown().essentials().contact()).isEqualTo("Last contact today");
    }

    @Test
    void leavesTheEssentialsOutWhenThereIsNothingToSay() {
        model.show(call("sim:1", known(customer("c", List.of()))));

        assertThat(shown().essentials().empty()).isTrue();
        assertThat(shown().summary()).isNull();
    }

    @Test
    void dropsAPromiseThatIsNoLongerThere() {
        List<Trait> kept = traits().stream()
                .filter(trait -> !trait.name().equals("promise"))
                .toList();
        model.show(withTraits(full(), kept));

        assertThat(shown().essentials().promise()).isEmpty();
    }

    @Test
    void showsTheNewestSummaryWithItsDay() {
        model.show(withSummaries(full(), summary("Old.", 30), summary("Young.", 12)));

        ProfileState.LastSummary last = shown().summary();
        assertThat(last).isNotNull();
        assertThat(last.content()).isEqualTo("Young.");
        assertThat(last.day()).isEqualTo("Thu 12 Nov");
    }

    @Test
    void copiesAValueAndSaysSo() {
        model.show(full());
        model.copy(row("Contact.email"));

        assertThat(copied).containsExactly("a.marlow@example.com");
        assertThat(model.copiedProperty().get()).isEqualTo("Contact.email");
        ui.runUntil("the word to go", () -> model.copiedProperty().get().isEmpty());
    }

    private ProfileState.Known shown() {
        return (ProfileState.Known) model.stateProperty().get();
    }

    private List<Row> rows() {
        return shown().traits().groups().stream()
                .flatMap(group -> group.rows().stream())
                .toList();
    }

    private Row row(String id) {
        return rows().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
    }

    private static List<Trait> replaced(String name, Trait by) {
        return traits().stream()
                .map(trait -> trait.name().equals(name) ? by : trait)
                .toList();
    }

    private static Part<List<Trait>> failed() {
        return new Part.Failed<>(new MemoryFailure.Unreachable("closed", null));
    }

    @Test
    void copiesWhatIsKnownAndSaysSoForAWhile() {
        model.copyContext();
        model.show(full());
        model.copyContext();
        ui.runUntil("the copy", () -> copied.equals(List.of("Alyssa Marlow")));

        assertThat(model.contextCopiedProperty().get()).isTrue();
        model.copy(shown().traits().groups().getFirst().rows().getFirst());
        assertThat(model.contextCopiedProperty().get()).isFalse();
        model.copyContext();
        ui.runUntil("the copy", () -> model.contextCopiedProperty().get());
        assertThat(model.copiedProperty().get()).isEmpty();
        ui.runUntil("the end", () -> !model.contextCopiedProperty().get());
    }

    @Test
    void copiesNobodyWhoWasLeftMeanwhile() {
        model.show(full());
        model.copyContext();
        model.show(null);
        model.show(call("sim:2", known(customer("bob", List.of()))));
        model.copyContext();
        model.show(full());
        model.copyContext();
        ui.runUntil("the copy", () -> model.contextCopiedProperty().get());

        assertThat(copied).containsExactly("Alyssa Marlow");
    }
}
