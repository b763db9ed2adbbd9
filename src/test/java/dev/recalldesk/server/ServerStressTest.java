package dev.recalldesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.TraitDefinition;
import dev.recalldesk.memory.TraitGroup;
import dev.recalldesk.memory.TraitValue;
import dev.recalldesk.memory.archive.ProgressListener;
import dev.recalldesk.memory.local.MemoryCheck;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Many clients at one customer at once. */
class ServerStressTest {
    private static final int CLIENTS = 32;
    private static final int ROUNDS = 6;

    @TempDir
    Path folder;

    private String customer = "";
    private String shared = "";

    private void prepare(Served served) {
        String store = served.account().createStore("Harbor-Tools", "").id();
        Memory memory = served.account().open(store);
        Map<String, TraitDefinition> counts = new HashMap<>();
        for (int client = 0; client < CLIENTS; client++) {
            counts.put("of" + client, new TraitDefinition(TraitDefinition.DataType.NUMBER, "", null, null));
        }
        memory.createTraitGroup(new TraitGroup("Counts", "", counts, 1));
        String ada = memory.createProfile(Map.of("Contact", Map.of("phone", TraitValue.of("+12065550119"))));
        memory.addObservations(ada, List.of(new NewObservation("version 0", "a", Instant.now(), List.of())));
        customer = "/v1/Stores/" + store + "/Profiles/" + ada;
        shared = customer + "/Observations/"
                + memory.observations(ada, ObservationFilter.NONE, PageRequest.first(1))
                        .items()
                        .getFirst()
                        .id();
    }

    private static JsonNode answered(int status, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return Served.json(response);
    }

    private boolean writeAndRead(Served served, int client) throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            String mine = client + "/" + round;
            answered(
                    202,
                    served.method("PATCH", customer, "{\"traits\":{\"Counts\":{\"of" + client + "\":" + round + "}}}"));
            answered(202, served.method("PATCH", shared, "{\"content\":\"version " + mine + "\"}"));
            answered(
                    202,
                    served.post(
                            customer + "/Observations",
                            "{\"observations\":[{\"content\":\"word " + mine
                                    + "\",\"source\":\"a\",\"occurredAt\":\"2026-03-02T12:00:00Z\"}]}"));
            assertThat(answered(200, served.get(customer))
                            .at("/traits/Counts/of" + client)
                            .intValue())
                    .isEqualTo(round);
            assertThat(contents(answered(200, served.get(shared + "/Revisions")), "revisions"))
                    .doesNotHaveDuplicates();
            JsonNode recall = answered(
                    200,
                    served.post(customer + "/Recall", "{\"query\":\"word " + mine + "\",\"observationsLimit\":50}"));
            assertThat(contents(recall, "observations")).contains("word " + mine);
        }
        return true;
    }

    private static List<String> contents(JsonNode page, String key) {
        List<String> contents = new ArrayList<>();
        page.get(key).forEach(item -> contents.add(item.get("content").stringValue()));
        return contents;
    }

    private static List<String> all(Served served, String path, String key) throws Exception {
        List<String> contents = new ArrayList<>();
        String token = "";
        while (token != null) {
            JsonNode page = answered(200, served.get(path + "?pageSize=50" + token));
            contents.addAll(contents(page, key));
            JsonNode next = page.at("/meta/nextToken");
            token = next.isMissingNode() ? null : "&pageToken=" + next.stringValue();
        }
        return contents;
    }

    @Test
    void nothingIsLostAndNobodyIsSentAway() throws Exception {
        List<Future<Boolean>> clients = new ArrayList<>();
        try (Served served = new Served(folder)) {
            prepare(served);
            try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int client = 0; client < CLIENTS; client++) {
                    int mine = client;
                    clients.add(workers.submit(() -> writeAndRead(served, mine)));
                }
            }
            for (Future<Boolean> client : clients) {
                assertThat(client.get()).isTrue();
            }
            JsonNode counts = answered(200, served.get(customer)).at("/traits/Counts");
            assertThat(counts.size()).isEqualTo(CLIENTS);
            counts.forEach(count -> assertThat(count.intValue()).isEqualTo(ROUNDS));
            assertThat(all(served, shared + "/Revisions", "revisions"))
                    .doesNotHaveDuplicates()
                    .hasSize(CLIENTS * ROUNDS + 1)
                    .first()
                    .isEqualTo(answered(200, served.get(shared)).get("content").stringValue());
            assertThat(all(served, customer + "/Observations", "observations"))
                    .doesNotHaveDuplicates()
                    .hasSize(CLIENTS * ROUNDS + 1);
        }
        assertThat(MemoryCheck.run(folder, ProgressListener.NONE).index()).isEqualTo(MemoryCheck.Index.EQUAL);
    }
}
