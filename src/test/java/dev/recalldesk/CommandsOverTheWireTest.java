package dev.recalldesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.recalldesk.connection.Limits;
import dev.recalldesk.connection.Somebody;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.desk.SettingsFile;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.NewSummary;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.SharedNumbers;
import dev.recalldesk.memory.TraitValue;
import dev.recalldesk.memory.local.LocalAccount;
import dev.recalldesk.server.Credentials;
import dev.recalldesk.server.Server;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands with a memory that another program serves. */
class CommandsOverTheWireTest {
    private static final Instant THEN = Instant.parse("2026-11-12T12:00:00Z");
    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-11-25T18:00:00Z"));
    private static final String TALK = "conv_conversation_00000000000000000000000001";
    private static final String KEY = "SK" + "1".repeat(32);
    private static final String SECRET = "a long secret";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment =
            new HashMap<>(Map.of("TWILIO_API_KEY", KEY, "TWILIO_API_SECRET", SECRET));
    private Path served;
    private Path desk;
    private String ada = "";
    private String shop = "";
    private String address = "";
    private LocalAccount account;
    private Server server;

    @BeforeEach
    void serve() throws IOException {
        served = folder.resolve("served");
        desk = folder.resolve("desk");
        try (LocalAccount filled = LocalAccount.open(served, "US", InstantSource.system())) {
            Memory other = filled.open(filled.createStore("other", "").id());
            String _ = customer(other, "Zoe", "zoe@example.com", "+13175550199");
            shop = filled.createStore("shop", "").id();
            Memory memory = filled.open(shop);
            SharedNumbers.allow(memory);
            ada = customer(memory, "Ada", "ada@example.com", "+13175550142");
            String _ = customer(memory, "Bob", "bob@example.com", "+13175550143");
            String cid = customer(memory, "Cid", "cid@example.com", "+13175550144");
            memory.updateTraits(cid, Map.of("Contact", Map.of("phone", TraitValue.of("+13175550143"))));
            memory.addObservations(
                    ada,
                    List.of(
                            new NewObservation("Was charged twice for a lamp.", "agent.jdoe", THEN, List.of()),
                            new NewObservation("Prefers tea.", "sms", THEN.plusSeconds(60), List.of(TALK))));
            memory.addSummaries(ada, List.of(new NewSummary(TALK, "A talk about tea.", "memory", THEN)));
        }
    }

    private static String customer(Memory memory, String name, String email, String phone) {
        String id = memory.createProfile(
                Map.of("Contact", Map.of("email", TraitValue.of(email), "firstName", TraitValue.of(name))));
        memory.updateTraits(id, Map.of("Contact", Map.of("phone", TraitValue.of(phone))));
        return id;
    }

    /** Where it was before, if it was. */
    private void up() throws IOException {
        int port = address.isEmpty() ? 0 : URI.create(address).getPort();
        account = LocalAccount.openWithMeaning(served, "US", InstantSource.system());
        server = await().ignoreExceptions().until(() -> server(port), started -> started != null);
        address = server.address();
    }

    private Server server(int port) throws IOException {
        return Server.start(account, new Credentials(KEY, SECRET), "127.0.0.1", port, InstantSource.system());
    }

    @AfterEach
    void down() {
        if (server != null) {
            server.close();
            account.close();
            server = null;
        }
    }

    private int remote(Object command, String... arguments) {
        return run(
                command,
                Stream.concat(Stream.of("--data", desk.toString(), "--memory", address), Stream.of(arguments)));
    }

    private int run(Object command, Stream<String> words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words.toArray(String[]::new));
    }

    private int context(String... arguments) {
        return remote(new ContextCommand(environment, NOW), arguments);
    }

    private int note(String... arguments) {
        return remote(new NoteCommand(environment), arguments);
    }

    private int outbox(String act) {
        return remote(new OutboxCommand(environment), act);
    }

    private List<String> remembered() {
        return account.open(shop).observations(ada, ObservationFilter.NONE, PageRequest.first(50)).items().stream()
                .map(Observation::content)
                .toList();
    }

    @Test
    void theContextIsThatOfTheMemoryItself() throws IOException {
        List<List<String>> questions = List.of(
                List.of("--phone", "(317) 555-0142", "--format", "text"),
                List.of("--phone", "(317) 555-0142", "--format", "json"),
                List.of("--profile", ada, "--format", "prompt"),
                List.of("--profile", ada, "--format", "json", "--query", "charged twice", "--limit", "2"),
                List.of("--profile", ada, "--format", "text", "--conversation", TALK, "--redact"));
        List<String> here = questions.stream()
                .map(words -> {
                    assertThat(run(
                                    new ContextCommand(Map.of(), NOW),
                                    Stream.concat(Stream.of("--data", served.toString()), words.stream())))
                            .isZero();
                    return out.toString();
                })
                .toList();
        up();
        for (int i = 0; i < questions.size(); i++) {
            assertThat(context(questions.get(i).toArray(String[]::new))).isZero();
            assertThat(out.toString()).isEqualTo(here.get(i));
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void nobodyAndSeveralHaveTheirOwnExitCodesThereToo() throws IOException {
        up();
        assertThat(context("--phone", "+13175550100")).isEqualTo(3);
        assertThat(context("--profile", "mem_profile_00000000000000000000000009"))
                .isEqualTo(3);
        assertThat(context("--phone", "+13175550143")).isEqualTo(4);
        assertThat(context("--phone", "+13175550199", "--store", "other")).isZero();
        assertThat(out.toString()).startsWith("Zoe");
        assertThat(context("--phone", "+13175550199", "--store", "bank")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no store bank. There are: other, shop");
        assertThat(context("--phone", "+13175550199", "--store", "mem_store_00000000000000000000000009"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("There are: other, shop");
    }

    @Test
    void theStoreOfTheEnvironmentIsTakenWhereNoneIsNamed() throws IOException {
        up();
        String other = account.stores().stream()
                .filter(store -> store.displayName().equals("other"))
                .findFirst()
                .orElseThrow()
                .id();
        environment.put("TWILIO_MEMORY_STORE", other);
        assertThat(context("--phone", "+13175550199")).isZero();
        assertThat(context("--phone", "+13175550142")).isEqualTo(3);
        assertThat(context("--phone", "+13175550142", "--store", "shop")).isZero();
    }

    @Test
    void whatKeepsTheMemoryFromAnsweringIsSaid() throws IOException {
        up();
        environment.put("TWILIO_API_SECRET", "another secret");
        assertThat(context("--profile", ada)).isEqualTo(5);
        assertThat(err.toString())
                .contains(address, "no longer knows this sign-in")
                .doesNotContain(SECRET, "another secret");
        environment.clear();
        assertThat(context("--profile", ada)).isEqualTo(2);
        assertThat(err.toString()).contains("Set TWILIO_API_KEY and TWILIO_API_SECRET");
        environment.putAll(Map.of("TWILIO_ACCOUNT_SID", KEY, "TWILIO_AUTH_TOKEN", SECRET));
        assertThat(context("--profile", ada)).as("an account and its token").isZero();
        down();
        assertThat(context("--profile", ada)).isEqualTo(5);
        assertThat(err.toString()).contains(address + ": Memory did not answer. Try again");
        address = "http://memory.twilio.com";
        assertThat(context("--profile", ada)).isEqualTo(2);
        assertThat(err.toString()).contains("--memory is local, or an address");
    }

    @Test
    void aStoreNamedByItsIdIsAskedForOnce() throws IOException {
        String path = "/v1/ControlPlane/Stores/" + shop;
        try (Somebody service = Somebody.plain()) {
            service.says(
                    path,
                    200,
                    "application/json",
                    "{\"id\":\"" + shop + "\",\"displayName\":\"shop\",\"status\":\"ACTIVE\",\"version\":1}");
            address = service.address();
            assertThat(context("--profile", ada, "--store", shop)).isEqualTo(3);
            assertThat(service.asked())
                    .startsWith(path)
                    .contains("/v1/Stores/" + shop + "/Profiles/" + ada)
                    .containsOnlyOnce(path);
        }
    }

    @Test
    void commandsWaitAsLongAsTheWindowWould() throws IOException {
        new SettingsFile(desk.resolve("settings.json")).write(Settings.DEFAULT.withLimits(new Limits(1, 1, 1, 1, 1)));
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            address = "http://127.0.0.1:" + silent.getLocalPort();
            assertThat(context("--profile", ada)).isEqualTo(5);
            assertThat(err.toString()).contains(address + ": Memory took too long to answer");
        }
    }

    @Test
    void theWindowIsNotOpenedOnAMemoryNobodyCanAsk() {
        address = "http://memory.twilio.com";
        assertThat(remote(new DeskCommand(environment))).isEqualTo(2);
        assertThat(err.toString()).contains("--memory is local, or an address");
        address = "http://localhost:1";
        environment.clear();
        assertThat(remote(new DeskCommand(environment))).isEqualTo(2);
        assertThat(err.toString()).contains("Set TWILIO_API_KEY and TWILIO_API_SECRET");
        assertThat(desk).doesNotExist();
    }

    @Test
    void aNoteWaitsInTheOutboxUntilTheMemoryIsBack() throws IOException {
        up();
        assertThat(note("--phone", "(317) 555-0142", "--text", "Wants the blue one."))
                .isZero();
        assertThat(out.toString()).isEqualTo("The note is in the memory of Ada.\n");
        assertThat(remembered()).contains("Wants the blue one.");
        down();

        assertThat(note("--profile", ada, "--text", "Not the red one.")).isZero();
        assertThat(out.toString()).contains("safe in the outbox", "Memory did not answer");
        assertThat(note("--phone", "+13175550142", "--text", "x")).isEqualTo(5);
        assertThat(err.toString()).contains("was not told whose number +13175550142 is, so the note is not kept");
        assertThat(outbox("flush")).isEqualTo(5);
        assertThat(outbox("list")).isZero();
        assertThat(out.toString()).contains("Saved here", "Not the red one.").doesNotContain("blue");

        up();
        assertThat(outbox("flush")).isZero();
        assertThat(out.toString()).isEqualTo("Nothing is left to send.\n");
        assertThat(remembered()).containsOnlyOnce("Wants the blue one.", "Not the red one.");
    }

    @Test
    void aNoteForAStoreOfKnownIdNeedsNoMemoryToBeKept() throws IOException {
        up();
        down();
        assertThat(note("--profile", ada, "--text", "Kept.")).isEqualTo(5);
        assertThat(err.toString()).contains("which store the note is for, so it is not kept");
        assertThat(note("--profile", ada, "--text", "Kept.", "--store", shop)).isZero();
        assertThat(Files.exists(desk.resolve("memory.db"))).isFalse();
        up();
        assertThat(outbox("flush")).isZero();
        assertThat(remembered()).containsOnlyOnce("Kept.");
    }

    @Test
    void whatWaitsIsListedWithoutCredentials() throws IOException {
        up();
        down();
        assertThat(note("--profile", ada, "--text", "Kept.", "--store", shop)).isZero();
        environment.clear();
        assertThat(outbox("list")).isZero();
        assertThat(out.toString()).contains("Saved here", "Kept.");
        assertThat(err.toString()).isEmpty();
        assertThat(outbox("flush")).as("what is sent is sent by somebody").isEqualTo(2);
    }

    @Test
    void notesOfAnotherMemoryStayWhereTheyAre() throws IOException {
        up();
        assertThat(note("--profile", ada, "--text", "Here.")).isZero();
        down();
        assertThat(note("--profile", ada, "--text", "There.")).isZero();
        try (LocalAccount own = LocalAccount.open(desk, "US", InstantSource.system())) {
            assertThat(own.createStore("own", "").id()).isNotEqualTo(shop);
        }
        assertThat(run(new OutboxCommand(Map.of()), Stream.of("--data", desk.toString(), "flush")))
                .isZero();
        assertThat(out.toString()).isEqualTo("Nothing waits to be sent.\n");
        assertThat(outbox("list")).isZero();
        assertThat(out.toString()).contains("There.");
    }
}
