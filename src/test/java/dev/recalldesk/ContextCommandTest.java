package dev.recalldesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.NewSummary;
import dev.recalldesk.memory.SharedNumbers;
import dev.recalldesk.memory.TraitValue;
import dev.recalldesk.memory.local.LocalAccount;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the desk knows of a customer, from the command line. */
class ContextCommandTest {
    private static final Instant THEN = Instant.parse("2026-11-12T12:00:00Z");
    private static final String TALK = "conv_conversation_00000000000000000000000001";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String ada = "";
    private String bob = "";

    @BeforeEach
    void fill() throws Exception {
        try (LocalAccount account = LocalAccount.open(folder, "US", InstantSource.system())) {
            Memory other = account.open(account.createStore("other", "").id());
            String _ = customer(other, "Zoe", "zoe@example.com", "+13175550199");
            Memory shop = account.open(account.createStore("shop", "").id());
            SharedNumbers.allow(shop);
            ada = customer(shop, "Ada", "ada@example.com", "+13175550142");
            bob = customer(shop, "Bob", "bob@example.com", "+13175550143");
            String cid = customer(shop, "Cid", "cid@example.com", "+13175550144");
            shop.updateTraits(cid, Map.of("Contact", Map.of("phone", TraitValue.of("+13175550143"))));
            shop.addObservations(
                    ada,
                    List.of(
                            new NewObservation("Was charged twice for a lamp.", "agent.jdoe", THEN, List.of()),
                            new NewObservation("Prefers tea.", "sms", THEN.plusSeconds(60), List.of(TALK))));
            shop.addSummaries(
                    ada, List.of(new NewSummary(TALK, "A talk about tea, call +1 317 555 0188.", "memory", THEN)));
        }
    }

    private static String customer(Memory memory, String name, String email, String phone) {
        String id = memory.createProfile(
                Map.of("Contact", Map.of("email", TraitValue.of(email), "firstName", TraitValue.of(name))));
        memory.updateTraits(id, Map.of("Contact", Map.of("phone", TraitValue.of(phone))));
        return id;
    }

    private int run(String... arguments) {
        return in(folder, arguments);
    }

    private int in(Path data, String... arguments) {
        String[] words = Stream.concat(Stream.of("--data", data.toString()), Stream.of(arguments))
                .toArray(String[]::new);
        return new CommandLine(new ContextCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
    }

    @Test
    void whoHasTheNumberIsToldWithWhatIsRecalled() {
        assertThat(run("--phone", "(317) 555-0142")).isZero();
        assertThat(out.toString())
                .startsWith("Ada, Customer since ")
                .contains("+1 317 555 0142, " + ada, "Last contact Thu 12 Nov 2026: Prefers tea.")
                .contains("- Email (changed ", "): ada@example.com")
                .contains("Recalled, most recent first\n- Thu 12 Nov 2026, AI-extracted (sms): Prefers tea.\n")
                .contains("Agent note by jdoe: Was charged twice", "Summary: A talk about tea, call +1 317 555 0188.");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aQuestionRanks() {
        assertThat(run("--profile", ada, "--query", "charged twice", "--format", "json", "--limit", "1"))
                .isZero();
        JsonNode told = JsonMapper.shared().readTree(out.toString());
        assertThat(told.at("/recall/mode").asString()).isEqualTo("QUERY");
        assertThat(told.at("/recall/query").asString()).isEqualTo("charged twice");
        assertThat(told.at("/recall/observations")).hasSize(1);
        assertThat(told.at("/recall/observations/0/content").asString()).contains("lamp");
    }

    @Test
    void aConversationSaysWhatMatters() {
        assertThat(run("--profile", ada, "--conversation", TALK)).isZero();
        assertThat(out.toString()).contains("Recalled for this conversation, best first");
    }

    @Test
    void everyFormatIsRedactedWhenAsked() {
        for (String format : new String[] {"text", "json", "prompt"}) {
            assertThat(run("--phone", "+13175550142", "--format", format, "--redact"))
                    .isZero();
        }
        assertThat(out.toString())
                .contains("[phone]", "[e-mail]", "==== customer memory", "\"redacted\" : true")
                .doesNotContain("0142", "0188", "ada@", ada);
    }

    @Test
    void nobodyAndSeveralHaveTheirOwnExitCodes() {
        assertThat(run("--phone", "+13175550100")).isEqualTo(3);
        assertThat(run("--profile", "mem_profile_00000000000000000000000009")).isEqualTo(3);
        assertThat(err.toString()).contains("Nobody is known as +13175550100.");
        assertThat(run("--phone", "+13175550143")).isEqualTo(4);
        assertThat(err.toString()).contains("Several customers have the number +13175550143", bob);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aStoreIsNamedByItsIdOrItsName() {
        assertThat(run("--phone", "+13175550199")).as("in the newest store").isEqualTo(3);
        assertThat(run("--phone", "+13175550199", "--store", "other")).isZero();
        assertThat(out.toString()).startsWith("Zoe");
        assertThat(run("--phone", "+13175550199", "--store", "bank")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no store bank. There are: other, shop");
    }

    @Test
    void aMemoryThatCannotBeReachedIsToldInASentence() throws Exception {
        try (LocalAccount account = LocalAccount.open(folder, "US", InstantSource.system())) {
            assertThat(account.stores()).hasSize(2);
            assertThat(run("--profile", ada)).isEqualTo(5);
        }
        assertThat(err.toString()).contains("in use by another running Recall Desk");
        assertThat(in(folder.resolve("none"), "--profile", ada)).isEqualTo(5);
        assertThat(err.toString()).contains("There is no memory in ");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void wrongArgumentsAreToldApart() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--phone", "+13175550142", "--profile", ada)).isEqualTo(2);
        assertThat(run("--phone", "tomorrow")).isEqualTo(2);
        assertThat(run("--profile", ada, "--limit", "0")).isEqualTo(2);
        assertThat(run("--profile", ada, "--conversation", "tea")).isEqualTo(2);
        assertThat(err.toString()).contains("tomorrow is not a phone number", "A limit is a number from 1 to 100");
    }

    @Test
    void helpTellsTheExitCodes() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains(
                        "(--phone=NUMBER | --profile=ID)", "Exit codes:", "3   nobody", "4   several", "5   the memory")
                .doesNotContain("bundle");
    }
}
