package dev.recalldesk.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the areas of the contract share: a store that is new for every test, and a customer in it. */
abstract class MemoryArea {
    static final String TALK = "conv_conversation_01jbaaaaaaaaaaaaaaaaaaaaaa";
    static final String OTHER_TALK = "conv_conversation_01jbbbbbbbbbbbbbbbbbbbbbbb";
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final String NOBODY = "mem_profile_01jbcccccccccccccccccccccc";
    private final Callable<MemoryAccount> source;
    MemoryAccount account;
    Memory memory;

    MemoryArea(Callable<MemoryAccount> source) {
        this.source = source;
    }

    @BeforeEach
    void openAStore() throws Exception {
        account = source.call();
        memory = account.open(
                account.createStore("Harbor-Tools", "Tools for boats").id());
    }

    @AfterEach
    void closeTheAccount() {
        account.close();
    }

    static void eventually(ThrowingRunnable holds) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(holds);
    }

    static Map<String, Map<String, TraitValue>> contact(String... pairs) {
        Map<String, TraitValue> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], TraitValue.of(pairs[i + 1]));
        }
        return Map.of("Contact", values);
    }

    static NewObservation said(String content) {
        return new NewObservation(content, "agent.jdoe", NOON, List.of());
    }

    String customer() {
        String id = memory.createProfile(contact("phone", "+12065550119", "firstName", "Ada"));
        eventually(() ->
                assertThat(memory.profile(id).text("Contact", "firstName")).contains("Ada"));
        return id;
    }

    List<Observation> observations(String profile) {
        return memory.observations(profile, ObservationFilter.NONE, PageRequest.first(50))
                .items();
    }

    /** Writes observations one by one and waits until all are readable. */
    void remember(String profile, String... contents) {
        int before = observations(profile).size();
        for (String content : contents) {
            memory.addObservations(profile, List.of(said(content)));
        }
        eventually(() -> assertThat(observations(profile)).hasSize(before + contents.length));
    }

    static void invalid(String field, ThrowingCallable call) {
        assertThatExceptionOfType(MemoryFailure.Invalid.class)
                .isThrownBy(call)
                .satisfies(failure -> assertThat(failure.field()).contains(field));
    }

    static void notFound(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(MemoryFailure.NotFound.class);
    }

    static void conflict(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(MemoryFailure.Conflict.class);
    }

    void set(String profile, String group, String trait, TraitValue value) {
        Map<String, TraitValue> one = new HashMap<>();
        one.put(trait, value);
        memory.updateTraits(profile, Map.of(group, one));
    }
}
