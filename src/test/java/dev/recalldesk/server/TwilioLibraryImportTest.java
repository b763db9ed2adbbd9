package dev.recalldesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.memory.v1.Import;
import com.twilio.rest.memory.v1.ImportFetcher;
import com.twilio.rest.memory.v1.ImportReader;
import com.twilio.rest.memory.v1.Lookup;
import com.twilio.rest.memory.v1.LookupCreator;
import com.twilio.rest.memory.v1.ProfileFetcher;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Customers from CSV files as the official library, an independent client, asks for them. */
class TwilioLibraryImportTest extends TwilioImports {
    @Test
    void aFileIsAnnouncedBroughtAndRead() throws Exception {
        String file = "Phone,First name\r\n+12065550119,Ada\r\n(206) 555-0120,\"Bo, the\r\nsecond\"\r\n";
        Import.CreateImportResponse made = announced(1000);
        assertThat(made.getImportId()).matches("mem_import_[0-7][0-9a-z]{25}");
        Import.FetchImportResponse before = new ImportFetcher(store, made.getImportId()).fetch(twilio);
        assertThat(before.getStatus()).isEqualTo(Import.Status.PENDING);
        assertThat(before.getFilename()).isEqualTo("customers.csv");
        assertThat(before.getFileSize()).isEqualTo(1000);
        assertThat(before.getColumnMappings())
                .extracting(Import.ColumnMappingItem::getColumnName)
                .containsExactly("Phone", "First name");
        assertThat(brought(made.getUrl(), file.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(200);
        Import.FetchImportResponse after = ended(made.getImportId());
        assertThat(after.getStatus()).isEqualTo(Import.Status.COMPLETED);
        assertThat(after.getSummary().getErrors()).isZero();
        assertThat(after.getSummary().getWarnings()).isZero();
        assertThat(after.getFileSize()).isEqualTo(file.length());
        assertThat(after.getUpdatedAt()).isAfterOrEqualTo(after.getCreatedAt());
        assertThat(firstName("+12065550119")).isEqualTo("Ada");
        assertThat(firstName("+12065550120")).isEqualTo("Bo, the\r\nsecond");

        String second = announced(1).getImportId();
        assertThat(all(new ImportReader(store).setPageSize(1).read(twilio)))
                .flatExtracting(Import.ListImportResponse::getImports)
                .containsExactly(second, made.getImportId());
        assertThat(all(new ImportReader(store).setOrderBy(Import.OrderBy.ASC).read(twilio)))
                .flatExtracting(Import.ListImportResponse::getImports)
                .containsExactly(made.getImportId(), second);
    }

    private Object firstName(String phone) {
        List<String> found = new LookupCreator(store, new Lookup.Identifier.Builder("phone", phone).build())
                .create(twilio)
                .getProfiles();
        assertThat(found).hasSize(1);
        return new ProfileFetcher(store, found.getFirst())
                .fetch(twilio)
                .getTraits()
                .get("Contact")
                .get("firstName");
    }
}
