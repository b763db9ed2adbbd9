package dev.recalldesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.twilio.rest.memory.v1.Import;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.Profile;
import dev.recalldesk.memory.TraitDefinition;
import dev.recalldesk.memory.TraitDefinition.DataType;
import dev.recalldesk.memory.TraitGroup;
import dev.recalldesk.memory.TraitValue;
import dev.recalldesk.memory.local.LocalAccount;
import dev.recalldesk.memory.local.ProfileImport;
import dev.recalldesk.memory.local.ProfileImports;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the lines of a CSV file, and of an import that is cut off. */
class ImportTest extends TwilioImports {
    private static final List<ProfileImport.Column> COLUMNS = List.of(
            new ProfileImport.Column("Phone", "Contact", "phone"),
            new ProfileImport.Column("First name", "Contact", "firstName"));
    private Served served;
    private Memory memory;

    @Override
    Caller server() throws Exception {
        served = new Served(folder);
        return served;
    }

    private void restart() throws Exception {
        served.close();
        call();
        memory = served.account().open(store);
    }

    @BeforeEach
    void moreTraits() {
        memory = served.account().open(store);
        TraitDefinition text = new TraitDefinition(DataType.STRING, "", null, null);
        memory.createTraitGroup(new TraitGroup(
                "Account",
                "",
                Map.of(
                        "tier", text,
                        "points", new TraitDefinition(DataType.NUMBER, "", null, null),
                        "paper", new TraitDefinition(DataType.BOOLEAN, "", null, null),
                        "boats", new TraitDefinition(DataType.ARRAY, "", null, null)),
                1));
    }

    private Profile customer(String phone) {
        List<String> found = memory.lookup("phone", phone).profileIds();
        assertThat(found).hasSize(1);
        return memory.profile(found.getFirst());
    }

    private long files() throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getParent().endsWith("imports")).count();
        }
    }

    @Test
    void aCellBecomesWhatItsTraitHoldsAndAnEmptyOneSaysNothing() throws Exception {
        String ada = customer(store, "+12065550119");
        Import.FetchImportResponse done = imported(
                "\uFEFFFirst name , Phone,points,paper,boats,shoe\n"
                        + ",+12065550119, 42 ,TRUE,\"[\"\"Petrel\"\",\"\"Tern\"\"]\",39\n\n"
                        + "Zo\u00eb,+12065550120,-1,false,[],\n",
                column("points", "Account", "points"),
                column("paper", "Account", "paper"),
                column("boats", "Account", "boats"));
        assertThat(done.getStatus()).isEqualTo(Import.Status.COMPLETED);
        assertThat(done.getSummary().getErrors()).isZero();
        assertThat(done.getSummary().getWarnings())
                .as("a column nobody asked for")
                .isEqualTo(1);
        assertThat(customer("+12065550119").id()).isEqualTo(ada);
        assertThat(memory.profile(ada).text("Contact", "firstName")).hasValue("Ada");
        assertThat(memory.profile(ada).traits().get("Account"))
                .containsEntry("points", new TraitValue.Whole(42))
                .containsEntry("paper", new TraitValue.Flag(true))
                .containsEntry("boats", new TraitValue.Many(List.of(TraitValue.of("Petrel"), TraitValue.of("Tern"))));
        assertThat(customer("+12065550120").text("Contact", "firstName")).hasValue("Zo\u00eb");
    }

    @Test
    void aLineThatCannotBeACustomerIsCountedAndTheRestIsRead() throws Exception {
        String bad = "not a number,Ada,,\n" // no such phone
                + "+12065550120,Ada\n" // too short
                + "+12065550121,Ada,,,\n" // too long
                + ",Ada,,\n" // nobody
                + "+12065550122," + "x".repeat(2000) + ",,\n" // too much
                + "+12065550123,Ada,1.5,\n" // no whole number
                + "+12065550124,Ada,,maybe\n" // neither yes nor no
                + "+12065550125,M\u00fc"; // cut off where it was not UTF-8
        byte[] latin = (",,\n+12065550126,Ada,1,true\n+12065550127,Bo,2,false").getBytes(StandardCharsets.ISO_8859_1);
        byte[] head =
                ("Phone,First name,points,paper\n+12065550119,Ada,,\n" + bad).getBytes(StandardCharsets.ISO_8859_1);
        byte[] file = new byte[head.length + latin.length];
        System.arraycopy(head, 0, file, 0, head.length);
        System.arraycopy(latin, 0, file, head.length, latin.length);
        Import.FetchImportResponse done =
                imported(file, column("points", "Account", "points"), column("paper", "Account", "paper"));
        assertThat(done.getStatus()).isEqualTo(Import.Status.COMPLETED);
        assertThat(done.getSummary().getErrors()).isEqualTo(8);
        assertThat(profiles(store)).hasSize(3);
        assertThat(customer("+12065550127").text("Account", "points")).hasValue("2");
    }

    @Test
    void aFileThatCannotBeReadHasFailedAndWhatCameBeforeIsKept() throws Exception {
        for (String file : List.of(
                "\n\n",
                "Phone;First name\n+12065550119;Ada\n",
                "Phone\n+12065550119\n",
                "Phone,First name,Phone\n+12065550119,Ada,+12065550119\n",
                "x,".repeat(2000),
                "\"" + "x".repeat(3_000_000))) {
            Import.FetchImportResponse failed = imported(file);
            assertThat(failed.getStatus()).isEqualTo(Import.Status.FAILED);
            assertThat(failed.getSummary().getErrors()).isEqualTo(1);
        }
        assertThat(profiles(store)).isEmpty();
        StringBuilder many = new StringBuilder("Phone,First name\n");
        for (int i = 1000; i < 1250; i++) {
            many.append(i % 50 == 0 ? "nobody" : "+1206555" + i).append(",Ada\n");
        }
        Import.FetchImportResponse half = imported(many + "\"+12065550119,Ada\n");
        assertThat(half.getStatus()).isEqualTo(Import.Status.FAILED);
        assertThat(half.getSummary().getErrors()).isEqualTo(6);
        assertThat(memory.profiles(PageRequest.first(1000)).items()).hasSize(245);
        assertThat(memory.lookup("phone", "+12065551249").profileIds()).hasSize(1);
        assertThat(files()).isZero();
    }

    @Test
    void whatIsLeftByOneServerIsTakenUpByTheNext() throws Exception {
        served.close();
        String half;
        String whole;
        try (LocalAccount account = LocalAccount.open(folder, "US", InstantSource.system())) {
            ProfileImports imports = new ProfileImports(account);
            half = imports.create(store, "half.csv", 1000, COLUMNS, new byte[32]);
            whole = imports.create(store, "whole.csv", 1000, COLUMNS, new byte[32]);
            String file = "Phone,First name\n+12065550119,Ada\nnobody,Ada\n+12065550120,Bo\n";
            for (String id : List.of(half, whole)) {
                long _ = imports.receive(
                        id,
                        1000,
                        new ByteArrayInputStream(file.replace("555", id.equals(half) ? "555" : "556")
                                .getBytes(StandardCharsets.UTF_8)));
            }
            imports.advance(half, new ProfileImport.Progress(2, 1, 0));
            Files.writeString(folder.resolve("imports").resolve("forgotten.part"), "x");
        }
        call();
        memory = served.account().open(store);
        assertThat(ended(half).getSummary().getErrors()).isEqualTo(1);
        assertThat(ended(whole).getSummary().getErrors()).isEqualTo(1);
        assertThat(memory.lookup("phone", "+12065550119").profileIds())
                .as("read before, and not once more")
                .isEmpty();
        assertThat(customer("+12065550120").text("Contact", "firstName")).hasValue("Bo");
        assertThat(customer("+12065560119").text("Contact", "firstName")).hasValue("Ada");
        assertThat(files()).isZero();
    }

    @Test
    void aStopOnTheWayLosesNothing() throws Exception {
        StringBuilder many = new StringBuilder("Phone,First name\n");
        for (int i = 0; i < 2000; i++) {
            many.append("+1206555").append("%04d".formatted(i)).append(",Ada\n");
        }
        byte[] file = many.toString().getBytes(StandardCharsets.UTF_8);
        Import.CreateImportResponse made = announced(file.length);
        assertThat(brought(made.getUrl(), file)).isEqualTo(200);
        await().pollInterval(Duration.ofMillis(1)).until(() -> !profiles().isEmpty());
        restart();
        Import.FetchImportResponse done = ended(made.getImportId());
        assertThat(done.getStatus()).isEqualTo(Import.Status.COMPLETED);
        assertThat(done.getSummary().getErrors()).isZero();
        int count = 0;
        PageRequest next = PageRequest.first(1000);
        while (next != null) {
            var page = memory.profiles(next);
            count += page.items().size();
            next = page.nextToken() == null ? null : next.after(page.nextToken());
        }
        assertThat(count).isEqualTo(2000);
    }

    private List<String> profiles() {
        return memory.profiles(PageRequest.first(1)).items();
    }

    @Test
    void anImportTheMemoryCannotKeepHasFailed() throws Exception {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("memory.db"));
                Statement change = database.createStatement()) {
            change.execute(
                    "CREATE TRIGGER full BEFORE INSERT ON trait BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
        }
        Import.FetchImportResponse failed = imported("Phone,First name\n+12065550119,Ada\n");
        assertThat(failed.getStatus()).isEqualTo(Import.Status.FAILED);
        assertThat(failed.getSummary().getErrors()).isEqualTo(1);
        assertThat(profiles()).isEmpty();
    }

    @Test
    void anImportIntoAStoreThatIsDeletedIsForgotten() throws Exception {
        Import.CreateImportResponse made = announced(1000);
        served.account().deleteStore(store);
        assertThat(brought(made.getUrl(), "Phone,First name\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(403);
        assertThat(files()).isZero();
    }
}
