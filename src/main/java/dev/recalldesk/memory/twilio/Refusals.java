package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.MemoryFailure.NotTheService;
import dev.recalldesk.memory.MemoryFailure.NotTheService.Sign;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names what the service refuses, by its status first. The service's own sentence may quote what was sent, so of it only the
 * code is kept and, where it begins with one, the name of a field.
 */
final class Refusals {
    private static final Pattern FIELD = Pattern.compile("([A-Za-z0-9_.\\[\\]-]{1,200}): .*", Pattern.DOTALL);

    private Refusals() {}

    /**
     * Why this answer is none; {@code null} when it is one.
     *
     * @param now by the clock that {@code Retry-After} is told by
     */
    static @Nullable MemoryFailure of(Request request, Answer answer, Instant now) {
        int status = answer.status();
        if (status == 200 || (request.changes() && status >= 201 && status <= 204)) {
            boolean foreign = answer.isForeign() || (!request.changes() && answer.body() == Answer.Body.NOTHING);
            return foreign ? answer.strange(request.changes()) : null;
        }
        if (status == 429) {
            Duration pause = RetryAfter.of(answer, now).orElse(RetryAfter.UNTOLD);
            return new MemoryFailure.Throttled(told("is asked too often", answer), now.plus(pause));
        }
        if (status >= 500 && status != 511) {
            return new MemoryFailure.ServerFault(told("failed", answer), request.changes());
        }
        if (status == 401) {
            return new MemoryFailure.CredentialsRefused(told("does not know the credentials", answer));
        }
        return answer.isForeign() ? answer.strange(false) : refused(answer);
    }

    private static MemoryFailure refused(Answer answer) {
        return switch (answer.status()) {
            case 400, 413, 422 -> new MemoryFailure.Invalid(field(answer), told("refuses the request", answer));
            case 403 -> new MemoryFailure.Forbidden(told("does not allow it", answer));
            case 404, 410 -> new MemoryFailure.NotFound(told("has no such thing", answer));
            case 408 -> new MemoryFailure.TimedOut(told("did not wait for the request", answer), null, false);
            case 409, 412 -> new MemoryFailure.Conflict(told("holds something else", answer));
            default -> {
                boolean away = answer.status() >= 300 && answer.status() < 400;
                yield new NotTheService(
                        away ? Sign.LEADS_AWAY : Sign.STRANGE,
                        "This is not what the service says: status " + answer.status(),
                        null,
                        false);
            }
        };
    }

    private static String told(String what, Answer answer) {
        return "The service " + what + ": status " + answer.status() + ", code "
                + answer.fields().integer("code", 0);
    }

    private static String field(Answer answer) {
        Matcher matcher = FIELD.matcher(answer.fields().optionalText("message").orElse(""));
        return matcher.matches() ? matcher.group(1) : "";
    }

    /** Why an operation that was accepted came to nothing. */
    static MemoryFailure ofOperation(int code) {
        String message = "The service gave up a change it had accepted: code " + code;
        return switch (code) {
            case 520041, 520047, 520048, 520052, 20404 -> new MemoryFailure.NotFound(message);
            case 520042, 520043, 520044, 520045, 520050, 520053, 520054, 520055, 20409 ->
                new MemoryFailure.Conflict(message);
            case 520046, 520049, 520051, 400 -> new MemoryFailure.Invalid("", message);
            default -> new MemoryFailure.ServerFault(message, false);
        };
    }
}
