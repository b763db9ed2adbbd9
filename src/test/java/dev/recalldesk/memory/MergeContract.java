package dev.recalldesk.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two customers who turn out to be one are one, and nothing of either is lost. */
abstract class MergeContract extends MemoryArea {
    private static final String ADAS = "+12065550119";
    private static final String BENS = "ben@example.com";

    MergeContract(Callable<MemoryAccount> source) {
        super(source);
    }

    private String ben() {
        String id = memory.createProfile(contact("email", BENS, "firstName", "Ben", "city", "Tacoma"));
        eventually(() -> assertThat(memory.profile(id).text("Contact", "city")).contains("Tacoma"));
        return id;
    }

    private void one(String canonical, String... ids) {
        for (String id : ids) {
            eventually(() -> assertThat(memory.canonicalId(id)).isEqualTo(canonical));
        }
    }

    private List<String> contents(String profile) {
        List<String> contents = new ArrayList<>();
        PageRequest next = PageRequest.first(50);
        while (next != null) {
            Page<Observation> page = memory.observations(profile, ObservationFilter.NONE, next);
            page.items().forEach(each -> contents.add(each.content()));
            next = page.nextToken() == null ? null : next.after(page.nextToken());
        }
        return contents;
    }

    @Test
    void everythingIsFoundUnderTheIdThatWasFirst() {
        String ada = customer();
        String ben = ben();
        remember(ben, "Ordered a brass propeller.");
        remember(ada, "Prefers to be called in the evening.");
        memory.addSummaries(ben, List.of(new NewSummary(TALK, "The propeller was late.", null, NOON)));
        eventually(() -> assertThat(
                        memory.summaries(ben, null, PageRequest.first(5)).items())
                .hasSize(1));

        assertThat(memory.createProfile(contact("phone", ADAS, "email", BENS))).isEqualTo(ada);
        one(ada, ada, ben);
        assertThat(memory.profile(ben).id()).isEqualTo(ada);
        assertThat(memory.profiles(PageRequest.first(10)).items()).containsExactly(ada);
        assertThat(contents(ada)).containsExactly("Prefers to be called in the evening.", "Ordered a brass propeller.");
        assertThat(memory.summaries(ada, TALK, PageRequest.first(5)).items())
                .extracting(Summary::content)
                .containsExactly("The propeller was late.");
        assertThat(memory.identifiers(ada))
                .containsExactly(new Identifier("email", List.of(BENS)), new Identifier("phone", List.of(ADAS)));
        assertThat(memory.lookup("email", BENS).profileIds()).containsExactly(ada);
        eventually(() -> {
            Recall recall = memory.recall(ada, RecallRequest.ofQuery("propeller"));
            assertThat(recall.observations())
                    .extracting(hit -> hit.item().content())
                    .containsExactly("Ordered a brass propeller.");
            assertThat(recall.summaries())
                    .extracting(hit -> hit.item().content())
                    .containsExactly("The propeller was late.");
        });
    }

    @Test
    void ofTwoValuesForOneTraitTheNewerStays() {
        String ada = customer();
        String ben = ben();
        set(ada, "Contact", "state", TraitValue.of("Washington"));
        set(ada, "Contact", "city", TraitValue.of("Astoria"));
        eventually(() -> assertThat(memory.profile(ada).text("Contact", "city")).contains("Astoria"));
        memory.addIdentifier(ben, "phone", ADAS);
        one(ada, ben);
        Profile both = memory.profile(ada);
        assertThat(both.text("Contact", "firstName")).contains("Ben");
        assertThat(both.text("Contact", "city")).contains("Astoria");
        assertThat(both.text("Contact", "state")).contains("Washington");
        assertThat(both.text("Contact", "phone")).contains(ADAS);
        assertThat(both.text("Contact", "email")).contains(BENS);
    }

    @Test
    void aTraitThatIdentifiesMakesOneOfTwo() {
        String ada = customer();
        String ben = ben();
        set(ben, "Contact", "phone", TraitValue.of("206 555 0119"));
        one(ada, ben);
        assertThat(memory.profile(ada).text("Contact", "city")).contains("Tacoma");
    }

    @Test
    void everyRequestFollowsAnOldId() {
        String ada = customer();
        String old = ben();
        memory.addIdentifier(old, "phone", ADAS);
        one(ada, old);

        set(old, "Contact", "city", TraitValue.of("Astoria"));
        memory.addIdentifier(old, "whatsapp", "ada");
        memory.replaceIdentifier(old, "email", BENS, "ada@example.com");
        remember(old, "Ordered a brass propeller.");
        memory.addSummaries(old, List.of(new NewSummary(TALK, "The propeller was late.", null, NOON)));
        eventually(() -> {
            assertThat(memory.profile(old).text("Contact", "city")).contains("Astoria");
            assertThat(memory.traits(old, PageRequest.first(1))
                            .items()
                            .getFirst()
                            .name())
                    .isEqualTo("city");
            assertThat(memory.identifiers(old))
                    .containsExactly(
                            new Identifier("email", List.of("ada@example.com")),
                            new Identifier("phone", List.of(ADAS)),
                            new Identifier("whatsapp", List.of("ada")));
            assertThat(memory.summaries(old, null, PageRequest.first(5)).items())
                    .hasSize(1);
            assertThat(memory.recall(old, RecallRequest.ofQuery("propeller")).observations())
                    .hasSize(1);
        });
        memory.removeIdentifiers(old, "whatsapp");
        memory.removeIdentifier(old, "email");

        Observation said = observations(old).getFirst();
        memory.correctObservation(old, said.id(), ObservationPatch.ofContent("Ordered two."));
        Summary summed =
                memory.summaries(old, null, PageRequest.first(5)).items().getFirst();
        memory.correctSummary(old, summed.id(), new SummaryPatch(null, "It was on time.", null, null));
        eventually(() -> {
            assertThat(memory.observation(old, said.id()).content()).isEqualTo("Ordered two.");
            assertThat(memory.observation(ada, said.id()).content()).isEqualTo("Ordered two.");
            assertThat(memory.revisions(old, said.id(), PageRequest.first(5)).items())
                    .hasSize(2);
            assertThat(memory.summary(old, summed.id()).content()).isEqualTo("It was on time.");
            assertThat(memory.identifiers(old)).containsExactly(new Identifier("phone", List.of(ADAS)));
        });
        memory.deleteObservation(old, said.id());
        memory.deleteSummary(old, summed.id());
        eventually(() -> {
            assertThat(observations(ada)).isEmpty();
            assertThat(memory.summaries(ada, null, PageRequest.first(5)).items())
                    .isEmpty();
        });
        memory.deleteProfile(old);
        eventually(() -> notFound(() -> memory.profile(ada)));
    }

    @Test
    void chainsEndAtTheFirst() {
        String ada = customer();
        String ben = ben();
        String cleo = memory.createProfile(contact("phone", "+12065550120"));
        memory.addIdentifier(cleo, "email", BENS);
        one(ben, ben, cleo);
        memory.addIdentifier(cleo, "phone", ADAS);
        one(ada, ada, ben, cleo);
        assertThat(memory.profiles(PageRequest.first(10)).items()).containsExactly(ada);
        assertThat(memory.lookup("phone", "+12065550120").profileIds()).containsExactly(ada);
    }

    @Test
    void manyBecomeOneAtOnce() {
        String ada = customer();
        String ben = ben();
        String cleo = memory.createProfile(Map.of("Contact", Map.of("phone", TraitValue.of("+12065550120"))));
        memory.addIdentifier(cleo, "whatsapp", "cleo");
        eventually(
                () -> assertThat(memory.lookup("whatsapp", "cleo").profileIds()).containsExactly(cleo));
        remember(ada, "a");
        remember(ben, "b");
        remember(cleo, "c");
        String dora = memory.createProfile(contact("phone", "+12065550121"));
        memory.updateTraits(dora, Map.of("Contact", new HashMap<>(Map.of("email", TraitValue.of(BENS)))));
        one(ben, dora);
        assertThat(memory.createProfile(contact("phone", "+12065550120", "email", BENS)))
                .isEqualTo(ben);
        one(ben, cleo, dora);
        memory.addIdentifier(ada, "whatsapp", "cleo");
        one(ada, ada, ben, cleo, dora);
        assertThat(contents(ada)).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void whenTheCustomerIsDeletedNoIdIsKnown() {
        String ada = customer();
        String ben = ben();
        memory.addIdentifier(ben, "phone", ADAS);
        one(ada, ben);
        memory.deleteProfile(ada);
        eventually(() -> notFound(() -> memory.profile(ada)));
        notFound(() -> memory.profile(ben));
        notFound(() -> memory.canonicalId(ben));
        notFound(() -> memory.addObservations(ben, List.of(said("Hello."))));
        assertThat(memory.lookup("email", BENS).profileIds()).isEmpty();
        notFound(() -> memory.canonicalId(NOBODY));
    }

    @Test
    void aValueACustomerHasAlreadyMergesNobody() {
        String ada = customer();
        String ben = ben();
        memory.addIdentifier(ada, "phone", ADAS);
        memory.addIdentifier(ben, "email", " BEN@example.com ");
        eventually(() -> assertThat(memory.lookup("email", BENS).profileIds()).containsExactly(ben));
        one(ada, ada);
        one(ben, ben);
    }

    /** Whatever is written: a unique value has one customer, every id leads to the first of its own, nothing is lost. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noSequenceLosesAnythingOrLeavesTwoWithOneValue(long seed) {
        Random random = new Random(seed);
        List<String> ids = new ArrayList<>();
        Map<String, String> written = new HashMap<>();
        for (int step = 0; step < 60; step++) {
            String phone = "+1206555010" + random.nextInt(10);
            String email = "c" + random.nextInt(10) + "@example.com";
            String somebody = ids.isEmpty() ? null : ids.get(random.nextInt(ids.size()));
            switch (somebody == null ? 0 : random.nextInt(7)) {
                case 0 -> ids.add(memory.createProfile(contact("phone", phone)));
                case 1 -> ids.add(memory.createProfile(contact("email", email)));
                case 2 -> ids.add(memory.createProfile(contact("phone", phone, "email", email)));
                case 3 -> memory.addIdentifier(somebody, "phone", phone);
                case 4 -> set(somebody, "Contact", "email", TraitValue.of(email));
                case 5 -> memory.removeIdentifier(somebody, "phone");
                default -> {}
            }
            String speaker = ids.get(random.nextInt(ids.size()));
            memory.addObservations(speaker, List.of(said("step " + step)));
            written.put("step " + step, speaker);
        }
        eventually(() -> {
            List<String> customers = memory.profiles(PageRequest.first(1000)).items();
            Set<String> values = new HashSet<>();
            Map<String, String> kept = new HashMap<>();
            for (String customer : customers) {
                for (Identifier identifier : memory.identifiers(customer)) {
                    identifier
                            .values()
                            .forEach(value -> assertThat(values.add(value))
                                    .as("%s has one customer", value)
                                    .isTrue());
                }
                contents(customer)
                        .forEach(content ->
                                assertThat(kept.put(content, customer)).isNull());
            }
            assertThat(kept.keySet()).isEqualTo(written.keySet());
            written.forEach((content, speaker) -> assertThat(kept.get(content)).isEqualTo(memory.canonicalId(speaker)));
            ids.forEach(id -> assertThat(customers).contains(memory.canonicalId(id)));
            Map<String, Integer> age = new HashMap<>();
            ids.forEach(id -> age.putIfAbsent(id, age.size()));
            ids.forEach(id -> assertThat(age.get(memory.canonicalId(id))).isLessThanOrEqualTo(age.get(id)));
        });
    }
}
