package dev.recalldesk.memory.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.recalldesk.memory.IdentifierConfig;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.NewSummary;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.ObservationPatch;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.SharedNumbers;
import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.TraitDefinition;
import dev.recalldesk.memory.TraitDefinition.DataType;
import dev.recalldesk.memory.TraitGroup;
import dev.recalldesk.memory.TraitValue;
import dev.recalldesk.memory.archive.FreshFile;
import dev.recalldesk.memory.archive.ImportFailed;
import dev.recalldesk.memory.archive.Patience;
import dev.recalldesk.memory.archive.ProgressListener;
import dev.recalldesk.memory.archive.StoreExport;
import dev.recalldesk.memory.archive.StoreImport;
import dev.recalldesk.memory.local.StoreArchive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole stores go out of and come into a memory behind a network. */
class TransferTest {
    private static final Instant THEN = Instant.parse("2026-02-19T10:00:00.250Z");
    private static final String TALK = "conv_conversation_01jbaaaaaaaaaaaaaaaaaaaaaa";
    /** Tries often and hardly waits. */
    private static final Patience HASTY =
            new Patience(Duration.ofMillis(1), Duration.ofMillis(1), 3, Duration.ofSeconds(20));

    private static final StoreImport.Trial TRIAL = (file, cancelled) -> StoreArchive.tryOut(file, "US", cancelled);

    @TempDir
    Path folder;

    private ServedAccount served;
    private TwilioAccount client;

    @BeforeEach
    void serve() throws IOException {
        served = new ServedAccount(folder.resolve("memory"), Dialect.CURRENT, InstantSource.system());
        client = served.client(Dialect.AUTOMATIC);
    }

    @AfterEach
    void close() {
        client.close();
        served.close();
    }

    /** A store with everything a store can hold. */
    private Store filled() {
        Store store = served.local().createStore("boats", "Boats and oars");
        Memory memory = served.local().open(store.id());
        SharedNumbers.allow(memory);
        memory.createTraitGroup(new TraitGroup(
                "Account",
                "What was bought",
                Map.of(
                        "tier", new TraitDefinition(DataType.STRING, "", null, null),
                        "berth", new TraitDefinition(DataType.STRING, "Where it lies", null, "berth-id")),
                1));
        String ada = customer(memory, "ada@example.com", "+12065550119");
        memory.updateTraits(
                ada, Map.of("Account", Map.of("tier", TraitValue.of("gold"), "berth", TraitValue.of("A 12"))));
        memory.addIdentifier(ada, "email", "ada.second@example.com");
        String ben = customer(memory, "ben@example.com", "+12065550119");
        for (int i = 0; i < 23; i++) {
            memory.addObservations(
                    ada, List.of(new NewObservation("Hull " + i, "agent", THEN.plusSeconds(i), List.of(TALK))));
        }
        memory.addObservations(ben, List.of(note("The mast is \u2603."), note("The mast is \u2603.")));
        memory.addObservations(ben, List.of(new NewObservation("Sails blue", "agent", THEN, List.of())));
        Observation blue = observations(memory, ben).stream()
                .filter(one -> one.content().equals("Sails blue"))
                .findFirst()
                .orElseThrow();
        memory.correctObservation(ben, blue.id(), ObservationPatch.ofContent("Sails green"));
        memory.correctObservation(ben, blue.id(), ObservationPatch.ofContent("Sails white"));
        memory.addSummaries(ada, List.of(new NewSummary(TALK, "Hull painted.", "agent", THEN)));
        return store;
    }

    private static NewObservation note(String content) {
        return new NewObservation(content, "agent", THEN, List.of());
    }

    private static String customer(Memory memory, String email, String phone) {
        String id = memory.createProfile(Map.of("Contact", Map.of("email", TraitValue.of(email))));
        memory.updateTraits(id, Map.of("Contact", Map.of("phone", TraitValue.of(phone))));
        return id;
    }

    private static List<Observation> observations(Memory memory, String customer) {
        return memory.observations(customer, ObservationFilter.NONE, PageRequest.first(50))
                .items();
    }

    /** As the memory itself writes it. */
    private String truth(String storeId) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StoreArchive.export(served.local(), storeId, out, ProgressListener.NONE, () -> false);
        return out.toString(StandardCharsets.UTF_8);
    }

    private String exported(String storeId) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StoreExport.export(client.open(storeId), HASTY, THEN, out, ProgressListener.NONE, () -> false);
        return out.toString(StandardCharsets.UTF_8);
    }

    private StoreImport importer(TwilioAccount through) {
        return new StoreImport(through, "http://there", folder.resolve("transfers"), HASTY);
    }

    private StoreImport.Done imported(Path file, String store, BooleanSupplier cancelled) throws IOException {
        return importer(client).run(file, store, TRIAL, ProgressListener.NONE, cancelled);
    }

    private Path file(String archive) throws IOException {
        return Files.writeString(folder.resolve("in.jsonl"), archive);
    }

    /** Without what every memory gives itself, and without the mark of settings the wire does not tell. */
    private static List<String> content(String archive) {
        return archive.replaceAll("mem_profile_[0-7][0-9a-z]{25}", "someone")
                .replaceAll(",?\"(createdAt|updatedAt|asOf)\":\"[^\"]*\"", "")
                .replaceAll(",\"changedAt\":\\{.*?}}", "")
                .replace(",\"implied\":true", "")
                .lines()
                .toList();
    }

    @Test
    void whatTheWireGivesIsWhatTheMemoryItselfWrites() throws IOException {
        String storeId = filled().id();
        assertThat(exported(storeId).replaceAll("\"asOf\":\"[^\"]*\"", ""))
                .isEqualTo(truth(storeId).replaceAll("\"asOf\":\"[^\"]*\"", "").replace(",\"implied\":true", ""));
    }

    @Test
    void valuesANewDefinitionWouldRefuseAreMarkedThereToo() throws IOException {
        String storeId = filled().id();
        served.local()
                .open(storeId)
                .updateTraitGroup(
                        "Account", null, Map.of("tier", new TraitDefinition(DataType.NUMBER, "", null, null)));
        assertThat(exported(storeId)).contains("\"unchecked\":{\"Account\":[\"tier\"]}");
        assertThat(content(exported(storeId))).containsExactlyElementsOf(content(truth(storeId)));
    }

    @Test
    void moreCustomersThanOneWriteCarriesComeIn() throws IOException {
        int many = Memory.MAX_PROFILES + 200;
        StringBuilder archive = new StringBuilder(HEADER);
        for (int i = 0; i < many; i++) {
            archive.append("{\"type\":\"profile\",\"ref\":\"p")
                    .append(i)
                    .append("\",\"createdAt\":\"2025-01-01T00:00:00Z\",\"traits\":{\"Contact\":{\"email\":\"c")
                    .append(i)
                    .append("@example.com\"}}}\n");
        }
        Memory memory = served.local()
                .open(imported(file(archive.toString()), null, () -> false)
                        .store()
                        .id());
        assertThat(memory.profiles(PageRequest.first(1000)).nextToken()).isNotNull();
        assertThat(memory.lookup("email", "c" + (many - 1) + "@example.com").profileIds())
                .hasSize(1);
    }

    @Test
    void aStoreGoesOutAndComesIntoAnotherMemoryWithAllItHolds() throws IOException {
        String first = truth(filled().id());
        StoreImport.Done done = imported(file(first), "copy", () -> false);
        assertThat(done.before()).isFalse();
        assertThat(done.store().displayName()).isEqualTo("copy");
        String second = exported(done.store().id());
        assertThat(content(second.replace("\"store\":\"copy\"", "\"store\":\"boats\"")))
                .containsExactlyElementsOf(content(first));
        assertThat(second).contains("Sails blue", "Sails green", "Sails white", "ada.second@example.com");

        StoreImport.Done again = imported(file(first), "copy", () -> false);
        assertThat(again.before()).isTrue();
        assertThat(exported(done.store().id()).lines().skip(1))
                .containsExactlyElementsOf(second.lines().skip(1).toList());
    }

    @Test
    void anotherNameIsThatOfTheArchiveAndATakenOneIsRefused() throws IOException {
        Store store = filled();
        Path file = file(truth(store.id()));
        assertThatThrownBy(() -> imported(file, null, () -> false))
                .isInstanceOf(ImportFailed.class)
                .hasMessageContaining("already a store boats");
        served.local().deleteStore(store.id());
        assertThat(imported(file, null, () -> false).store().displayName()).isEqualTo("boats");
    }

    @Test
    void aStoreThatIsThereKeepsItsOwnDefinitionsAndGetsWhatItLacks() throws IOException {
        Path file = file(truth(filled().id()));
        Store there = served.local().createStore("there", "");
        Memory memory = served.local().open(there.id());
        SharedNumbers.allow(memory);
        String zoe = customer(memory, "zoe@example.com", "+12065550120");
        memory.createTraitGroup(new TraitGroup(
                "Account", "Mine", Map.of("tier", new TraitDefinition(DataType.STRING, "Mine", null, null)), 1));
        assertThat(imported(file, there.id(), () -> false).store().id()).isEqualTo(there.id());
        assertThat(memory.profiles(PageRequest.first(10)).items()).hasSize(3).contains(zoe);
        TraitGroup account = memory.traitGroups().getFirst();
        assertThat(account.description()).isEqualTo("Mine");
        assertThat(account.traits()).containsKeys("tier", "berth");
        assertThat(account.traits().get("tier").description()).isEqualTo("Mine");
    }

    private static String sharing(String ref, String name) {
        return "{\"type\":\"profile\",\"ref\":\"" + ref
                + "\",\"createdAt\":\"2025-01-01T00:00:00Z\",\"traits\":{\"Contact\":{\"email\":\"" + name
                + "@example.com\",\"phone\":\"+12065550119\"}}}\n";
    }

    @Test
    void customersOfAnOldFileWhoShareANumberStayApart() throws IOException {
        Path file = file(HEADER + sharing("p1", "ada") + sharing("p2", "ben"));
        Memory memory =
                served.local().open(imported(file, null, () -> false).store().id());
        assertThat(memory.lookup("phone", "+12065550119").profileIds()).hasSize(2);
        assertThat(memory.identitySettings().config("phone"))
                .contains(IdentifierConfig.of("phone", IdentifierConfig.Normalization.PHONE)
                        .shared());
    }

    @Test
    void customersAStoreWouldTakeForOneAreNamedBeforeAnythingIsSent() throws IOException {
        Path file = file(HEADER + sharing("p1", "ada") + sharing("p2", "ben"));
        Store strict = served.local().createStore("strict", "");
        ImportFailed same = catchThrowableOfType(ImportFailed.class, () -> imported(file, "strict", () -> false));
        assertThat(same.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.message()).contains("has this phone too");
        });
        Memory memory = served.local().open(strict.id());
        SharedNumbers.allow(memory);
        Path nothingElse = Files.writeString(
                folder.resolve("other.jsonl"),
                (HEADER + sharing("p1", "ada") + sharing("p2", "ben")).replaceAll("\"email\":\"[^\"]*\",", ""));
        ImportFailed alike =
                catchThrowableOfType(ImportFailed.class, () -> imported(nothingElse, "strict", () -> false));
        assertThat(alike.problems())
                .extracting(ImportFailed.Problem::line)
                .as("neither can be told from the other")
                .containsExactly(2L, 3L);
        assertThat(alike.problems())
                .allSatisfy(
                        problem -> assertThat(problem.message()).contains("no identifier but one of another customer"));
        assertThat(memory.profiles(PageRequest.first(5)).items()).isEmpty();
        assertThat(imported(file, "strict", () -> false).before()).isFalse();
        assertThat(memory.profiles(PageRequest.first(5)).items()).hasSize(2);
    }

    @Test
    void whoHasNothingButASharedNumberIsNamedWhereverTheOtherStands() throws IOException {
        String ada = sharing("p1", "ada");
        String alone = sharing("p2", "ben").replace("\"email\":\"ben@example.com\",", "");
        String without = sharing("p3", "cid").replace(",\"phone\":\"+12065550119\"", "");
        String added =
                "{\"type\":\"identifier\",\"profile\":\"p3\",\"idType\":\"phone\",\"values\":[\"+12065550119\"]}\n";
        SharedNumbers.allow(
                served.local().open(served.local().createStore("sharing", "").id()));
        List<Map.Entry<String, Long>> archives = List.of(
                Map.entry(alone + ada, 2L),
                Map.entry(ada + alone, 3L),
                Map.entry(without + added + alone, 4L),
                Map.entry(without + alone + added, 3L),
                Map.entry(alone + without + added, 2L));
        for (Map.Entry<String, Long> archive : archives) {
            ImportFailed refused = catchThrowableOfType(
                    ImportFailed.class, () -> imported(file(HEADER + archive.getKey()), "sharing", () -> false));
            assertThat(refused).as(archive.getKey()).isNotNull();
            assertThat(refused.problems()).as(archive.getKey()).singleElement().satisfies(problem -> {
                assertThat(problem.line()).isEqualTo(archive.getValue());
                assertThat(problem.message()).contains("no identifier but one of another customer");
            });
        }
        assertThat(imported(file(HEADER + ada + without + added), "sharing", () -> false)
                        .before())
                .isFalse();
    }

    private static final String HEADER =
            "{\"type\":\"header\",\"format\":1,\"store\":\"demo\",\"description\":\"\",\"asOf\":\"2026-02-20T17:00:00Z\"}\n";

    @Test
    void wrongLinesAreNamedBeforeAnythingIsSent() throws IOException {
        String nobody =
                "{\"type\":\"profile\",\"ref\":\"p9\",\"createdAt\":\"2025-01-01T00:00:00Z\",\"traits\":{\"Contact\":{\"firstName\":\"Ada\"}}}\n";
        String first = truth(filled().id());
        long lines = first.lines().count();
        ImportFailed rubbish = catchThrowableOfType(
                ImportFailed.class, () -> imported(file(first + "rubbish\n" + nobody + "{}\n"), "copy", () -> false));
        assertThat(rubbish.problems()).extracting(ImportFailed.Problem::line).containsExactly(lines + 1, lines + 3);
        ImportFailed unknown =
                catchThrowableOfType(ImportFailed.class, () -> imported(file(first + nobody), "copy", () -> false));
        assertThat(unknown.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(lines + 1);
            assertThat(problem.message()).contains("identifies");
        });
        assertThat(served.local().stores()).hasSize(1);
    }

    @Test
    void aLineTheMemoryRefusesIsNamedAndTheImportGoesOnOnceItIsTaken() throws IOException {
        Store there = served.local().createStore("there", "");
        Memory memory = served.local().open(there.id());
        SharedNumbers.allow(memory);
        memory.createTraitGroup(
                new TraitGroup("Account", "", Map.of("tier", new TraitDefinition(DataType.NUMBER, "", null, null)), 1));
        Path file = file(truth(filled().id()));
        ImportFailed refused = catchThrowableOfType(ImportFailed.class, () -> imported(file, there.id(), () -> false));
        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(Files.readAllLines(file).get((int) problem.line() - 1)).contains("gold");
            assertThat(problem.message()).contains("Account.tier");
        });
        assertThat(memory.profiles(PageRequest.first(5)).items()).isEmpty();
        memory.updateTraitGroup("Account", null, Map.of("tier", new TraitDefinition(DataType.STRING, "", null, null)));
        assertThat(imported(file, there.id(), () -> false).before()).isFalse();
        assertThat(memory.profiles(PageRequest.first(5)).items()).isNotEmpty();
    }

    @Test
    void whereverItIsGivenUpItGoesOnFromThereAndMakesNothingTwice() throws IOException {
        String first = truth(filled().id());
        Path file = file(first);
        AtomicInteger asked = new AtomicInteger();
        List<Integer> ends = new ArrayList<>();
        boolean done = false;
        for (int run = 0; !done; run++) {
            asked.set(0);
            int most = 6 + 3 * run;
            try {
                StoreImport.Done _ = imported(file, "copy", () -> asked.incrementAndGet() > most);
                done = true;
            } catch (CancellationException e) {
                ends.add(run);
            }
        }
        assertThat(ends).hasSizeGreaterThan(3);
        String copy = served.local().stores().getFirst().id();
        assertThat(content(truth(copy).replace("\"store\":\"copy\"", "\"store\":\"boats\"")))
                .containsExactlyElementsOf(content(first));
    }

    @Test
    void overAWireThatLosesDelaysAndDoublesEverythingIsThereOnceInTheEnd() throws Exception {
        String first = truth(filled().id());
        Path file = file(first);
        Deadlines hasty = new Deadlines(
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5));
        int broken = 0;
        try (LossyWire lossy = new LossyWire(served.address(), 1500, 20260420);
                Misbehaving wire = new Misbehaving(lossy);
                TwilioAccount unlucky = new TwilioAccount(
                        ServedAccount.options(wire.address()).within(hasty), InstantSource.system())) {
            StoreImport importer = new StoreImport(
                    unlucky,
                    "http://there",
                    folder.resolve("transfers"),
                    new Patience(Duration.ZERO, Duration.ofMillis(1), 1, Duration.ofSeconds(20)));
            for (int copies = 0; copies < 4; ) {
                try {
                    StoreImport.Done _ = importer.run(file, "copy" + copies, TRIAL, ProgressListener.NONE, () -> false);
                    copies++;
                } catch (MemoryFailure e) {
                    broken++;
                }
            }
        }
        assertThat(broken).isPositive();
        List<Store> copies = served.local().stores().stream()
                .filter(store -> store.displayName().startsWith("copy"))
                .toList();
        assertThat(copies).hasSize(4);
        for (Store copy : copies) {
            String name = "\"store\":\"" + copy.displayName() + "\"";
            assertThat(content(truth(copy.id()).replace(name, "\"store\":\"boats\"")))
                    .containsExactlyElementsOf(content(first));
        }
    }

    @Test
    void aServerThatGoesAwayInTheMiddleIsNoLoss() throws Exception {
        String first = truth(filled().id());
        Path file = file(first);
        try (LossyWire straight = new LossyWire(served.address(), 0, 1);
                Misbehaving wire = new Misbehaving(straight::pass);
                TwilioAccount there =
                        new TwilioAccount(ServedAccount.options(wire.address()), InstantSource.system())) {
            AtomicInteger notes = new AtomicInteger();
            wire.become(visit -> {
                if (visit.line().startsWith("POST") && visit.isFor("/Observations") && notes.incrementAndGet() == 3) {
                    visit.breakOff();
                    wire.down();
                } else {
                    straight.pass(visit);
                }
            });
            assertThatExceptionOfType(MemoryFailure.class)
                    .isThrownBy(() -> importer(there).run(file, "copy", TRIAL, ProgressListener.NONE, () -> false));
            wire.up();
            List<Long> reached = new ArrayList<>();
            StoreImport.Done done =
                    importer(there).run(file, "copy", TRIAL, (at, all) -> reached.add(at * 100 / all), () -> false);
            assertThat(done.before()).isFalse();
            assertThat(reached).isSorted().endsWith(100L);
        }
        String copy = served.local().stores().getFirst().id();
        assertThat(content(truth(copy).replace("\"store\":\"copy\"", "\"store\":\"boats\"")))
                .containsExactlyElementsOf(content(first));
    }

    @Test
    void anExportWaitsUntilItMayReadOn() throws IOException {
        String storeId = filled().id();
        List<String> parts = List.of(
                "/TraitGroups", "/Traits", "/Identifiers", "/Observations?", "/Revisions", "/ConversationSummaries");
        Map<String, String> met = new ConcurrentHashMap<>();
        Map<String, Integer> times = new ConcurrentHashMap<>();
        try (LossyWire straight = new LossyWire(served.address(), 0, 1);
                Misbehaving wire = new Misbehaving(straight::pass);
                TwilioAccount there = new TwilioAccount(
                        ServedAccount.options(wire.address()).within(WireScene.HASTY), InstantSource.system())) {
            Memory memory = there.open(storeId);
            wire.become(visit -> {
                boolean unlucky = parts.stream()
                        .filter(visit::isFor)
                        .anyMatch(part -> visit.line().equals(met.computeIfAbsent(part, _ -> visit.line())));
                int time = times.merge(visit.line(), 1, Integer::sum);
                if (visit.isFor("/Profiles?") && time == 1) {
                    visit.answer(429, "Retry-After: 1\r\n", "{\"code\":20429}");
                } else if (unlucky && time <= 3) {
                    visit.breakOff();
                } else {
                    straight.pass(visit);
                }
            });
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Patience patience = new Patience(Duration.ZERO, Duration.ofMillis(50), 8, Duration.ZERO);
            StoreExport.export(memory, patience, THEN, out, ProgressListener.NONE, () -> false);
            assertThat(out.toString(StandardCharsets.UTF_8).replaceAll("\"asOf\":\"[^\"]*\"", ""))
                    .isEqualTo(exported(storeId).replaceAll("\"asOf\":\"[^\"]*\"", ""));
        }
        assertThat(met).containsOnlyKeys(parts);
    }

    @Test
    void aFileIsImportedOnceAtATime() throws IOException {
        Path file = file(truth(filled().id()));
        List<String> told = new ArrayList<>();
        StoreImport.Trial second = (archive, cancelled) -> {
            assertThatThrownBy(() -> imported(file, "copy", () -> false)).satisfies(e -> told.add(e.getMessage()));
            TRIAL.of(archive, cancelled);
        };
        StoreImport.Done _ = importer(client).run(file, "copy", second, ProgressListener.NONE, () -> false);
        assertThat(told).containsExactly("This file is being imported there already.");
    }

    @Test
    void anImportIntoAStoreThatIsGoneBeginsAnew() throws IOException {
        Path file = file(truth(filled().id()));
        Store copy = imported(file, "copy", () -> false).store();
        served.local().deleteStore(copy.id());
        StoreImport.Done again = imported(file, "copy", () -> false);
        assertThat(again.before()).isFalse();
        assertThat(again.store().id()).isNotEqualTo(copy.id());
    }

    @Test
    void anExportThatIsGivenUpLeavesTheOlderFile() throws IOException {
        Memory memory = client.open(filled().id());
        Path target = Files.writeString(folder.resolve("out.jsonl"), "older");
        AtomicInteger customers = new AtomicInteger();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> FreshFile.write(
                        target,
                        out -> StoreExport.export(
                                memory,
                                HASTY,
                                THEN,
                                out,
                                ProgressListener.NONE,
                                () -> customers.incrementAndGet() > 1)));
        assertThat(target).hasContent("older");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }
}
