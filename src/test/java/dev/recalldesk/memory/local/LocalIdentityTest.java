package dev.recalldesk.memory.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.memory.Identifier;
import dev.recalldesk.memory.IdentifierConfig;
import dev.recalldesk.memory.IdentifierConfig.Normalization;
import dev.recalldesk.memory.IdentitySettings;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.NewSummary;
import dev.recalldesk.memory.Recall;
import dev.recalldesk.memory.RecallRequest;
import dev.recalldesk.memory.TestClock;
import dev.recalldesk.memory.TraitValue;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Identity in a data folder: what older ones become, and how the index follows. */
class LocalIdentityTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String TALK = "conv_conversation_01jbaaaaaaaaaaaaaaaaaaaaaa";
    private static final String STORE = "mem_store_01jbaaaaaaaaaaaaaaaaaaaaaa";

    @TempDir
    Path folder;

    private LocalAccount open() throws IOException {
        return LocalAccount.open(folder, "US", new TestClock("2026-03-03T09:00:00Z"));
    }

    private static String customer(Memory memory, String trait, String value) {
        return memory.createProfile(Map.of("Contact", Map.of(trait, TraitValue.of(value))));
    }

    private static void say(Memory memory, String profile, String content) {
        memory.addObservations(profile, List.of(new NewObservation(content, "agent", NOON, List.of())));
    }

    private int indexed(String profile) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder.resolve("index")))) {
            return new IndexSearcher(reader).count(new TermQuery(new Term(IndexedText.PROFILE, profile)));
        }
    }

    @Test
    void theIndexFollowsWhoBecameOne() throws IOException {
        String ada;
        String ben;
        try (LocalAccount account = open()) {
            Memory memory = account.open(account.createStore("Harbor", "").id());
            ada = customer(memory, "phone", "+12065550119");
            ben = customer(memory, "email", "ben@example.com");
            say(memory, ada, "Paid by card.");
            say(memory, ben, "Ordered a brass propeller.");
            memory.addSummaries(ben, List.of(new NewSummary(TALK, "The propeller was late.", null, NOON)));
            assertThat(memory.recall(ben, RecallRequest.ofQuery("propeller")).observations())
                    .hasSize(1);
            memory.addIdentifier(ben, "phone", "+12065550119");
            Recall recall = memory.recall(ada, RecallRequest.ofQuery("propeller"));
            assertThat(recall.observations()).hasSize(1);
            assertThat(recall.summaries()).hasSize(1);
        }
        assertThat(indexed(ada)).isEqualTo(3);
        assertThat(indexed(ben)).isZero();
    }

    private void older(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("memory.db"));
                var statement = connection.createStatement()) {
            for (List<String> step : Schema.STEPS.subList(0, 2)) {
                for (String part : step) {
                    statement.executeUpdate(part);
                }
            }
            statement.executeUpdate("INSERT INTO about VALUES ('id', 'x')");
            statement.executeUpdate("INSERT INTO store (id, display_name, description, version, created_at, last_tick)"
                    + " VALUES ('" + STORE + "', 'Old', '', 1, 0, 0)");
            for (String each : statements) {
                statement.executeUpdate(each);
            }
            statement.executeUpdate("PRAGMA user_version = 2");
        }
    }

    private static String profile(int number) {
        return "mem_profile_0" + Integer.toString(number).repeat(25);
    }

    private static String insertProfile(int number) {
        return "INSERT INTO profile VALUES ('" + profile(number) + "', '" + STORE + "', " + number + ")";
    }

    private static String insertIdentifier(int number, String type, String value) {
        return "INSERT INTO identifier (store_id, profile_id, id_type, value) VALUES ('" + STORE + "', '"
                + profile(number) + "', '" + type + "', '" + value + "')";
    }

    @Test
    void customersOfAnOlderFolderStayWhoTheyAre() throws IOException, SQLException {
        older(
                "INSERT INTO trait_group VALUES ('" + STORE + "', 'Access', '',"
                        + " '{\"gate\":{\"dataType\":\"STRING\",\"description\":\"\",\"promotedTo\":\"gate-id\",\"rule\":null},"
                        + "\"name\":{\"dataType\":\"STRING\",\"description\":\"\",\"promotedTo\":null,\"rule\":null}}', 1)",
                insertProfile(1),
                insertProfile(2),
                insertIdentifier(1, "phone", "+12065550119"),
                insertIdentifier(2, "phone", "+12065550119"),
                insertIdentifier(1, "email", "ada@example.com"),
                insertIdentifier(2, "gate-id", "G-2"));
        try (LocalAccount account = open()) {
            Memory memory = account.open(STORE);
            IdentitySettings settings = memory.identitySettings();
            assertThat(settings.version()).isEqualTo(1);
            assertThat(settings.matchingRules()).containsExactly("email", "whatsapp", "phone", "gate-id");
            assertThat(settings.identifierConfigs())
                    .containsExactly(
                            IdentifierConfig.of("email", Normalization.EMAIL),
                            IdentifierConfig.of("whatsapp", Normalization.TRIM),
                            IdentifierConfig.of("phone", Normalization.PHONE).shared(),
                            IdentifierConfig.of("gate-id", Normalization.TRIM));
            assertThat(memory.lookup("phone", "+12065550119").profileIds()).containsExactly(profile(1), profile(2));
            memory.addIdentifier(profile(2), "phone", "+12065550119");
            assertThat(memory.canonicalId(profile(2))).isEqualTo(profile(2));
            assertThat(memory.identifiers(profile(2)))
                    .containsExactly(
                            new Identifier("gate-id", List.of("G-2")),
                            new Identifier("phone", List.of("+12065550119")));
            memory.addIdentifier(profile(2), "email", "ada@example.com");
            assertThat(memory.canonicalId(profile(2))).isEqualTo(profile(1));
        }
    }

    @Test
    void whoBecameOneStaysOneAfterARestart() throws IOException {
        String ada;
        String ben;
        try (LocalAccount account = open()) {
            Memory memory = account.open(account.createStore("Harbor", "").id());
            ada = customer(memory, "phone", "+12065550119");
            ben = customer(memory, "email", "ben@example.com");
            memory.addIdentifier(ben, "phone", "+12065550119");
        }
        try (LocalAccount account = open()) {
            Memory memory = account.open(account.stores().getFirst().id());
            assertThat(memory.profile(ben).id()).isEqualTo(ada);
        }
    }
}
