package dev.recalldesk.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.memory.TraitDefinition.DataType;
import dev.recalldesk.memory.TraitDefinition.Rule;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Trait groups say what customers may have, and values obey. */
abstract class TraitGroupContract extends MemoryArea {
    TraitGroupContract(Callable<MemoryAccount> source) {
        super(source);
    }

    @Test
    void aStoreIsBornWithContact() {
        TraitGroup contact = memory.traitGroups().getFirst();
        assertThat(contact.name()).isEqualTo("Contact");
        assertThat(contact.traits()).containsKeys("email", "phone", "firstName", "lastName", "preferredLanguage");
        assertThat(contact.traits().get("phone").promotedTo()).isEqualTo("phone");
        assertThat(contact.traits().get("email").promotedTo()).isEqualTo("email");
        conflict(() -> memory.deleteTraitGroup("Contact"));
    }

    private void account() {
        memory.createTraitGroup(new TraitGroup(
                "Account",
                "The contract",
                Map.of(
                        "tier", new TraitDefinition(DataType.STRING, "", new Rule.OfText("gold|silver", null, 6), null),
                        "points", new TraitDefinition(DataType.NUMBER, "", new Rule.OfNumber(0.0, 100.0), null),
                        "vip", new TraitDefinition(DataType.BOOLEAN, "", null, null),
                        "boats", new TraitDefinition(DataType.ARRAY, "", new Rule.OfList(null, 2), null)),
                1));
        eventually(() ->
                assertThat(memory.traitGroups()).extracting(TraitGroup::name).contains("Account"));
    }

    @Test
    void traitGroupsGrowAndShrink() {
        account();
        Map<String, TraitDefinition> changes = new HashMap<>();
        changes.put("vip", null);
        changes.put("since", new TraitDefinition(DataType.NUMBER, "Year", null, null));
        memory.updateTraitGroup("Account", "What was agreed", changes);
        eventually(() -> assertThat(memory.traitGroups())
                .filteredOn(group -> group.name().equals("Account"))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.traits()).containsOnlyKeys("tier", "points", "boats", "since");
                    assertThat(group.traits().get("tier").rule()).isEqualTo(new Rule.OfText("gold|silver", null, 6));
                    assertThat(group.description()).isEqualTo("What was agreed");
                    assertThat(group.version()).isEqualTo(2);
                }));
        conflict(() -> memory.createTraitGroup(new TraitGroup("Account", "", Map.of(), 1)));
        invalid("displayName", () -> memory.createTraitGroup(new TraitGroup("no spaces", "", Map.of(), 1)));
        notFound(() -> memory.updateTraitGroup("Nothing", null, Map.of()));
        memory.deleteTraitGroup("Account");
        eventually(() ->
                assertThat(memory.traitGroups()).extracting(TraitGroup::name).doesNotContain("Account"));
        notFound(() -> memory.deleteTraitGroup("Account"));
    }

    @Test
    void valuesObeyTheirDefinitions() {
        account();
        String ada = customer();
        Map<String, TraitValue> good = Map.of(
                "tier", TraitValue.of("gold"),
                "points", new TraitValue.Whole(7),
                "vip", new TraitValue.Flag(true),
                "boats", new TraitValue.Many(List.of(TraitValue.of("Heron"), TraitValue.of("Tern"))));
        memory.updateTraits(ada, Map.of("Account", new HashMap<>(good)));
        eventually(() -> assertThat(memory.profile(ada).traits().get("Account")).isEqualTo(good));
        invalid("tier", () -> set(ada, "Account", "tier", TraitValue.of("lead")));
        invalid("tier", () -> set(ada, "Account", "tier", new TraitValue.Whole(1)));
        invalid("points", () -> set(ada, "Account", "points", new TraitValue.Whole(101)));
        invalid("vip", () -> set(ada, "Account", "vip", TraitValue.of("yes")));
        invalid(
                "boats",
                () -> set(ada, "Account", "boats", new TraitValue.Many(Collections.nCopies(3, TraitValue.of("x")))));
        invalid("colour", () -> set(ada, "Account", "colour", TraitValue.of("red")));
        invalid("Nothing", () -> set(ada, "Nothing", "at", TraitValue.of("all")));
        assertThat(memory.profile(ada).traits().get("Account")).isEqualTo(good);
    }

    private void define(String group, String trait, TraitDefinition definition) {
        Map<String, TraitDefinition> one = new HashMap<>();
        one.put(trait, definition);
        memory.updateTraitGroup(group, null, one);
        eventually(() -> assertThat(memory.traitGroups())
                .filteredOn(each -> each.name().equals(group))
                .singleElement()
                .satisfies(each -> assertThat(each.traits().get(trait)).isEqualTo(definition)));
    }

    private static TraitDefinition text(Rule rule, String promotedTo) {
        return new TraitDefinition(DataType.STRING, "", rule, promotedTo);
    }

    @Test
    void aTraitPromotedLaterFindsWhoHasItAlready() {
        account();
        String ada = customer();
        define("Account", "loyalty", text(null, null));
        set(ada, "Account", "loyalty", TraitValue.of("L-77"));
        eventually(
                () -> assertThat(memory.profile(ada).text("Account", "loyalty")).contains("L-77"));
        define("Account", "loyalty", text(null, "loyalty-id"));
        eventually(() ->
                assertThat(memory.lookup("loyalty-id", "L-77").profileIds()).containsExactly(ada));
        define("Account", "loyalty", null);
        eventually(() -> invalid("idType", () -> memory.lookup("loyalty-id", "L-77")));
        assertThat(memory.identifiers(ada)).extracting(Identifier::idType).containsExactly("phone");
    }

    @Test
    void aPromotionThatValuesCannotFollowIsRefused() {
        account();
        String ada = customer();
        define("Account", "office", text(null, null));
        set(ada, "Account", "office", TraitValue.of("by the harbor"));
        eventually(
                () -> assertThat(memory.profile(ada).text("Account", "office")).contains("by the harbor"));
        conflict(() -> memory.updateTraitGroup("Account", null, Map.of("office", text(null, "phone"))));
        assertThat(memory.profile(ada).text("Account", "office")).contains("by the harbor");
        assertThat(memory.identifiers(ada)).extracting(Identifier::values).containsExactly(List.of("+12065550119"));
    }

    @Test
    void aNewRuleLeavesWhatIsThereAndHoldsForWhatComes() {
        account();
        String ada = customer();
        set(ada, "Account", "tier", TraitValue.of("gold"));
        eventually(() -> assertThat(memory.profile(ada).text("Account", "tier")).contains("gold"));
        define("Account", "tier", text(new Rule.OfText("bronze", null, null), null));
        assertThat(memory.profile(ada).text("Account", "tier")).contains("gold");
        invalid("tier", () -> set(ada, "Account", "tier", TraitValue.of("gold")));
        set(ada, "Account", "tier", TraitValue.of("bronze"));
        eventually(() -> assertThat(memory.profile(ada).text("Account", "tier")).contains("bronze"));
    }

    @Test
    void aPatternThatWouldTakeForEverRefusesTheValue() {
        account();
        String ada = customer();
        define("Account", "tier", text(new Rule.OfText("(a+)+b", null, null), null));
        invalid("tier", () -> set(ada, "Account", "tier", TraitValue.of("a".repeat(1000))));
        define("Account", "tier", text(new Rule.OfText("(a|ab|c)*", null, null), null));
        set(ada, "Account", "tier", TraitValue.of("abc"));
        eventually(() -> assertThat(memory.profile(ada).text("Account", "tier")).contains("abc"));
    }

    @Test
    void whatCustomersAreRecognisedByIsProtected() {
        Map<String, TraitDefinition> without = new HashMap<>();
        without.put("phone", null);
        conflict(() -> memory.updateTraitGroup("Contact", null, without));
        conflict(() -> memory.updateTraitGroup("Contact", null, Map.of("phone", text(null, null))));
        String ada = customer();
        eventually(() ->
                assertThat(memory.lookup("phone", "+12065550119").profileIds()).containsExactly(ada));
    }
}
