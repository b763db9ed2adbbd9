package dev.recalldesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.twilio.exception.ApiException;
import com.twilio.rest.memory.v1.DataMapping;
import com.twilio.rest.memory.v1.DataMappingCreator;
import com.twilio.rest.memory.v1.DataMappingDeleter;
import com.twilio.rest.memory.v1.DataMappingFetcher;
import com.twilio.rest.memory.v1.DataMappingPatcher;
import com.twilio.rest.memory.v1.DataMappingReader;
import com.twilio.rest.memory.v1.Operation;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Data mappings: through the official library, and beyond what it can say. */
class DataMappingTest extends TwilioLibrary {
    private static final String TO_CITY = "\"mappingTo\":{\"type\":\"TRAITS\",\"mappings\":[{\"expression\":\"town\","
            + "\"traitGroup\":\"Contact\",\"traitName\":\"city\"}]}";
    private static final String COLUMNS = "\"mappingFrom\":{\"type\":\"INGRESS\",\"columns\":[\"town\"]}";
    private static final String DATASET = "tdi_dataset_00000000000000000000000000";

    private static DataMapping.DataMappingToTraits to(String trait) {
        return new DataMapping.DataMappingToTraits.Builder(
                        DataMapping.Type.TRAITS,
                        List.of(new DataMapping.MappingTraitItem.Builder("column_" + trait, "Contact", trait).build()))
                .build();
    }

    private String created(String store, String name) {
        Operation.FetchOperationResponse operation = operation(new DataMappingCreator(
                        store,
                        new DataMapping.CreateDataMappingInput.Builder(
                                        name,
                                        to("city"),
                                        new DataMapping.DataMappingFromTypes.Builder()
                                                .columns(List.of("first", "column_city"))
                                                .build())
                                .description("From the old system")
                                .build())
                .create(twilio)
                .getStatusUrl());
        assertThat(operation.getStatus()).isEqualTo(Operation.Status.COMPLETED);
        String id = operation.getResult().getId();
        assertThat(operation.getResultUrl().getPath()).endsWith("/DataMappings/" + id);
        return id;
    }

    @Test
    void aMappingIsMadeReadChangedListedAndDeleted() {
        String store = store();
        String id = created(store, "crm-contacts");
        DataMapping.FetchDataMappingResponse made = new DataMappingFetcher(store, id).fetch(twilio);
        assertThat(made.getId()).isEqualTo(id).matches("mem_datamapping_[0-7][0-9a-z]{25}");
        assertThat(made.getDisplayName()).isEqualTo("crm-contacts");
        assertThat(made.getDescription()).isEqualTo("From the old system");
        assertThat(made.getIsEnabled()).isTrue();
        assertThat(made.getVersion()).isEqualTo(1);
        assertThat(made.getMappingFrom().getColumns()).containsExactly("first", "column_city");
        assertThat(made.getMappingTo().getMappings())
                .singleElement()
                .satisfies(target -> assertThat(target.getTraitName()).isEqualTo("city"));

        new DataMappingPatcher(store, id)
                .setDataMappingCore(new DataMapping.DataMappingCore.Builder()
                        .isEnabled(false)
                        .mappingTo(to("country"))
                        .build())
                .setIfMatch("\"1\"")
                .patch(twilio);
        DataMapping.FetchDataMappingResponse changed = new DataMappingFetcher(store, id).fetch(twilio);
        assertThat(changed.getVersion()).isEqualTo(2);
        assertThat(changed.getIsEnabled()).isFalse();
        assertThat(changed.getDescription()).isEqualTo("From the old system");
        assertThat(changed.getCreatedAt()).isEqualTo(made.getCreatedAt());
        assertThat(changed.getUpdatedAt()).isAfter(made.getUpdatedAt());
        assertThat(changed.getMappingFrom().getColumns()).hasSize(2);
        assertThat(changed.getMappingTo().getMappings())
                .singleElement()
                .satisfies(target -> assertThat(target.getTraitName()).isEqualTo("country"));
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> new DataMappingPatcher(store, id)
                        .setDataMappingCore(new DataMapping.DataMappingCore.Builder().build())
                        .setIfMatch("\"1\"")
                        .patch(twilio))
                .satisfies(failure -> assertThat(failure.getStatusCode()).isEqualTo(412))
                .satisfies(failure -> assertThat(failure.getCode()).isEqualTo(520043));

        String second = created(store, "second");
        assertThat(all(new DataMappingReader(store).setPageSize(1).read(twilio)))
                .extracting(DataMapping.ListDataMappingResponse::getId)
                .containsExactly(second, id);
        assertThat(all(new DataMappingReader(store)
                        .setType(DataMapping.DataMappingType.INGRESS)
                        .setOrderBy(DataMapping.OrderBy.ASC)
                        .read(twilio)))
                .extracting(DataMapping.ListDataMappingResponse::getId)
                .containsExactly(id, second);
        assertThat(all(new DataMappingReader(store)
                        .setType(DataMapping.DataMappingType.DATASET_CLOUDAPP)
                        .read(twilio)))
                .isEmpty();

        new DataMappingDeleter(store, id).delete(twilio);
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> new DataMappingFetcher(store, id).fetch(twilio))
                .satisfies(failure -> assertThat(failure.getStatusCode()).isEqualTo(404))
                .satisfies(failure -> assertThat(failure.getCode()).isEqualTo(520048));
    }

    @Test
    void everyKindOfSourceIsGivenBackAsItWasGiven() throws Exception {
        String mappings = "/v1/ControlPlane/Stores/" + store() + "/DataMappings";
        String dataset = "\"mappingFrom\":{\"type\":\"%s\",\"datasetId\":\"" + DATASET + "\"}";
        for (String from :
                List.of(COLUMNS, dataset.formatted("DATASET_CLOUDAPP"), dataset.formatted("DATASET_WAREHOUSE"))) {
            String name = "m" + from.length();
            HttpResponse<String> made =
                    caller.post(mappings, "{\"displayName\":\"" + name + "\",\"more\":1," + TO_CITY + "," + from + "}");
            assertThat(made.statusCode()).as(made.body()).isEqualTo(202);
            assertThat(Caller.json(made).get("message").stringValue())
                    .isEqualTo("Data mapping creation request accepted for processing.");
        }
        JsonNode all = Caller.json(caller.get(mappings + "?orderBy=ASC"));
        assertThat(all.get("meta").get("key").stringValue()).isEqualTo("dataMappings");
        assertThat(all.get("dataMappings").get(0).get("mappingFrom").toString())
                .isEqualTo("{\"type\":\"INGRESS\",\"columns\":[\"town\"]}");
        assertThat(all.get("dataMappings").get(1).get("mappingFrom").toString())
                .isEqualTo("{\"type\":\"DATASET_CLOUDAPP\",\"datasetId\":\"" + DATASET + "\"}");
        JsonNode warehouse = Caller.json(caller.get(mappings + "?type=DATASET_WAREHOUSE"));
        assertThat(warehouse.get("dataMappings")).hasSize(1);
        String id = warehouse.get("dataMappings").get(0).get("id").stringValue();
        HttpResponse<String> patched = caller.method("PATCH", mappings + "/" + id, "{" + COLUMNS + "}");
        assertThat(patched.statusCode()).isEqualTo(202);
        HttpResponse<String> read = caller.get(mappings + "/" + id);
        assertThat(Caller.json(read).get("mappingFrom").get("datasetId").stringValue())
                .isEqualTo(DATASET);
        assertThat(read.headers().firstValue("ETag")).hasValue("\"2\"");
        assertThat(Caller.json(read).has("description")).isFalse();
    }

    @Test
    void whatBreaksTheSchemaIsRefused() throws Exception {
        String mappings = "/v1/ControlPlane/Stores/" + store() + "/DataMappings";
        String named = "{\"displayName\":\"a\",";
        for (String wrong : List.of(
                "{" + TO_CITY + "," + COLUMNS + "}",
                "{\"displayName\":\"1a\"," + TO_CITY + "," + COLUMNS + "}",
                "{\"displayName\":\"a_b\"," + TO_CITY + "," + COLUMNS + "}",
                "{\"displayName\":\"" + "a".repeat(65) + "\"," + TO_CITY + "," + COLUMNS + "}",
                named + "\"description\":\"\"," + TO_CITY + "," + COLUMNS + "}",
                named + "\"description\":\"" + "d".repeat(513) + "\"," + TO_CITY + "," + COLUMNS + "}",
                named + "\"isEnabled\":\"yes\"," + TO_CITY + "," + COLUMNS + "}",
                named + COLUMNS + "}",
                named + TO_CITY + "}",
                named + TO_CITY + ",\"mappingFrom\":{\"type\":\"FILE\",\"columns\":[\"a\"]}}",
                named + TO_CITY + ",\"mappingFrom\":{\"datasetId\":\"" + DATASET + "\"}}",
                named + TO_CITY + ",\"mappingFrom\":{\"type\":\"DATASET_CLOUDAPP\",\"datasetId\":\"x\"}}",
                named + TO_CITY + ",\"mappingFrom\":{\"type\":\"INGRESS\",\"columns\":[]}}",
                named + TO_CITY + ",\"mappingFrom\":{\"type\":\"INGRESS\",\"columns\":[\"\"]}}",
                named + TO_CITY + ",\"mappingFrom\":{\"type\":\"INGRESS\",\"columns\":[\"a\"],\"datasetId\":\"x\"}}",
                named + TO_CITY.replace("TRAITS", "OTHER") + "," + COLUMNS + "}",
                named + TO_CITY.replace("\"city\"", "\"City\"") + "," + COLUMNS + "}",
                named + TO_CITY.replace("\"town\"", "\"\"") + "," + COLUMNS + "}",
                named + TO_CITY.replace("\"expression\"", "\"more\":1,\"expression\"") + "," + COLUMNS + "}",
                named + "\"mappingTo\":{\"type\":\"TRAITS\",\"mappings\":[]}," + COLUMNS + "}")) {
            refused(caller.post(mappings, wrong), 400, 520046);
        }
        String warehouse = "\"mappingFrom\":{\"type\":\"DATASET_WAREHOUSE\",\"datasetId\":\"" + DATASET + "\"}";
        refused(caller.post(mappings, named + TO_CITY.replace("city", "shoe") + "," + warehouse + "}"), 400, 520046);
        refused(caller.get(mappings + "?type=OTHER"), 400, 520046);
        refused(caller.get(mappings + "/mem_datamapping_9"), 400, 520046);
        refused(caller.get(mappings + "/mem_datamapping_00000000000000000000000000"), 404, 520048);
        refused(caller.method("DELETE", mappings + "/mem_datamapping_00000000000000000000000000", ""), 404, 520048);
        refused(caller.method("PATCH", mappings + "/mem_datamapping_00000000000000000000000000", "{}"), 404, 520048);
    }

    @Test
    void aNameBelongsToOneMappingOfAStore() throws Exception {
        String first = store();
        String mappings = "/v1/ControlPlane/Stores/" + first + "/DataMappings";
        String crm = created(first, "crm");
        String other = created(first, "other");
        refused(caller.post(mappings, "{\"displayName\":\"crm\"," + TO_CITY + "," + COLUMNS + "}"), 409, 520056);
        refused(caller.method("PATCH", mappings + "/" + other, "{\"displayName\":\"crm\"}"), 409, 520056);
        assertThat(caller.method("PATCH", mappings + "/" + crm, "{\"displayName\":\"crm\"}")
                        .statusCode())
                .isEqualTo(202);
        String second = store("Second");
        refused(caller.get("/v1/ControlPlane/Stores/" + second + "/DataMappings/" + crm), 404, 520048);
        assertThat(created(second, "crm")).isNotEqualTo(crm);
    }

    private static void refused(HttpResponse<String> answer, int status, int code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Caller.json(answer).get("code").intValue()).as(answer.body()).isEqualTo(code);
    }
}
