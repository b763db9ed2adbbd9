package dev.recalldesk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.MemoryFailure.NotTheService;
import dev.recalldesk.memory.MemoryFailure.NotTheService.Sign;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every way a memory can fail has its own sentence and its own next step. */
class FailureWordsTest {
    private static final List<MemoryFailure> KINDS = List.of(
            new MemoryFailure.Unreachable("secret", null),
            new MemoryFailure.TimedOut("secret", null, true),
            new MemoryFailure.CredentialsRefused("secret"),
            new MemoryFailure.Forbidden("secret"),
            new MemoryFailure.NotFound("secret"),
            new MemoryFailure.Conflict("secret"),
            new MemoryFailure.Invalid("displayName", "secret"),
            new MemoryFailure.Throttled("secret", Instant.parse("2026-03-02T12:00:05Z")),
            new MemoryFailure.ServerFault("secret", false),
            stranger(Sign.STRANGE));

    private static NotTheService stranger(Sign sign) {
        return new NotTheService(sign, "secret", null, false);
    }

    private static String help(MemoryFailure failure) {
        return FailureWords.help(failure, ZoneOffset.UTC);
    }

    @Test
    void everyKindHasASentenceAndANextStepOfItsOwn() {
        assertThat(KINDS).hasSize(MemoryFailure.class.getPermittedSubclasses().length);
        assertThat(KINDS.stream().map(FailureWords::cause)).doesNotHaveDuplicates();
        assertThat(KINDS.stream().map(FailureWordsTest::help)).doesNotHaveDuplicates();
        assertThat(KINDS.stream().flatMap(kind -> Stream.of(FailureWords.cause(kind), help(kind))))
                .allSatisfy(words -> assertThat(words).endsWith(".").doesNotContain("secret"));
    }

    @Test
    void aStrangerIsToldByWhatGaveItAway() {
        assertThat(Stream.of(Sign.values()).map(sign -> help(stranger(sign)))).doesNotHaveDuplicates();
        assertThat(help(stranger(Sign.EXPIRED))).contains("clock of this computer");
    }

    @Test
    void theFieldAndTheTimeAreNamedWhereTheyAreKnown() {
        assertThat(FailureWords.cause(new MemoryFailure.Invalid("displayName", "")))
                .contains("displayName");
        assertThat(FailureWords.cause(new MemoryFailure.Invalid("", "")))
                .isEqualTo("Memory refused what it was asked.");
        assertThat(help(new MemoryFailure.Throttled("", Instant.parse("2026-03-02T12:00:05Z"))))
                .contains("12:00:05");
    }
}
