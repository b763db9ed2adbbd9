package dev.recalldesk.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.memory.IdentifierConfig.LimitPolicy;
import dev.recalldesk.memory.IdentifierConfig.Matching;
import dev.recalldesk.memory.IdentifierConfig.Normalization;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** The identity settings of a store govern by what its customers are recognised. */
abstract class IdentityContract extends MemoryArea {
    private static final IdentifierConfig BADGE = IdentifierConfig.of("badge", Normalization.TRIM);

    IdentityContract(Callable<MemoryAccount> source) {
        super(source);
    }

    private static IdentifierConfig phone() {
        return IdentifierConfig.of("phone", Normalization.PHONE);
    }

    private static IdentifierConfig limited(int limit, LimitPolicy policy) {
        return new IdentifierConfig("badge", Matching.EXACT, 75, limit, policy, true, Normalization.TRIM);
    }

    private static IdentifierConfig fuzzy(int threshold) {
        return new IdentifierConfig(
                "badge", Matching.FUZZY, threshold, 100, LimitPolicy.FIFO, true, Normalization.TRIM);
    }

    /** Adds types to those the store is born with; each is a rule as well. */
    private void configure(IdentifierConfig... types) {
        List<IdentifierConfig> configs = new ArrayList<>(List.of(types));
        List<String> rules = new ArrayList<>();
        for (IdentifierConfig born : IdentitySettings.DEFAULT.identifierConfigs()) {
            if (configs.stream().noneMatch(each -> each.idType().equals(born.idType()))) {
                configs.add(born);
            }
        }
        configs.forEach(each -> rules.add(each.idType()));
        settle(configs, rules);
    }

    private void settle(List<IdentifierConfig> configs, List<String> rules) {
        int version = memory.identitySettings().version();
        memory.updateIdentitySettings(new IdentitySettings(configs, rules, 1));
        eventually(() ->
                assertThat(memory.identitySettings()).isEqualTo(new IdentitySettings(configs, rules, version + 1)));
    }

    /** A group with a trait that is promoted to badges. */
    private void badges() {
        TraitDefinition badge = new TraitDefinition(TraitDefinition.DataType.STRING, "", null, "badge");
        memory.createTraitGroup(new TraitGroup("Access", "", Map.of("badge", badge), 1));
        eventually(() ->
                assertThat(memory.traitGroups()).extracting(TraitGroup::name).contains("Access"));
    }

    private String badged(String badge) {
        return memory.createProfile(Map.of("Access", Map.of("badge", TraitValue.of(badge))));
    }

    private void found(String idType, String value, String... profiles) {
        eventually(() -> assertThat(memory.lookup(idType, value).profileIds()).containsExactly(profiles));
    }

    @Test
    void aStoreIsBornRecognisingByMailAndPhone() {
        assertThat(memory.identitySettings()).isEqualTo(IdentitySettings.DEFAULT);
        assertThat(IdentitySettings.DEFAULT.matchingRules()).containsExactly("email", "whatsapp", "phone");
    }

    @Test
    void settingsAreReplacedWhole() {
        String ada = customer();
        settle(List.of(limited(3, LimitPolicy.LIFO), phone()), List.of("phone"));
        invalid("idType", () -> memory.lookup("email", "ada@example.com"));
        invalid("idType", () -> memory.addIdentifier(ada, "whatsapp", "ada"));
        memory.addIdentifier(ada, "badge", "B-1");
        found("badge", "B-1", ada);
    }

    @Test
    void settingsThatCannotBeAreRefusedAndChangeNothing() {
        refused("identifierConfigs", List.of(), List.of("phone"));
        refused("matchingRules", List.of(phone()), List.of());
        refused("matchingRules[1]", List.of(phone()), List.of("phone", "email"));
        refused("matchingRules[1]", List.of(phone()), List.of("phone", "phone"));
        refused("identifierConfigs[1].idType", List.of(phone(), phone()), List.of("phone"));
        refused("identifierConfigs[1].limit", List.of(phone(), limited(0, LimitPolicy.FIFO)), List.of("phone"));
        refused("identifierConfigs[1].limit", List.of(phone(), limited(101, LimitPolicy.FIFO)), List.of("phone"));
        refused("identifierConfigs[0].matchingThreshold", List.of(fuzzy(49)), List.of("badge"));
        refused("identifierConfigs[0].matchingThreshold", List.of(fuzzy(100)), List.of("badge"));
        refused(
                "identifierConfigs[0].idType",
                List.of(IdentifierConfig.of("no spaces", Normalization.TRIM)),
                List.of("no spaces"));
        List<IdentifierConfig> sixteen = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            sixteen.add(IdentifierConfig.of("type-" + i, Normalization.TRIM));
        }
        refused("identifierConfigs", sixteen, List.of("type-0"));
        refused("matchingRules", List.of(phone()), Collections.nCopies(16, "phone"));
        assertThat(memory.identitySettings()).isEqualTo(IdentitySettings.DEFAULT);
    }

    private void refused(String field, List<IdentifierConfig> configs, List<String> rules) {
        invalid(field, () -> memory.updateIdentitySettings(new IdentitySettings(configs, rules, 1)));
    }

    @Test
    void valuesAreWrittenAsTheNormalisationSays() {
        String ada = customer();
        configure(
                IdentifierConfig.of("mail", Normalization.EMAIL),
                IdentifierConfig.of("desk", Normalization.PHONE),
                IdentifierConfig.of("badge", Normalization.TRIM),
                IdentifierConfig.of("code", Normalization.NONE));
        memory.addIdentifier(ada, "mail", " Ada @Example.com");
        memory.addIdentifier(ada, "desk", "206 555 0123");
        memory.addIdentifier(ada, "badge", " Gate 7 ");
        memory.addIdentifier(ada, "code", " x ");
        eventually(() -> assertThat(memory.identifiers(ada))
                .containsExactly(
                        new Identifier("badge", List.of("Gate 7")),
                        new Identifier("code", List.of(" x ")),
                        new Identifier("desk", List.of("+12065550123")),
                        new Identifier("mail", List.of("ada@example.com")),
                        new Identifier("phone", List.of("+12065550119"))));
        found("mail", "ADA@example.com", ada);
        found("desk", "+1 206 555 0123", ada);
        found("badge", "Gate 7 ", ada);
        found("badge", "gate 7");
        found("code", "x");
        found("code", " x ", ada);
        invalid("value", () -> memory.addIdentifier(ada, "desk", "Gate 7"));
    }

    @Test
    void anotherNormalisationRewritesWhatIsThere() {
        String ada = customer();
        configure(BADGE);
        memory.addIdentifier(ada, "badge", "Gate 7");
        memory.addIdentifier(ada, "badge", "gate7");
        found("badge", "Gate 7", ada);
        conflict(() -> memory.updateIdentitySettings(
                new IdentitySettings(List.of(IdentifierConfig.of("badge", Normalization.PHONE)), List.of("badge"), 1)));
        configure(IdentifierConfig.of("badge", Normalization.EMAIL));
        found("badge", "GATE 7", ada);
        assertThat(memory.identifiers(ada)).contains(new Identifier("badge", List.of("gate7")));
    }

    @Test
    void whatIsAlikeIsFoundWhereThatIsConfigured() {
        configure(fuzzy(75));
        badges();
        String ada = badged("Harbor Street 12");
        String ben = badged("Pine Avenue 7");
        found("badge", "Harbour Street 12", ada);
        found("badge", "Harbor Road 12");
        configure(fuzzy(60));
        found("badge", "Harbor Road 12", ada);
        configure(fuzzy(99));
        found("badge", "Harbour Street 12");
        configure(BADGE);
        found("badge", "Harbour Street 12");
        found("badge", "Pine Avenue 7", ben);
    }

    @Test
    void theMostAlikeIsFoundFirst() {
        configure(fuzzy(60).shared());
        String ada = customer();
        String ben = memory.createProfile(contact("phone", "+12065550120"));
        memory.addIdentifier(ada, "badge", "harbor-gate-9");
        memory.addIdentifier(ben, "badge", "harbor-gate-77");
        found("badge", "harbor-gate-7", ben, ada);
    }

    @Test
    void aCustomerIsRecognisedByWhatIsAlike() {
        configure(fuzzy(75));
        badges();
        String ada = badged("Harbor Street 12");
        assertThat(badged("Harbour Street 12")).isEqualTo(ada);
        assertThat(badged("Pine Avenue 7")).isNotEqualTo(ada);
        eventually(() -> assertThat(memory.identifiers(ada))
                .containsExactly(new Identifier("badge", List.of("Harbor Street 12", "Harbour Street 12"))));
    }

    @Test
    void theOldestOrTheNewestGoesWhenThereAreTooMany() {
        String ada = customer();
        configure(limited(2, LimitPolicy.FIFO));
        List.of("one", "two", "three").forEach(badge -> memory.addIdentifier(ada, "badge", badge));
        badgesOf(ada, "two", "three");
        configure(limited(3, LimitPolicy.LIFO));
        List.of("four", "five").forEach(badge -> memory.addIdentifier(ada, "badge", badge));
        badgesOf(ada, "two", "three", "four");
        memory.removeIdentifier(ada, "badge");
        badgesOf(ada, "two", "three");
        configure(limited(3, LimitPolicy.FIFO));
        memory.removeIdentifier(ada, "badge");
        badgesOf(ada, "three");
        found("badge", "two");
    }

    private void badgesOf(String profile, String... values) {
        eventually(() -> assertThat(memory.identifiers(profile)).contains(new Identifier("badge", List.of(values))));
    }

    @Test
    void aValueThatNeedNotBeUniqueHasSeveralCustomers() {
        configure(phone().shared());
        String ada = customer();
        String ben = memory.createProfile(contact("email", "ben@example.com"));
        memory.addIdentifier(ben, "phone", "+12065550119");
        found("phone", "+12065550119", ada, ben);
        String cleo = memory.createProfile(contact("email", "cleo@example.com"));
        set(cleo, "Contact", "phone", TraitValue.of("+12065550119"));
        found("phone", "+12065550119", ada, ben, cleo);
        memory.replaceIdentifier(ben, "phone", "+12065550119", "+12065550120");
        memory.replaceIdentifier(ben, "phone", "+12065550120", "+12065550119");
        found("phone", "+12065550119", ada, ben, cleo);
        assertThat(List.of(ada, ben, cleo))
                .allSatisfy(id -> assertThat(memory.canonicalId(id)).isEqualTo(id));
    }

    @Test
    void oneSharedValueIsNoProofAndTwoAre() {
        configure(phone().shared(), BADGE.shared());
        badges();
        String ada = memory.createProfile(contact("email", "ada@example.com", "phone", "+12065550119"));
        String ben = memory.createProfile(contact("email", "ben@example.com"));
        memory.addIdentifier(ben, "phone", "+12065550119");
        memory.addIdentifier(ben, "badge", "B-1");
        found("badge", "B-1", ben);
        assertThat(memory.createProfile(contact("phone", "+12065550119", "city", "Tacoma")))
                .isEqualTo(ada);
        assertThat(memory.canonicalId(ben)).isEqualTo(ben);
        Map<String, Map<String, TraitValue>> both = Map.of(
                "Contact", Map.of("phone", TraitValue.of("+12065550119")),
                "Access", Map.of("badge", TraitValue.of("B-1")));
        assertThat(memory.createProfile(both)).isEqualTo(ben);
        memory.addIdentifier(ada, "badge", "B-1");
        found("badge", "B-1", ada, ben);
        assertThat(memory.createProfile(both)).isEqualTo(ada);
        eventually(() -> assertThat(memory.canonicalId(ben)).isEqualTo(ada));
    }

    @Test
    void aTypeThatIsNoRuleTellsNobody() {
        settle(List.of(phone().shared(), IdentifierConfig.of("email", Normalization.EMAIL)), List.of("email"));
        String ada = customer();
        String ben = memory.createProfile(contact("phone", "+12065550119"));
        assertThat(ben).isNotEqualTo(ada);
        found("phone", "+12065550119", ada, ben);
    }

    @Test
    void whatIsSharedBecomesOneOnceItIsWrittenAgain() {
        configure(phone().shared());
        String ada = customer();
        String ben = memory.createProfile(contact("email", "ben@example.com"));
        memory.addIdentifier(ben, "phone", "+12065550119");
        found("phone", "+12065550119", ada, ben);
        configure(phone());
        found("phone", "+12065550119", ada, ben);
        assertThat(memory.createProfile(contact("phone", "+12065550119"))).isEqualTo(ada);
        found("phone", "+12065550119", ada);
        assertThat(memory.canonicalId(ben)).isEqualTo(ada);
    }

    @Test
    void aTypeThatIsMissingIsOutOfSightUntilItComesBack() {
        String ada = memory.createProfile(contact("email", "ada@example.com", "phone", "+12065550119"));
        memory.addIdentifier(ada, "email", "countess@example.com");
        found("email", "countess@example.com", ada);
        settle(List.of(phone()), List.of("phone"));
        assertThat(memory.identifiers(ada)).containsExactly(new Identifier("phone", List.of("+12065550119")));
        set(ada, "Contact", "email", TraitValue.of("byron@example.com"));
        eventually(
                () -> assertThat(memory.profile(ada).text("Contact", "email")).contains("byron@example.com"));
        invalid("traits", () -> memory.createProfile(contact("email", "ben@example.com")));
        configure();
        eventually(() -> assertThat(memory.identifiers(ada))
                .contains(new Identifier(
                        "email", List.of("ada@example.com", "countess@example.com", "byron@example.com"))));
    }

    @Test
    void aTypeATraitIsPromotedToJoinsTheSettingsAndLeavesThem() {
        badges();
        eventually(() -> assertThat(memory.identitySettings().matchingRules())
                .containsExactly("email", "whatsapp", "phone", "badge"));
        IdentitySettings joined = memory.identitySettings();
        assertThat(joined.config("badge")).contains(BADGE);
        assertThat(joined.version()).isEqualTo(2);
        memory.deleteTraitGroup("Access");
        eventually(() -> assertThat(memory.identitySettings().config("badge")).isEmpty());
        settle(joined.identifierConfigs(), joined.matchingRules());
        badges();
        memory.deleteTraitGroup("Access");
        eventually(() ->
                assertThat(memory.traitGroups()).extracting(TraitGroup::name).doesNotContain("Access"));
        assertThat(memory.identitySettings().config("badge")).contains(BADGE);
    }

    @Test
    void aStoreKnowsAtMostFifteenTypes() {
        Map<String, TraitDefinition> traits = new HashMap<>();
        for (int i = 0; i < 12; i++) {
            traits.put("t" + i, new TraitDefinition(TraitDefinition.DataType.STRING, "", null, "type-" + i));
        }
        memory.createTraitGroup(new TraitGroup("Many", "", traits, 1));
        eventually(
                () -> assertThat(memory.identitySettings().identifierConfigs()).hasSize(15));
        conflict(this::badges);
        assertThat(memory.identitySettings().config("badge")).isEmpty();
        assertThat(memory.traitGroups()).extracting(TraitGroup::name).containsExactly("Contact", "Many");
    }
}
