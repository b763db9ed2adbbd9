package dev.recalldesk.desk;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.NewSummary;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.RecallRequest;
import dev.recalldesk.memory.TestClock;
import dev.recalldesk.memory.TraitValue;
import dev.recalldesk.memory.local.LocalAccount;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real memory with one customer, Alyssa, and calls from her, for tests of what shows them. */
public final class LiveDesk implements AutoCloseable {
    public static final ZoneId ZONE = ZoneOffset.UTC;
    private static final String CONVERSATION = "conv_conversation_00000000000000000000000001";
    private final TestClock clock = new TestClock("2026-11-24T14:05:11Z");
    private final MemoryAccount account;
    private final Memory memory;
    private final String profileId;
    private boolean closed;

    public LiveDesk(Path folder) throws IOException {
        account = LocalAccount.open(folder, "US", clock);
        memory = account.open(account.createStore("Harbor-Pine", "").id());
        profileId = customer("Alyssa", "+13175550142");
    }

    /** Another customer of the same store. */
    public String customer(String firstName, String phone) {
        return memory.createProfile(
                Map.of("Contact", Map.of("firstName", TraitValue.of(firstName), "phone", TraitValue.of(phone))));
    }

    public TestClock clock() {
        return clock;
    }

    public Memory memory() {
        return memory;
    }

    public String profileId() {
        return profileId;
    }

    /** Writes facts in one batch of at most ten, a second after the ones before. */
    public void remember(NewObservation... facts) {
        clock.advance(Duration.ofSeconds(1));
        memory.addObservations(profileId, List.of(facts));
    }

    public void summarise(String content, String when) {
        clock.advance(Duration.ofSeconds(1));
        memory.addSummaries(profileId, List.of(new NewSummary(CONVERSATION, content, "memory", Instant.parse(when))));
    }

    public static NewObservation fact(String content, String source, String when) {
        return new NewObservation(content, source, Instant.parse(when), List.of());
    }

    public List<Observation> facts() {
        return memory.observations(profileId, ObservationFilter.NONE, PageRequest.first(50))
                .items();
    }

    /** A call from Alyssa about whom nothing has landed yet. */
    public Encounter ringing(String key) {
        return encounter(key, profileId, Panel.EMPTY, null);
    }

    /** A call from Alyssa with what the memory says about her now. */
    public Encounter call(String key) {
        return call(key, profileId);
    }

    public Encounter call(String key, String profile) {
        Instant now = clock.instant();
        Panel panel = new Panel(
                new Part.Ready<>(List.of(), now),
                new Part.Ready<>(memory.observations(profile, ObservationFilter.NONE, PageRequest.first(50)), now),
                new Part.Ready<>(memory.summaries(profile, null, PageRequest.first(50)), now),
                new Part.Ready<>(memory.recall(profile, RecallRequest.mostRecent()), now));
        return encounter(key, profile, panel, null);
    }

    /** The same call, with another panel. */
    public Encounter with(Encounter call, Panel panel) {
        return call.withPanel(panel);
    }

    private Encounter encounter(String key, String profile, Panel panel, @Nullable String conversation) {
        Instant now = clock.instant();
        Caller caller = new Caller("+1 317 555 0142", "+13175550142", "US", false, null, null, "Billing", conversation);
        Identity known = new Identity.Known(new Customer(memory.profile(profile)), true);
        return new Encounter(key, Encounter.Phase.TALKING, caller, now, now, known, panel, Encounter.Timing.NONE);
    }

    /** A note of Alyssa's on its way. */
    public Note note(String id, String content, Note.State state) {
        Instant now = clock.instant();
        return new Note(id, "sim:1", profileId, "Alyssa", content, "agent.jdoe", now, null, state, null, now);
    }

    /** The memory goes away. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            account.close();
        }
    }
}
