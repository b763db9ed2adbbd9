package dev.recalldesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.memory.TraitValue;
import dev.recalldesk.memory.local.DiskRoom;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a client sees when the machine of the server is in trouble. */
class ServerMishapTest {
    @TempDir
    Path folder;

    private static HttpResponse<String> write(Served served, String customer, String content) throws Exception {
        return served.post(
                customer + "/Observations",
                "{\"observations\":[{\"content\":\"" + content
                        + "\",\"source\":\"a\",\"occurredAt\":\"2026-03-02T12:00:00Z\"}]}");
    }

    private static int kept(Served served, String customer) throws Exception {
        HttpResponse<String> page = served.get(customer + "/Observations");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return Served.json(page).get("observations").size();
    }

    @Test
    void aFullDiskRefusesWritesAndGoesOnReading() throws Exception {
        try (Served served = new Served(folder)) {
            String store = served.account().createStore("Harbor-Tools", "").id();
            String customer = "/v1/Stores/" + store + "/Profiles/"
                    + served.account()
                            .open(store)
                            .createProfile(Map.of("Contact", Map.of("phone", TraitValue.of("+12065550119"))));
            assertThat(write(served, customer, "A brass propeller.").statusCode())
                    .isEqualTo(202);
            DiskRoom.leave(served.account(), 6);
            int accepted = 1;
            HttpResponse<String> answer = write(served, customer, "x".repeat(4000));
            while (answer.statusCode() == 202) {
                accepted++;
                assertThat(accepted).as("the disk never fills").isLessThan(50);
                answer = write(served, customer, "x".repeat(4000));
            }
            JsonNode error = Served.json(answer);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(error.get("code").intValue()).isEqualTo(20503);
            assertThat(error.get("message").stringValue()).contains("The disk is full, so nothing was written.");
            assertThat(kept(served, customer)).isEqualTo(accepted);
            HttpResponse<String> recall = served.post(customer + "/Recall", "{\"query\":\"propeller\"}");
            assertThat(recall.statusCode()).isEqualTo(200);
            assertThat(recall.body()).contains("A brass propeller.");
            DiskRoom.leavePlenty(served.account());
            assertThat(write(served, customer, "There is room again.").statusCode())
                    .isEqualTo(202);
            assertThat(kept(served, customer)).isEqualTo(accepted + 1);
        }
    }
}
