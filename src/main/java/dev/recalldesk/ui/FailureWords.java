package dev.recalldesk.ui;

import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.MemoryFailure.NotTheService;
import java.time.ZoneId;

/** Why a memory failed and what helps, in the same words everywhere. Pure functions. */
public final class FailureWords {
    private FailureWords() {}

    /** What is wrong, as a sentence. */
    public static String cause(MemoryFailure failure) {
        return switch (failure) {
            case MemoryFailure.Unreachable _ -> Text.get("failure.unreachable");
            case MemoryFailure.TimedOut _ -> Text.get("failure.late");
            case MemoryFailure.CredentialsRefused _ -> Text.get("failure.credentials");
            case MemoryFailure.Forbidden _ -> Text.get("failure.forbidden");
            case MemoryFailure.NotFound _ -> Text.get("failure.gone");
            case MemoryFailure.Conflict _ -> Text.get("failure.conflict");
            case MemoryFailure.Invalid invalid ->
                invalid.field().isEmpty()
                        ? Text.get("failure.invalid")
                        : Text.get("failure.invalid.field", invalid.field());
            case MemoryFailure.Throttled _ -> Text.get("failure.throttled");
            case MemoryFailure.ServerFault _ -> Text.get("failure.fault");
            case NotTheService _ -> Text.get("failure.stranger");
        };
    }

    /**
     * What is wrong and what to do next, where both stand in one line.
     *
     * @param zone as in {@link #help}
     */
    public static String sentences(MemoryFailure failure, ZoneId zone) {
        return cause(failure) + " " + help(failure, zone);
    }

    /**
     * What to do next, as a sentence or two.
     *
     * @param zone in which times are told
     */
    public static String help(MemoryFailure failure, ZoneId zone) {
        return switch (failure) {
            case MemoryFailure.Unreachable _ -> Text.get("failure.unreachable.help");
            case MemoryFailure.TimedOut _ -> Text.get("failure.late.help");
            case MemoryFailure.CredentialsRefused _ -> Text.get("failure.credentials.help");
            case MemoryFailure.Forbidden _ -> Text.get("failure.forbidden.help");
            case MemoryFailure.NotFound _ -> Text.get("failure.gone.help");
            case MemoryFailure.Conflict _ -> Text.get("failure.conflict.help");
            case MemoryFailure.Invalid _ -> Text.get("failure.invalid.help");
            case MemoryFailure.Throttled throttled ->
                Text.get("failure.throttled.help", Ages.clockSeconds(throttled.until(), zone));
            case MemoryFailure.ServerFault _ -> Text.get("failure.fault.help");
            case NotTheService stranger ->
                switch (stranger.sign()) {
                    case UNTRUSTED -> Text.get("failure.stranger.untrusted");
                    case EXPIRED -> Text.get("failure.stranger.expired");
                    case OTHER_NAME -> Text.get("failure.stranger.name");
                    case NOT_SAFE -> Text.get("failure.stranger.unsafe");
                    case LEADS_AWAY -> Text.get("failure.stranger.away");
                    case WEB_PAGE -> Text.get("failure.stranger.page");
                    case STRANGE -> Text.get("failure.stranger.strange");
                };
        };
    }
}
