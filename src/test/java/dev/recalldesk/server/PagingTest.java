package dev.recalldesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.NewSummary;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.ObservationPatch;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.TraitGroup;
import dev.recalldesk.memory.TraitValue;
import dev.recalldesk.memory.local.DataMapping;
import dev.recalldesk.memory.local.DataMappings;
import dev.recalldesk.memory.local.ProfileImports;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every list of the wire, read page by page there and back. */
class PagingTest {
    private static final String TALK = "conv_conversation_01jbaaaaaaaaaaaaaaaaaaaaaa";
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    Path folder;

    private Served served;
    private String id;
    private Memory memory;
    private String ada;

    @BeforeEach
    void fiveOfEverything() throws Exception {
        served = new Served(folder);
        id = served.account().createStore("Harbor-Tools", "").id();
        memory = served.account().open(id);
        for (int i = 0; i < 4; i++) {
            served.account().createStore("Store-" + i, "");
            memory.createTraitGroup(new TraitGroup("Group" + i, "", Map.of(), 1));
            customer("+1206555011" + i);
        }
        ada = customer("+12065550119");
        DataMappings mappings = new DataMappings(served.account());
        ProfileImports imports = new ProfileImports(served.account());
        for (int i = 0; i < 5; i++) {
            mappings.create(
                    id,
                    new DataMapping.Content(
                            "mapping" + i,
                            "",
                            true,
                            new DataMapping.Source.Ingress(List.of("a")),
                            List.of(new DataMapping.Target("a", "Contact", "city"))));
            imports.create(id, "a.csv", 1, List.of(), new byte[32]);
            memory.addObservations(ada, List.of(said("Note " + i)));
            memory.addSummaries(ada, List.of(new NewSummary(TALK, "Talk " + i, null, NOON)));
        }
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private String customer(String phone) {
        return memory.createProfile(Map.of(
                "Contact",
                Map.of(
                        "phone", TraitValue.of(phone),
                        "firstName", TraitValue.of("Ada"),
                        "lastName", TraitValue.of("Byron"),
                        "city", TraitValue.of("Astoria"),
                        "country", TraitValue.of("US"))));
    }

    private static NewObservation said(String content) {
        return new NewObservation(content, "agent", NOON, List.of());
    }

    private String profile() {
        return "/v1/Stores/" + id + "/Profiles/" + ada;
    }

    private JsonNode page(String path) throws Exception {
        HttpResponse<String> answer = served.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Served.json(answer);
    }

    private static List<String> items(JsonNode page) {
        List<String> items = new ArrayList<>();
        JsonNode array = page.get(page.get("meta").get("key").stringValue());
        array.forEach(item -> items.add(item.toString()));
        return items;
    }

    private static String token(JsonNode page, String name) {
        JsonNode token = page.get("meta").get(name);
        return token == null ? "" : token.stringValue();
    }

    /** Reads a list of five in pages of two, forwards and back, with nothing but the tokens. */
    private void thereAndBack(String key, String path) throws Exception {
        String first = path + (path.contains("?") ? "&" : "?") + "pageSize=2";
        String plain = path.replaceAll("\\?.*", "") + "?pageSize=2&pageToken=";
        JsonNode one = page(first);
        assertThat(one.get("meta").get("key").stringValue()).isEqualTo(key);
        assertThat(one.get("meta").get("pageSize").intValue()).isEqualTo(2);
        assertThat(token(one, "previousToken")).isEmpty();
        JsonNode two = page(plain + token(one, "nextToken"));
        JsonNode three = page(plain + token(two, "nextToken"));
        assertThat(token(three, "nextToken")).isEmpty();
        List<String> all = new ArrayList<>(items(one));
        all.addAll(items(two));
        all.addAll(items(three));
        assertThat(all).hasSize(5).doesNotHaveDuplicates();
        assertThat(items(page(path))).isEqualTo(all);
        JsonNode twoAgain = page(plain + token(three, "previousToken"));
        assertThat(items(twoAgain)).isEqualTo(items(two));
        assertThat(items(page(plain + token(twoAgain, "nextToken")))).isEqualTo(items(three));
        JsonNode oneAgain = page(plain + token(twoAgain, "previousToken"));
        assertThat(items(oneAgain)).isEqualTo(items(one));
        assertThat(token(oneAgain, "previousToken")).isEmpty();
    }

    private void inBothOrders(String key, String path) throws Exception {
        thereAndBack(key, path);
        thereAndBack(key, path + (path.contains("?") ? "&" : "?") + "orderBy=ASC");
        assertThat(items(page(path + (path.contains("?") ? "&" : "?") + "orderBy=ASC")))
                .isEqualTo(items(page(path)).reversed());
    }

    @Test
    void listsWithAnOrder() throws Exception {
        inBothOrders("stores", "/v1/ControlPlane/Stores");
        inBothOrders("traitGroups", "/v1/ControlPlane/Stores/" + id + "/TraitGroups");
        inBothOrders("dataMappings", "/v1/ControlPlane/Stores/" + id + "/DataMappings?type=INGRESS");
        inBothOrders("imports", "/v1/Stores/" + id + "/Profiles/Imports");
        inBothOrders("profiles", "/v1/Stores/" + id + "/Profiles");
        inBothOrders("traits", profile() + "/Traits?traitGroups=Contact");
        inBothOrders("observations", profile() + "/Observations?source=agent");
    }

    @Test
    void listsThatAreAlwaysNewestFirst() throws Exception {
        String note = memory.observations(ada, ObservationFilter.NONE, PageRequest.first(1))
                .items()
                .getFirst()
                .id();
        for (int i = 0; i < 4; i++) {
            memory.correctObservation(ada, note, new ObservationPatch("Corrected " + i, null, null, null));
        }
        String revisions = profile() + "/Observations/" + note + "/Revisions";
        String summaries = profile() + "/ConversationSummaries?conversationId=" + TALK;
        thereAndBack("revisions", revisions);
        thereAndBack("summaries", summaries);
        assertThat(items(page(revisions + "?orderBy=ASC"))).isEqualTo(items(page(revisions)));
        assertThat(items(page(summaries + "&orderBy=ASC"))).isEqualTo(items(page(summaries)));
    }

    @Test
    void whatIsWrittenBetweenTwoPagesNeitherRepeatsNorHidesAnItem() throws Exception {
        String list = profile() + "/Observations?pageSize=2";
        JsonNode one = page(list);
        memory.addObservations(ada, List.of(said("Meanwhile")));
        String gone = one.get("observations").get(1).get("id").stringValue();
        memory.deleteObservation(ada, gone);
        JsonNode two = page(list + "&pageToken=" + token(one, "nextToken"));
        assertThat(two.get("observations").get(0).get("content").stringValue()).isEqualTo("Note 2");
        JsonNode back = page(list + "&pageToken=" + token(two, "previousToken"));
        assertThat(back.get("observations").get(0).get("content").stringValue()).isEqualTo("Meanwhile");
        assertThat(back.get("observations").get(1).get("content").stringValue()).isEqualTo("Note 4");
    }

    @Test
    void aTokenIsRefusedByEveryOtherListAndWhenItIsForged() throws Exception {
        String notes = token(page(profile() + "/Observations?pageSize=2"), "nextToken");
        String stores = token(page("/v1/ControlPlane/Stores?pageSize=2"), "nextToken");
        for (String wrong : List.of("x", "!", "A".repeat(5000), notes.substring(4), stores)) {
            assertThat(served.get(profile() + "/Observations?pageToken=" + wrong)
                            .statusCode())
                    .isEqualTo(400);
        }
        for (String wrong : List.of("x", notes, stores.substring(4))) {
            assertThat(served.get("/v1/ControlPlane/Stores?pageToken=" + wrong).statusCode())
                    .isEqualTo(400);
        }
        int middle = notes.length() / 2;
        String altered =
                notes.substring(0, middle) + (notes.charAt(middle) == 'A' ? 'B' : 'A') + notes.substring(middle + 1);
        assertThat(served.get(profile() + "/Observations?pageToken=" + altered).statusCode())
                .isEqualTo(400);
        assertThat(served.get(profile() + "/ConversationSummaries?pageToken=" + notes)
                        .statusCode())
                .isEqualTo(400);
        assertThat(served.get(profile() + "/Observations?orderBy=ASC&pageToken=" + notes)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void noPageIsLongerThanTheApiHasIt() throws Exception {
        assertThat(size(profile() + "/Observations")).isEqualTo(50);
        assertThat(size(profile() + "/ConversationSummaries")).isEqualTo(50);
        assertThat(size(profile() + "/Traits")).isEqualTo(100);
        assertThat(size("/v1/Stores/" + id + "/Profiles")).isEqualTo(1000);
        assertThat(size("/v1/Stores/" + id + "/Profiles/Imports")).isEqualTo(100);
        String groups = "/v1/ControlPlane/Stores/" + id + "/TraitGroups?pageSize=";
        assertThat(page(groups + "100").get("meta").get("pageSize").intValue()).isEqualTo(50);
        assertThat(served.get(groups + "101").statusCode()).isEqualTo(400);
        assertThat(page(profile() + "/Observations").get("meta").get("pageSize").intValue())
                .isEqualTo(50);
        assertThat(served.get(profile() + "/Observations?pageSize=1001").statusCode())
                .isEqualTo(400);
    }

    private int size(String list) throws Exception {
        return page(list + "?pageSize=1000").get("meta").get("pageSize").intValue();
    }
}
