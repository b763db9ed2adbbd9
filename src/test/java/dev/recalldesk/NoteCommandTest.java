package dev.recalldesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.desk.Customer;
import dev.recalldesk.desk.DeskStore;
import dev.recalldesk.desk.KnownNumbers;
import dev.recalldesk.desk.ProfileCache;
import dev.recalldesk.desk.Senders;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.desk.SettingsFile;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.SharedNumbers;
import dev.recalldesk.memory.TraitValue;
import dev.recalldesk.memory.local.LocalAccount;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Notes and the outbox from the command line. */
class NoteCommandTest {
    private static final String ADAS = "+13175550142";
    private static final String TALK = "conv_conversation_00000000000000000000000001";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String ada = "";

    @BeforeEach
    void fill() throws IOException {
        new SettingsFile(folder.resolve("settings.json")).write(Settings.DEFAULT.withAgentName("Jo Döe"));
        try (LocalAccount account = open()) {
            Memory shop = account.open(account.createStore("shop", "").id());
            SharedNumbers.allow(shop);
            ada = customer(shop, "Ada", "ada@example.com", ADAS);
            String bob = customer(shop, "Bob", "bob@example.com", "+13175550143");
            String cid = customer(shop, "Cid", "cid@example.com", "+13175550144");
            shop.updateTraits(cid, Map.of("Contact", Map.of("phone", TraitValue.of("+13175550143"))));
            assertThat(bob).isNotEqualTo(cid);
        }
    }

    @Test
    void aNoteGoesThroughTheOutboxIntoTheMemory() throws IOException {
        assertThat(note("--phone", "(317) 555-0142", "--text", " Wants the blue one. ", "--conversation", TALK))
                .isZero();
        assertThat(out.toString()).isEqualTo("The note is in the memory of Ada.\n");
        assertThat(remembered()).singleElement().satisfies(note -> {
            assertThat(note.content()).isEqualTo("Wants the blue one.");
            assertThat(note.source()).isEqualTo("agent.jo.doe");
            assertThat(note.conversationIds()).containsExactly(TALK);
        });
        assertThat(outbox("list")).isZero();
        assertThat(out.toString()).endsWith("No notes on their way.\n");
    }

    @Test
    void whatIsWrongIsNotKept() throws IOException {
        assertThat(note("--phone", "+13175550100", "--text", "x")).isEqualTo(3);
        assertThat(note("--profile", "mem_profile_00000000000000000000000009", "--text", "x"))
                .isEqualTo(3);
        assertThat(note("--phone", "+13175550143", "--text", "x")).isEqualTo(4);
        assertThat(note("--profile", ada, "--text", "  ")).isEqualTo(2);
        assertThat(note("--profile", ada, "--text", "x".repeat(4097))).isEqualTo(2);
        assertThat(note("--profile", ada, "--text", "Card 4111 1111 1111 1111")).isEqualTo(2);
        assertThat(note("--profile", ada, "--text", "x", "--conversation", "tea"))
                .isEqualTo(2);
        assertThat(note("--profile", ada, "--text", "x", "--store", "bank")).isEqualTo(2);
        assertThat(note("--text", "x")).isEqualTo(2);
        assertThat(err.toString())
                .contains("Nobody is known as +13175550100.", "Several customers have the number", "card number")
                .contains("tea is not the id of a conversation", "There is no store bank. There are: shop");
        assertThat(outbox("list")).isZero();
        assertThat(out.toString()).isEqualTo("No notes on their way.\n");
        assertThat(remembered()).isEmpty();
    }

    @Test
    void withoutAMemoryNothingIsMade() {
        Path none = folder.resolve("none");
        assertThat(run(new NoteCommand(), none, "--profile", ada, "--text", "x"))
                .isEqualTo(5);
        assertThat(err.toString()).contains("There is no memory in ");
        assertThat(run(new OutboxCommand(), none, "flush")).isZero();
        assertThat(none).doesNotExist();
    }

    @Test
    void besideAnotherProgramTheNoteWaitsInTheOutbox() throws IOException {
        deskWasHere(false);
        try (LocalAccount inUse = open()) {
            assertThat(inUse.stores()).hasSize(1);
            assertThat(note("--profile", ada, "--text", "Kept for later")).isZero();
            assertThat(out.toString()).contains("safe in the outbox", "no desk is running");
            assertThat(outbox("flush")).isEqualTo(5);
            assertThat(err.toString()).contains("nothing was sent");
        }
        assertThat(outbox()).isZero();
        assertThat(out.toString())
                .containsPattern("Saved here \\(on this computer; not sent yet\\), " + ada + ", .*: Kept for later\n");
        assertThat(outbox("flush")).isZero();
        assertThat(out.toString()).endsWith("Nothing is left to send.\n");
        assertThat(remembered()).extracting(Observation::content).containsExactly("Kept for later");
        assertThat(outbox("flush")).isZero();
        assertThat(out.toString()).endsWith("Nothing waits to be sent.\n");
    }

    @Test
    void besideARunningDeskTheDeskBringsIt() throws IOException {
        deskWasHere(true);
        try (LocalAccount inUse = open()) {
            assertThat(inUse.stores()).hasSize(1);
            assertThat(note("--phone", ADAS, "--text", "Who this is was told before", "--store", "shop"))
                    .isZero();
            assertThat(out.toString())
                    .isEqualTo("The note for Ada is safe in the outbox; the running desk will bring it into the"
                            + " memory.\n");
            assertThat(outbox("flush")).isZero();
            assertThat(out.toString()).contains("The running desk is bringing the notes");
            assertThat(note("--phone", "+13175550143", "--text", "x")).isEqualTo(5);
            assertThat(err.toString()).contains("so the note is not kept. Name the customer with --profile.");
            assertThat(note("--profile", ada, "--text", "x", "--store", "bank")).isEqualTo(2);
        }
        assertThat(outbox("list", "--store", "shop")).isZero();
        assertThat(out.toString().lines().filter(line -> line.startsWith("Saved here")))
                .hasSize(1);
    }

    @Test
    void withoutAKnownStoreNothingIsKept() throws IOException {
        try (LocalAccount inUse = open()) {
            assertThat(inUse.stores()).hasSize(1);
            assertThat(note("--profile", ada, "--text", "x")).isEqualTo(5);
        }
        assertThat(err.toString()).contains("does not know yet which store").contains("so it is not kept.");
    }

    @Test
    void aNoteThatTheMemoryRefusesWaitsForADecision() throws IOException {
        deskWasHere(false);
        try (LocalAccount inUse = open()) {
            assertThat(note("--profile", ada, "--text", "For nobody any more")).isZero();
            inUse.open(inUse.stores().getFirst().id()).deleteProfile(ada);
        }
        assertThat(outbox("flush")).isZero();
        assertThat(outbox("list")).isZero();
        assertThat(out.toString()).contains("Needs you (This customer is no longer in the memory), " + ada);
    }

    @Test
    void helpTellsTheExitCodes() {
        assertThat(note("--help")).isZero();
        assertThat(outbox("--help")).isZero();
        assertThat(out.toString())
                .contains("was offered to the memory; do not", "[list|flush]", "Exit codes:", "4   several")
                .doesNotContain("bundle");
    }

    /** A desk that has worked with the store and looked Ada's number up; it has no memory at hand now. */
    private void deskWasHere(boolean runs) throws IOException {
        try (LocalAccount account = open();
                DeskStore desk = DeskStore.open(folder.resolve("desk.db"))) {
            Memory shop = account.open(account.stores().getFirst().id());
            Senders senders = new Senders(desk);
            senders.announce(Senders.LOCAL, shop.store(), InstantSource.system().instant());
            if (!runs) {
                senders.withdraw(shop.store().id());
            }
            ProfileCache cache = new ProfileCache(1);
            if (runs) {
                new KnownNumbers(desk, shop.store().id()).follow(cache, Runnable::run);
            }
            cache.put(ADAS, new Customer(shop.profile(ada)));
        }
    }

    private List<Observation> remembered() throws IOException {
        try (LocalAccount account = open()) {
            return account.open(account.stores().getFirst().id())
                    .observations(ada, ObservationFilter.NONE, PageRequest.first(50))
                    .items();
        }
    }

    private LocalAccount open() throws IOException {
        return LocalAccount.open(folder, "US", InstantSource.system());
    }

    private static String customer(Memory memory, String name, String email, String phone) {
        String id = memory.createProfile(
                Map.of("Contact", Map.of("email", TraitValue.of(email), "firstName", TraitValue.of(name))));
        memory.updateTraits(id, Map.of("Contact", Map.of("phone", TraitValue.of(phone))));
        return id;
    }

    private int note(String... arguments) {
        return run(new NoteCommand(), folder, arguments);
    }

    private int outbox(String... arguments) {
        return run(new OutboxCommand(), folder, arguments);
    }

    private int run(Object command, Path data, String... arguments) {
        String[] words = Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString()))
                .toArray(String[]::new);
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
    }
}
