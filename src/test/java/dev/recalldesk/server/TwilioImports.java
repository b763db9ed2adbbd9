package dev.recalldesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.twilio.rest.memory.v1.Import;
import com.twilio.rest.memory.v1.ImportCreator;
import com.twilio.rest.memory.v1.ImportFetcher;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** The official library, importing into a store. */
abstract class TwilioImports extends TwilioLibrary {
    String store;

    @BeforeEach
    void aStore() {
        store = store();
    }

    static Import.ColumnMappingItem column(String name, String group, String trait) {
        return new Import.ColumnMappingItem.Builder(name, group, trait).build();
    }

    Import.CreateImportResponse announced(int size, Import.ColumnMappingItem... more) {
        List<Import.ColumnMappingItem> columns = new ArrayList<>(
                List.of(column("Phone", "Contact", "phone"), column("First name", "Contact", "firstName")));
        columns.addAll(List.of(more));
        return new ImportCreator(
                        store, new Import.CreateProfilesImportV2Request.Builder("customers.csv", size, columns).build())
                .create(twilio);
    }

    /** Brings a file with nothing but the address. */
    int brought(String url, byte[] file) throws Exception {
        return caller.bring(url, file).statusCode();
    }

    Import.FetchImportResponse imported(byte[] file, Import.ColumnMappingItem... more) throws Exception {
        Import.CreateImportResponse made = announced(file.length, more);
        assertThat(brought(made.getUrl(), file)).isEqualTo(200);
        return ended(made.getImportId());
    }

    Import.FetchImportResponse imported(String file, Import.ColumnMappingItem... more) throws Exception {
        return imported(file.getBytes(StandardCharsets.UTF_8), more);
    }

    Import.FetchImportResponse ended(String id) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> new ImportFetcher(store, id).fetch(twilio), found -> switch (found.getStatus()) {
                    case COMPLETED, FAILED -> true;
                    case PENDING, PROCESSING -> false;
                });
    }
}
