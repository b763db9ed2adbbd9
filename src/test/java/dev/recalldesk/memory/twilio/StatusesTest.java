package dev.recalldesk.memory.twilio;

import static dev.recalldesk.memory.twilio.Service.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.memory.Health.State;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.MemoryFailure.Conflict;
import dev.recalldesk.memory.MemoryFailure.CredentialsRefused;
import dev.recalldesk.memory.MemoryFailure.Forbidden;
import dev.recalldesk.memory.MemoryFailure.Invalid;
import dev.recalldesk.memory.MemoryFailure.NotFound;
import dev.recalldesk.memory.MemoryFailure.NotTheService;
import dev.recalldesk.memory.MemoryFailure.ServerFault;
import dev.recalldesk.memory.MemoryFailure.Throttled;
import dev.recalldesk.memory.MemoryFailure.TimedOut;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every status of the wire has its name, and what the service asks for is granted. */
class StatusesTest {
    private final Misbehaving server = new Misbehaving(Service.WELL);
    private final WireScene wire = new WireScene(server, WireScene.CALM);
    private final Memory memory = wire.open();

    @AfterEach
    void close() {
        wire.close();
    }

    private static String error(int status, int code) {
        return "{\"code\":" + code + ",\"message\":\"content: too long\",\"more_info\":\"x\",\"status\":" + status
                + "}";
    }

    private static Class<? extends MemoryFailure> kind(int status) {
        return switch (status) {
            case 400 -> Invalid.class;
            case 401 -> CredentialsRefused.class;
            case 403 -> Forbidden.class;
            case 404 -> NotFound.class;
            case 408 -> TimedOut.class;
            case 409, 412 -> Conflict.class;
            case 418 -> NotTheService.class;
            default -> ServerFault.class;
        };
    }

    private void note() {
        memory.addObservations(ADA, List.of(WireScene.note()));
    }

    private long posts() {
        return server.visits().stream()
                .filter(visit -> visit.line().startsWith("POST"))
                .count();
    }

    @ParameterizedTest
    @CsvSource({
        "400, false",
        "401, false",
        "403, false",
        "404, false",
        "408, false",
        "409, false",
        "412, false",
        "418, false",
        "500, true",
        "502, true",
        "503, true",
        "504, true"
    })
    void isNamedWithAndWithoutAWordOnWhen(int status, boolean maybeDone) {
        for (String headers : List.of("", "Retry-After: 1\r\n")) {
            long before = posts();
            server.become(visit -> visit.answer(status, headers, error(status, 20000 + status)));
            MemoryFailure failure = WireScene.failure(this::note);
            assertThat(failure).isInstanceOf(kind(status));
            assertThat(failure.mayHaveHappened()).isEqualTo(maybeDone);
            assertThat(failure.getMessage()).contains(String.valueOf(status));
            assertThat(posts() - before).as("a note is told once").isEqualTo(1);
        }
    }

    @Test
    void aRefusalNamesTheFieldWhereTheServiceDoes() {
        server.become(visit -> visit.answer(400, error(400, 400)));
        assertThat(WireScene.failure(this::note))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.field()).isEqualTo("content"));
        server.become(visit -> visit.answer(400, "{\"message\":\"No good\"}"));
        assertThat(WireScene.failure(this::note))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.field()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 409})
    void aPageInPlaceOfARefusalIsSomebodyElses(int status) {
        server.become(visit -> visit.answer(status, "", "<html>No</html>"));
        assertThat(WireScene.failure(this::note)).isInstanceOf(NotTheService.class);
    }

    @Test
    void refusedCredentialsSignOut() {
        server.become(visit -> visit.answer(401, "WWW-Authenticate: Basic realm=\"x\"\r\n", error(401, 20003)));
        assertThat(WireScene.failure(() -> memory.profile(ADA))).isInstanceOf(CredentialsRefused.class);
        assertThat(wire.account.health().state()).isEqualTo(State.SIGNED_OUT);
        server.become(visit -> visit.answer(404, error(404, 20404)));
        assertThat(WireScene.failure(() -> memory.profile(ADA))).isInstanceOf(NotFound.class);
        assertThat(wire.account.health().state()).as("a refusal is an answer").isEqualTo(State.CONNECTED);
    }

    @Test
    void whoIsAskedTooOftenIsLeftAloneByAllWhoAskTheStore() {
        Instant before = Instant.now();
        server.become(visit -> visit.answer(429, "Retry-After: 300\r\n", error(429, 20429)));
        MemoryFailure failure = WireScene.failure(this::note);
        assertThat(failure)
                .isInstanceOfSatisfying(
                        Throttled.class,
                        throttled -> assertThat(throttled.until())
                                .isBetween(
                                        before.plusSeconds(300), Instant.now().plusSeconds(300)));
        assertThat(failure.mayHaveHappened()).isFalse();
        assertThat(posts()).isEqualTo(1);

        server.become(Service.WELL);
        int asked = server.visits().size();
        assertThat(WireScene.failure(() -> memory.profile(ADA))).isInstanceOf(Throttled.class);
        assertThat(WireScene.failure(() -> wire.account.open(Service.STORE).lookup("phone", "1")))
                .as("another handle of the store")
                .isInstanceOf(Throttled.class);
        assertThat(wire.account.health().state()).isEqualTo(State.THROTTLED);
        assertThat(wire.account.health().until()).isAfter(before.plusSeconds(299));
        assertThat(server.visits().stream().skip(asked).filter(visit -> !visit.isFor("ControlPlane")))
                .isEmpty();

        Memory other = wire.account.open(Service.OTHER_STORE);
        assertThat(other.profile(ADA).id()).as("another store").isEqualTo(ADA);
    }

    @Test
    void aShortPauseIsWaitedFor() {
        server.become(visit -> {
            server.become(Service.WELL);
            visit.answer(429, "Retry-After: 1\r\n", error(429, 20429));
        });
        note();
        assertThat(posts()).as("what was not taken is told again").isEqualTo(2);
    }

    @Test
    void aPauseIsToldInSecondsOrAsADate() {
        Instant now = Instant.parse("2026-03-02T12:00:00Z");
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.ofInstant(now.plusSeconds(90), ZoneOffset.UTC));
        assertThat(pause("90", now)).isEqualTo(Duration.ofSeconds(90));
        assertThat(pause(date, now)).isEqualTo(Duration.ofSeconds(90));
        assertThat(pause("Mon, 02 Mar 2026 11:00:00 GMT", now)).isEqualTo(Duration.ZERO);
        assertThat(pause("999999999", now)).isEqualTo(Duration.ofMinutes(10));
        assertThat(pause("soon", now)).isNull();
    }

    private static Duration pause(String told, Instant now) {
        Answer answer = Answer.of(429, java.util.Map.of("retry-after", told), new byte[0], Duration.ZERO);
        return RetryAfter.of(answer, now).orElse(null);
    }
}
