package dev.recalldesk.memory.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.recalldesk.memory.IdentifierConfig;
import dev.recalldesk.memory.IdentifierConfig.LimitPolicy;
import dev.recalldesk.memory.IdentifierConfig.Matching;
import dev.recalldesk.memory.IdentifierConfig.Normalization;
import dev.recalldesk.memory.IdentitySettings;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.ObservationPatch;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.Profile;
import dev.recalldesk.memory.RecallRequest;
import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.TestClock;
import dev.recalldesk.memory.TraitDefinition;
import dev.recalldesk.memory.TraitValue;
import dev.recalldesk.memory.archive.ArchiveLines;
import dev.recalldesk.memory.archive.ImportFailed;
import dev.recalldesk.memory.archive.ProgressListener;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores come in and go out whole. */
class StoreArchiveTest {
    private static final String HEADER =
            "{\"type\":\"header\",\"format\":1,\"store\":\"demo\",\"description\":\"Boats\",\"asOf\":\"2026-02-20T17:00:00Z\"}\n";
    private static final String GROUP =
            "{\"type\":\"traitGroup\",\"name\":\"Account\",\"description\":\"\",\"traits\":{\"tier\":{\"dataType\":\"STRING\",\"description\":\"\",\"promotedTo\":null,\"rule\":{\"ruleType\":\"STRING\",\"pattern\":\"gold|silver\",\"minLength\":null,\"maxLength\":null}}}}\n";
    private static final String ADA =
            "{\"type\":\"profile\",\"ref\":\"p01\",\"createdAt\":\"2025-01-01T00:00:00Z\",\"traits\":{\"Contact\":{\"firstName\":\"Ada\",\"phone\":\"206-555-0119\"},\"Account\":{\"tier\":\"gold\"}},\"changedAt\":{\"Account\":{\"tier\":\"2025-06-01T00:00:00Z\"}}}\n";
    private static final String TALK = "conv_conversation_01jbaaaaaaaaaaaaaaaaaaaaaa";
    private static final String SAID =
            "{\"type\":\"observation\",\"profile\":\"p01\",\"content\":\"The hull is green.\",\"source\":\"agent\",\"occurredAt\":\"2026-02-19T10:00:00.250Z\",\"conversationIds\":[\""
                    + TALK
                    + "\"],\"revisions\":[{\"content\":\"The hull is blue.\",\"source\":\"agent\",\"occurredAt\":\"2026-02-19T10:00:00Z\",\"updatedAt\":\"2026-02-19T10:01:00Z\"}]}\n";
    private static final String SUMMED = "{\"type\":\"summary\",\"profile\":\"p01\",\"conversationId\":\"" + TALK
            + "\",\"content\":\"Hull painted.\",\"occurredAt\":\"2026-02-19T11:00:00Z\"}\n";
    private static final String EXTRA =
            "{\"type\":\"identifier\",\"profile\":\"p01\",\"idType\":\"phone\",\"values\":[\"+12065550120\"]}\n";
    private static final String ALL = HEADER + GROUP + ADA + "\n" + EXTRA + SAID + SUMMED;

    @TempDir
    Path folder;

    private LocalAccount account;

    @BeforeEach
    void open() throws IOException {
        account = LocalAccount.open(folder, "US", new TestClock("2026-03-04T09:00:00Z"));
    }

    @AfterEach
    void close() {
        account.close();
    }

    private Store imported(String archive, ImportOptions options) throws IOException {
        byte[] bytes = archive.getBytes(StandardCharsets.UTF_8);
        return StoreArchive.importInto(
                account, new ByteArrayInputStream(bytes), bytes.length, options, ProgressListener.NONE, () -> false);
    }

    private String exported(String storeId) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StoreArchive.export(account, storeId, out, ProgressListener.NONE, () -> false);
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<Observation> observations(Memory memory, String profile) {
        return memory.observations(profile, ObservationFilter.NONE, PageRequest.first(50))
                .items();
    }

    @Test
    void everythingInTheArchiveIsThereAfterwards() throws IOException {
        Store store = imported(ALL, ImportOptions.AS_IT_IS);
        assertThat(store.displayName()).isEqualTo("demo");
        assertThat(store.description()).isEqualTo("Boats");
        Memory memory = account.open(store.id());
        String ada = memory.lookup("phone", "+12065550119").profileIds().getFirst();
        assertThat(memory.lookup("phone", "+12065550120").profileIds()).containsExactly(ada);
        Profile profile = memory.profile(ada);
        assertThat(profile.createdAt()).isEqualTo("2025-01-01T00:00:00Z");
        assertThat(profile.text("Account", "tier")).contains("gold");
        assertThat(memory.traits(ada, PageRequest.first(5)).items().getFirst().changedAt())
                .isEqualTo("2025-06-01T00:00:00Z");
        Observation observation = observations(memory, ada).getFirst();
        assertThat(observation.createdAt()).isEqualTo("2026-02-19T10:00:00.250Z");
        assertThat(memory.revisions(ada, observation.id(), PageRequest.first(5)).items())
                .extracting(Observation::content)
                .containsExactly("The hull is green.", "The hull is blue.");
        assertThat(memory.summaries(ada, TALK, PageRequest.first(5)).items()).hasSize(1);
        assertThat(memory.recall(ada, RecallRequest.ofQuery("green hull")).observations())
                .hasSize(1);
    }

    @Test
    void whatGoesOutComesBackTheSame() throws IOException {
        Store store = imported(ALL, ImportOptions.AS_IT_IS);
        Memory memory = account.open(store.id());
        String ada = memory.lookup("phone", "+12065550119").profileIds().getFirst();
        Map<String, TraitValue> phone = new HashMap<>(Map.of("phone", TraitValue.of("+12065550121")));
        memory.updateTraits(ada, Map.of("Contact", phone));
        memory.removeIdentifiers(ada, "phone");
        memory.addIdentifier(ada, "email", "ada@example.com");
        memory.correctObservation(
                ada,
                observations(memory, ada).getFirst().id(),
                ObservationPatch.ofContent("The hull is \u2603 white."));
        String first = exported(store.id());
        account.deleteStore(store.id());
        String second = exported(imported(first, ImportOptions.AS_IT_IS).id());
        assertThat(withoutIds(second)).isEqualTo(withoutIds(first));
        assertThat(first).contains("white").contains("blue").contains("green").contains("ada@example.com");
    }

    @Test
    void valuesANewDefinitionWouldRefuseComeBackToo() throws IOException {
        Store store = imported(ALL, ImportOptions.AS_IT_IS);
        account.open(store.id())
                .updateTraitGroup(
                        "Account",
                        null,
                        Map.of("tier", new TraitDefinition(TraitDefinition.DataType.NUMBER, "", null, "tier-id")));
        String first = exported(store.id());
        account.deleteStore(store.id());
        Store again = imported(first, ImportOptions.AS_IT_IS);
        assertThat(withoutIds(exported(again.id()))).isEqualTo(withoutIds(first));
        assertThat(account.open(again.id()).lookup("tier-id", "gold").profileIds())
                .hasSize(1);
    }

    private static final String BEN =
            "{\"type\":\"profile\",\"ref\":\"p02\",\"createdAt\":\"2025-01-02T00:00:00Z\",\"traits\":{\"Contact\":{\"firstName\":\"Ben\",\"phone\":\"+12065550119\"}}}\n";
    private static final String SETTINGS =
            "{\"type\":\"identitySettings\",\"identifierConfigs\":[{\"idType\":\"phone\",\"matchingAlgo\":\"fuzzy\",\"matchingThreshold\":80,\"limit\":5,\"limitPolicy\":\"lifo\",\"enforceUnique\":true,\"normalization\":\"phone\"}],\"matchingRules\":[\"phone\"]}\n";

    @Test
    void customersStayWhoTheyAreInTheArchiveAlsoWhenTheyShareANumber() throws IOException {
        Memory memory = account.open(
                imported(HEADER + GROUP + ADA + BEN, ImportOptions.AS_IT_IS).id());
        assertThat(memory.lookup("phone", "+12065550119").profileIds()).hasSize(2);
        assertThat(memory.identitySettings().config("phone"))
                .contains(IdentifierConfig.of("phone", Normalization.PHONE).shared());
        assertThat(memory.identitySettings().config("email"))
                .contains(IdentifierConfig.of("email", Normalization.EMAIL));
    }

    @Test
    void identitySettingsComeInAndGoOut() throws IOException {
        Store store = imported(HEADER + GROUP + SETTINGS + ADA + BEN, ImportOptions.AS_IT_IS);
        Memory memory = account.open(store.id());
        assertThat(memory.identitySettings())
                .isEqualTo(new IdentitySettings(
                        List.of(new IdentifierConfig(
                                "phone", Matching.FUZZY, 80, 5, LimitPolicy.LIFO, true, Normalization.PHONE)),
                        List.of("phone"),
                        1));
        TraitDefinition gate = new TraitDefinition(TraitDefinition.DataType.STRING, "", null, "gate-id");
        memory.updateTraitGroup("Account", null, Map.of("gate", gate));
        memory.updateTraitGroup("Contact", null, Map.of("email", contactEmail(memory)));
        String first = exported(store.id());
        account.deleteStore(store.id());
        Store again = imported(first, ImportOptions.AS_IT_IS);
        assertThat(withoutIds(exported(again.id()))).isEqualTo(withoutIds(first));
        Memory second = account.open(again.id());
        assertThat(second.identitySettings().config("email")).isEmpty();
        assertThat(second.identitySettings().config("gate-id")).isPresent();
        Map<String, TraitDefinition> gone = new HashMap<>();
        gone.put("gate", null);
        second.updateTraitGroup("Account", null, gone);
        assertThat(second.identitySettings().config("gate-id")).isEmpty();
    }

    private static TraitDefinition contactEmail(Memory memory) {
        return memory.traitGroups().stream()
                .filter(group -> group.name().equals("Contact"))
                .findFirst()
                .orElseThrow()
                .traits()
                .get("email");
    }

    @Test
    void identitySettingsHaveTheirPlaceAndTheirLimits() {
        ImportFailed failed = catchThrowableOfType(
                ImportFailed.class,
                () -> imported(
                        HEADER
                                + SETTINGS.replace("lifo", "random")
                                + SETTINGS.replace("80", "8")
                                + SETTINGS.replace("[\"phone\"]", "[\"email\"]")
                                + SETTINGS
                                + SETTINGS
                                + GROUP
                                + ADA
                                + SETTINGS,
                        ImportOptions.AS_IT_IS));
        assertThat(failed.problems()).extracting(ImportFailed.Problem::line).containsExactly(2L, 3L, 4L, 6L, 9L);
        assertThat(failed.problems().get(0).message()).contains("limitPolicy");
        assertThat(failed.problems().get(1).message()).contains("identifierConfigs[0].matchingThreshold");
        assertThat(failed.problems().get(2).message()).contains("matchingRules[0]");
    }

    private static String withoutIds(String archive) {
        return archive.replaceAll("mem_profile_[0-7][0-9a-z]{25}", "someone");
    }

    @Test
    void everyWrongLineIsNamedAndNothingIsKept() {
        String broken = HEADER
                + GROUP
                + ADA
                + "{\"type\":\"observation\",\"profile\":\"p99\",\"content\":\"x\",\"source\":\"a\",\"occurredAt\":\"2026-02-19T10:00:00Z\"}\n"
                + "not json\n"
                + "{\"type\":\"observation\",\"profile\":\"p01\",\"content\":\"\",\"source\":\"a\",\"occurredAt\":\"2026-02-19T10:00:00Z\"}\n"
                + "{\"type\":\"observation\",\"profile\":\"p01\",\"content\":\"x\",\"source\":\"a\",\"occurredAt\":\"yesterday\"}\n"
                + "{\"type\":\"observation\",\"profile\":\"p01\",\"content\":\"x\",\"source\":\"a\",\"occurredAt\":\"2026-02-19T10:00:00Z\",\"mood\":\"good\"}\n"
                + ADA.replace("p01", "p02").replace("gold", "lead")
                + ADA
                + "{\"type\":\"weather\"}\n";
        ImportFailed failed = catchThrowableOfType(ImportFailed.class, () -> imported(broken, ImportOptions.AS_IT_IS));
        assertThat(failed.problems())
                .extracting(ImportFailed.Problem::line)
                .containsExactly(4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
        assertThat(failed.problems().get(0).message()).contains("p99");
        assertThat(failed.problems().get(4).message()).contains("mood");
        assertThat(failed.problems().get(5).message()).contains("traits.Account.tier");
        assertThat(account.stores()).isEmpty();
    }

    @Test
    void atMostTwentyProblemsAreListed() {
        ImportFailed failed = catchThrowableOfType(
                ImportFailed.class, () -> imported(HEADER + "rubbish\n".repeat(50), ImportOptions.AS_IT_IS));
        assertThat(failed.problems()).hasSize(20);
    }

    @Test
    void aLineWithoutEndIsRefused() {
        ImportFailed failed = catchThrowableOfType(
                ImportFailed.class,
                () -> imported(HEADER + "x".repeat(ArchiveLines.MAX_LINE + 1) + "\n", ImportOptions.AS_IT_IS));
        assertThat(failed.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.message()).contains("longer than");
        });
    }

    @Test
    void whatIsNoArchiveIsRefused() {
        assertThatThrownBy(() -> imported("", ImportOptions.AS_IT_IS)).isInstanceOf(ImportFailed.class);
        assertThatThrownBy(() -> imported(ADA, ImportOptions.AS_IT_IS)).hasMessageContaining("header");
        assertThatThrownBy(() -> imported(HEADER.replace("\"format\":1", "\"format\":2"), ImportOptions.AS_IT_IS))
                .hasMessageContaining("format 2");
    }

    @Test
    void aTakenNameIsRefusedUnlessAnotherIsGiven() throws IOException {
        imported(ALL, ImportOptions.AS_IT_IS);
        assertThatThrownBy(() -> imported(ALL, ImportOptions.AS_IT_IS)).hasMessageContaining("demo");
        assertThat(imported(ALL, new ImportOptions("second", null)).displayName())
                .isEqualTo("second");
        assertThat(account.stores()).hasSize(2);
    }

    @Test
    void aCancelledImportLeavesNothing() {
        AtomicInteger lines = new AtomicInteger();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> StoreArchive.importInto(
                        account,
                        new ByteArrayInputStream(ALL.getBytes(StandardCharsets.UTF_8)),
                        -1,
                        ImportOptions.AS_IT_IS,
                        ProgressListener.NONE,
                        () -> lines.incrementAndGet() > 4));
        assertThat(account.stores()).isEmpty();
    }

    @Test
    void timesMoveByWholeWeeks() throws IOException {
        Store store = imported(ALL, new ImportOptions(null, Instant.parse("2026-11-22T12:00:00Z")));
        Memory memory = account.open(store.id());
        String ada = memory.profiles(PageRequest.first(1)).items().getFirst();
        // asOf is Friday the 20th of February; the last such Friday evening is that of the 20th of November.
        assertThat(observations(memory, ada).getFirst().occurredAt()).isEqualTo("2026-11-19T10:00:00.250Z");
    }

    @Test
    void manyLinesComeInWithProgress() throws IOException {
        StringBuilder archive = new StringBuilder(HEADER + GROUP + ADA);
        for (int i = 0; i < 5000; i++) {
            archive.append(SAID.replace("green", "colour" + i));
        }
        byte[] bytes = archive.toString().getBytes(StandardCharsets.UTF_8);
        List<Long> reached = new ArrayList<>();
        Store store = StoreArchive.importInto(
                account,
                new ByteArrayInputStream(bytes),
                bytes.length,
                ImportOptions.AS_IT_IS,
                (done, total) -> reached.add(done * 100 / total),
                () -> false);
        assertThat(reached).isSorted().hasSizeGreaterThan(10).last().isEqualTo(100L);
        Memory memory = account.open(store.id());
        String ada = memory.profiles(PageRequest.first(1)).items().getFirst();
        assertThat(memory.recall(ada, RecallRequest.ofQuery("colour4711"))
                        .observations()
                        .getFirst()
                        .item()
                        .content())
                .contains("colour4711");
    }
}
