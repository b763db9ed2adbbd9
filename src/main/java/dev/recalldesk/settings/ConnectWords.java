package dev.recalldesk.settings;

import dev.recalldesk.connection.Check;
import dev.recalldesk.connection.Check.State;
import dev.recalldesk.connection.Secrets;
import dev.recalldesk.connection.StoreName;
import dev.recalldesk.connection.Trouble;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.ui.Ages;
import dev.recalldesk.ui.FailureWords;
import dev.recalldesk.ui.Text;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** How checks and what they find read. */
final class ConnectWords {
    private ConnectWords() {}

    /** @param host the connection leads to */
    static String title(Check check, State state, String host) {
        return switch (state) {
            case State.Waiting() -> todo(check, host);
            case State.Running running -> todo(check, host);
            case State.Passed passed -> done(check, passed.found(), host);
            case State.Failed failed -> cause(failed.trouble(), failed.found(), host);
        };
    }

    private static String todo(Check check, String host) {
        return switch (check) {
            case NAME -> Text.get("connect.check.name", host);
            case SAFE -> Text.get("connect.check.safe");
            case CREDENTIALS -> Text.get("connect.check.credentials");
            case STORES -> Text.get("connect.check.stores");
            case STORE -> Text.get("connect.check.store");
            case GROUPS -> Text.get("connect.check.groups");
            case LOOKUP -> Text.get("connect.check.lookup");
        };
    }

    private static String done(Check check, String found, String host) {
        return switch (check) {
            case NAME -> Text.get("connect.check.name.done", host);
            case SAFE ->
                found.isEmpty() ? Text.get("connect.check.safe.here") : Text.get("connect.check.safe.done", found);
            case CREDENTIALS -> Text.get("connect.check.credentials.done");
            case STORES -> Text.get("connect.check.stores.done", Integer.parseInt(found));
            case STORE -> Text.get("connect.check.store.done", found);
            case GROUPS -> Text.get("connect.check.groups.done");
            case LOOKUP -> Text.get("connect.check.lookup.done");
        };
    }

    private static String cause(Trouble trouble, String found, String host) {
        return switch (trouble) {
            case NO_SUCH_HOST -> Text.get("connect.trouble.host", host);
            case REFUSED -> Text.get("connect.trouble.refused", host);
            case SILENT -> Text.get("connect.trouble.silent", host);
            case BROKEN -> Text.get("connect.trouble.broken", host);
            case UNTRUSTED -> Text.get("connect.trouble.untrusted");
            case EXPIRED -> Text.get("connect.trouble.expired");
            case OTHER_NAME -> Text.get("connect.trouble.otherName", host);
            case NOT_SAFE -> Text.get("connect.trouble.notSafe");
            case CREDENTIALS -> Text.get("connect.trouble.credentials");
            case FORBIDDEN -> Text.get("connect.trouble.forbidden");
            case THROTTLED -> Text.get("connect.trouble.throttled");
            case SERVER_FAULT -> Text.get("connect.trouble.fault");
            case NOT_THE_SERVICE -> Text.get("connect.trouble.stranger");
            case NO_STORES -> Text.get("connect.trouble.noStores");
            case CHOOSE_STORE -> Text.get("connect.trouble.choose");
            case STORE_GONE -> Text.get("connect.trouble.gone", found);
            case STORE_NOT_READY -> Text.get("connect.trouble.notReady", found);
            case STORE_FAILED -> Text.get("connect.trouble.storeFailed", found);
            case GROUPS_MISSING -> Text.get("connect.trouble.groups", found);
            case UNEXPECTED -> Text.get("connect.trouble.unexpected");
        };
    }

    /** What it means and what is to be done. */
    static String advice(Trouble trouble) {
        return switch (trouble) {
            case NO_SUCH_HOST -> Text.get("connect.advice.host");
            case REFUSED -> Text.get("connect.advice.refused");
            case SILENT -> Text.get("connect.advice.silent");
            case BROKEN -> Text.get("connect.advice.broken");
            case UNTRUSTED -> Text.get("connect.advice.untrusted");
            case EXPIRED -> Text.get("connect.advice.expired");
            case OTHER_NAME -> Text.get("connect.advice.otherName");
            case NOT_SAFE -> Text.get("connect.advice.notSafe");
            case CREDENTIALS -> Text.get("connect.advice.credentials");
            case FORBIDDEN -> Text.get("connect.advice.forbidden");
            case THROTTLED -> Text.get("connect.advice.throttled");
            case SERVER_FAULT -> Text.get("connect.advice.fault");
            case NOT_THE_SERVICE -> Text.get("connect.advice.stranger");
            case NO_STORES -> Text.get("connect.advice.noStores");
            case CHOOSE_STORE -> Text.get("connect.advice.choose");
            case STORE_GONE -> Text.get("connect.advice.gone");
            case STORE_NOT_READY -> Text.get("connect.advice.notReady");
            case STORE_FAILED -> Text.get("connect.advice.storeFailed");
            case GROUPS_MISSING -> Text.get("connect.advice.groups");
            case UNEXPECTED -> Text.get("connect.advice.unexpected");
        };
    }

    /** What hinders a new store; empty where nothing does and before anything is written. */
    static String hindrance(StoreName.Hindrance hindrance) {
        return switch (hindrance) {
            case NONE, EMPTY -> "";
            case TOO_LONG -> Text.get("store.tooLong", StoreName.LONGEST);
            case CHARACTERS -> Text.get("store.characters");
            case TAKEN -> Text.get("store.taken");
            case NO_ROOM -> Text.get("store.noRoom", StoreName.MOST_STORES);
        };
    }

    /** Whether a store or a group could not be made, or nobody knows. */
    static String notMade(MemoryFailure why) {
        return Text.get(why.mayHaveHappened() ? "connect.state.maybeMade" : "connect.state.notMade");
    }

    /** Why a store or a group could not be made, and what to do. */
    static String whyNotMade(MemoryFailure why) {
        if (why instanceof MemoryFailure.Conflict) {
            return Text.get("store.taken");
        }
        return why.mayHaveHappened()
                ? Text.get("connect.maybeMade.rest", FailureWords.cause(why))
                : FailureWords.sentences(why, ZoneId.systemDefault());
    }

    /** Where the secret would go. */
    static String place(Secrets.@Nullable Place place, String file) {
        return switch (place) {
            case null -> "";
            case KEYCHAIN -> Text.get("connect.place.keychain");
            case FILE -> Text.get("connect.place.file", file);
        };
    }

    /** How long a check took; empty for what was known from the check before. */
    static String took(Duration time) {
        return time.toMillis() < 1 ? "" : Ages.took(time);
    }
}
