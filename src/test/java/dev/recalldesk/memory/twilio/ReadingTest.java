package dev.recalldesk.memory.twilio;

import static dev.recalldesk.memory.twilio.Service.ADA;
import static dev.recalldesk.memory.twilio.Service.NOTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.memory.Lookup;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.Profile;
import dev.recalldesk.memory.Recall;
import dev.recalldesk.memory.Recall.Mode;
import dev.recalldesk.memory.RecallRequest;
import dev.recalldesk.memory.Trait;
import dev.recalldesk.memory.TraitDefinition;
import dev.recalldesk.memory.TraitDefinition.DataType;
import dev.recalldesk.memory.TraitValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers are read with patience: what the real service leaves out, adds or spells differently does no harm. */
class ReadingTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private final Misbehaving server = new Misbehaving(Service.WELL);
    private final WireScene wire = new WireScene(server, WireScene.CALM);
    private final Memory memory = wire.open();

    @AfterEach
    void close() {
        wire.close();
    }

    private void says(String json) {
        server.become(visit -> visit.answer(200, json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"profiles\":null}", "{\"profiles\":[]}", "{\"normalizedValue\":\"1\",\"profiles\":[]}"})
    void nobodyIsFoundHoweverItIsSaid(String json) {
        says(json);
        assertThat(memory.lookup("phone", "1")).isEqualTo(new Lookup("1", List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"profiles\":[\"" + ADA + "\"]}",
                "{\"profiles\":[{\"id\":\"" + ADA + "\"}]}",
                "{\"profiles\":[\"" + ADA + "\",\"" + ADA + "\",null,7,{}],\"more\":{\"is\":[\"said\"]}}"
            })
    void somebodyIsFoundHoweverItIsSaid(String json) {
        says(json);
        assertThat(memory.lookup("phone", "1").profileIds()).containsExactly(ADA);
    }

    @Test
    void whatNobodyCanHaveIsNotAskedFor() {
        int asked = server.visits().size();
        assertThat(memory.lookup("phone", "  ").profileIds()).isEmpty();
        assertThat(memory.lookup("phone", "1".repeat(256)).profileIds()).isEmpty();
        assertThat(server.visits()).hasSize(asked);
    }

    private static String recalled(String score) {
        return "{\"observations\":[" + Service.NOTE_JSON.replaceFirst("}$", score + "}") + "],\"meta\":null}";
    }

    @Test
    void recallWithoutScoresIsTheMostRecentWhateverWasAsked() {
        says(recalled(""));
        Recall recall = memory.recall(ADA, RecallRequest.ofQuery("boats"));
        assertThat(recall.mode()).isEqualTo(Mode.MOST_RECENT);
        assertThat(recall.observations())
                .singleElement()
                .satisfies(hit -> assertThat(hit.score()).isEmpty());
        says(recalled(",\"score\":null"));
        assertThat(memory.recall(ADA, RecallRequest.ofConversation("conv_conversation_01jbaaaaaaaaaaaaaaaaaaaaaa"))
                        .mode())
                .isEqualTo(Mode.MOST_RECENT);
    }

    @Test
    void recallWithScoresIsWhatWasAsked() {
        says(recalled(",\"score\":0.5"));
        assertThat(memory.recall(ADA, RecallRequest.ofQuery("boats")).mode()).isEqualTo(Mode.QUERY);
        assertThat(memory.recall(ADA, RecallRequest.ofConversation("conv_conversation_01jbaaaaaaaaaaaaaaaaaaaaaa"))
                        .mode())
                .isEqualTo(Mode.CONVERSATION);
        says(recalled(",\"score\":1.0000001"));
        assertThat(memory.recall(ADA, RecallRequest.ofQuery("boats"))
                        .observations()
                        .getFirst()
                        .score())
                .hasValue(1);
        says("{}");
        assertThat(memory.recall(ADA, RecallRequest.ofQuery("boats")).mode())
                .as("a question nothing answers")
                .isEqualTo(Mode.QUERY);
    }

    @Test
    void onlyWhatWasAskedIsSent() {
        Recall _ = memory.recall(ADA, new RecallRequest(" ", null, null, NOON, 20, 0, 0));
        assertThat(server.visits().getLast().body())
                .isEqualTo("{\"endDate\":\"2026-03-02T12:00:00Z\",\"observationsLimit\":20,\"summariesLimit\":0}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02T12:00:00Z",
                "2026-03-02T12:00:00.000Z",
                "2026-03-02T12:00:00.000000000Z",
                "2026-03-02T13:00:00+01:00",
                "2026-03-02T12:00:00",
                "2026-03-02T12:00Z"
            })
    void timesAreReadHoweverTheyAreWritten(String time) {
        says(Service.NOTE_JSON.replace("2026-03-02T12:00:00Z", time));
        assertThat(memory.observation(ADA, NOTE).occurredAt()).isEqualTo(NOON);
    }

    @Test
    void whatIsLeftOutIsMadeUpForWhereThatIsHonest() {
        says("{\"id\":\"" + NOTE + "\",\"content\":\"Likes boats.\",\"occurredAt\":\"2026-03-02T12:00:00Z\"}");
        assertThat(memory.observation(ADA, NOTE))
                .isEqualTo(new Observation(NOTE, "Likes boats.", "", NOON, NOON, NOON, List.of()));
        says("{\"content\":\"Likes boats.\"}");
        assertThat(WireScene.failure(() -> memory.observation(ADA, NOTE)))
                .isInstanceOf(MemoryFailure.NotTheService.class);
        says("{\"id\":\"" + ADA + "\",\"createdAt\":\"2026-03-02T12:00:00Z\"}");
        assertThat(memory.profile(ADA)).isEqualTo(new Profile(ADA, NOON, Map.of()));
    }

    @Test
    void pagesMayBeShorterThanAskedAndSayHowToGoOn() {
        says("{\"observations\":[" + Service.NOTE_JSON + "],\"meta\":{\"pageSize\":1,\"nextToken\":\"t&2\"}}");
        Page<Observation> page = memory.observations(ADA, ObservationFilter.NONE, PageRequest.first(1000));
        assertThat(server.visits().getLast().line()).contains("pageSize=50&");
        assertThat(page.items()).hasSize(1);
        says("{\"observations\":null}");
        Page<Observation> last = memory.observations(
                ADA, ObservationFilter.NONE, PageRequest.first(5).after(page.nextToken()));
        assertThat(server.visits().getLast().line()).contains("pageToken=t%262");
        assertThat(last).isEqualTo(new Page<>(List.of(), null));
    }

    @Test
    void filtersAreWrittenSoThatNothingGetsLost() {
        Page<Observation> _ = memory.observations(
                ADA,
                new ObservationFilter("night shift/2", NOON.plusNanos(1_234_567), null, null),
                new PageRequest(5, null, PageRequest.Order.OLDEST_FIRST));
        assertThat(server.visits().getLast().line())
                .endsWith("?pageSize=5&orderBy=ASC&source=night%20shift%2F2&createdAfter=2026-03-02T12%3A00%3A00.001Z");
    }

    @Test
    void traitsOfAllKindsAreShown() {
        says("""
                {"id":"%s","createdAt":"2026-03-02T12:00:00Z","traits":{"A":{"t":"x","n":7,"b":true,"l":["x",1,null],\
                "d":1.5,"o":{"k":1},"z":null},"B":null}}""".formatted(ADA));
        assertThat(memory.profile(ADA).traits())
                .isEqualTo(Map.of(
                        "A",
                        Map.of(
                                "t",
                                TraitValue.of("x"),
                                "n",
                                new TraitValue.Whole(7),
                                "b",
                                new TraitValue.Flag(true),
                                "l",
                                new TraitValue.Many(List.of(TraitValue.of("x"), new TraitValue.Whole(1))),
                                "d",
                                TraitValue.of("1.5"),
                                "o",
                                TraitValue.of("{\"k\":1}"))));
        says("""
                {"traits":[{"name":"t","value":"x","traitGroup":"A","timestamp":"2026-03-02T12:00:00Z"},\
                {"name":"u","traitGroup":"A"},{"name":"v","value":1,"traitGroup":"A"}]}""");
        assertThat(memory.traits(ADA, PageRequest.first(5)).items())
                .containsExactly(new Trait("A", "t", TraitValue.of("x"), NOON));
    }

    @Test
    void definitionsOfUnknownKindsAreTexts() {
        says("""
                {"traitGroups":[{"displayName":"B"},{"displayName":"A","version":3,"traits":{"t":{"dataType":"DATE",\
                "validationRule":{"ruleType":"DATE"},"idTypePromotion":""}}}],"meta":{"key":"traitGroups"}}""");
        assertThat(memory.traitGroups()).hasSize(2).first().satisfies(group -> {
            assertThat(group.name()).isEqualTo("A");
            assertThat(group.version()).isEqualTo(3);
            assertThat(group.traits()).isEqualTo(Map.of("t", new TraitDefinition(DataType.STRING, "", null, null)));
        });
    }

    @Test
    void aListWithoutAnEndEnds() {
        says("{\"traitGroups\":[{\"displayName\":\"A\"}],\"meta\":{\"nextToken\":\"again\"}}");
        assertThat(memory.traitGroups()).hasSize(2);
    }

    @Test
    void aNewCustomerWithoutAnIdIsLookedUp() {
        server.become(visit -> {
            if (visit.line().startsWith("POST") && !visit.isFor("Lookup")) {
                visit.answer(202, "{\"message\":\"accepted\"}");
            } else if (visit.isFor("TraitGroups")) {
                visit.answer(200, """
                        {"traitGroups":[{"displayName":"Contact","traits":{"email":{"dataType":"STRING",\
                        "idTypePromotion":"email"},"city":{"dataType":"STRING"}}}]}""");
            } else {
                Service.WELL.meet(visit);
            }
        });
        String made = memory.createProfile(
                Map.of("Contact", Map.of("email", TraitValue.of("ada@example.com"), "city", TraitValue.of("Tacoma"))));
        assertThat(made).isEqualTo(ADA);
        assertThat(server.visits().getLast().body()).isEqualTo("{\"idType\":\"email\",\"value\":\"ada@example.com\"}");
    }
}
