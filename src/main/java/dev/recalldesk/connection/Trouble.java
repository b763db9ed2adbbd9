package dev.recalldesk.connection;

import dev.recalldesk.memory.MemoryFailure;

/** What can be wrong with a connection, each with a meaning of its own and something to be done about it. */
public enum Trouble {
    /** The host's name has no address: it is misspelt, or there is no network. */
    NO_SUCH_HOST,
    /** The host is there, and nothing on it listens. */
    REFUSED,
    /** Nothing answers in time. */
    SILENT,
    /** The connection breaks before it is made. */
    BROKEN,
    /** The certificate comes from nobody this computer trusts. */
    UNTRUSTED,
    /** The certificate is for another time, or this computer's clock is wrong. */
    EXPIRED,
    /** The certificate is for another name. */
    OTHER_NAME,
    /** No safe connection could be agreed on. */
    NOT_SAFE,
    /** The account does not know these credentials. */
    CREDENTIALS,
    /** The credentials are known and do not allow this. */
    FORBIDDEN,
    /** Asked too often. */
    THROTTLED,
    /** The service failed. */
    SERVER_FAULT,
    /** Something answered that is not a memory. */
    NOT_THE_SERVICE,
    /** The account has no store yet. */
    NO_STORES,
    /** There are several stores, and nobody has said which. */
    CHOOSE_STORE,
    /** The store that was chosen before is not there. */
    STORE_GONE,
    /** The store is still being made. */
    STORE_NOT_READY,
    /** The store could not be made and has to be made again. */
    STORE_FAILED,
    /** The store lacks groups the desk shows. The desk works without. */
    GROUPS_MISSING,
    /** Anything else. */
    UNEXPECTED;

    /** Whether the desk works all the same. */
    public boolean harmless() {
        return this == GROUPS_MISSING;
    }

    static Trouble of(MemoryFailure failure) {
        return switch (failure) {
            case MemoryFailure.Unreachable _, MemoryFailure.TimedOut _ -> SILENT;
            case MemoryFailure.CredentialsRefused _ -> CREDENTIALS;
            case MemoryFailure.Forbidden _ -> FORBIDDEN;
            case MemoryFailure.Throttled _ -> THROTTLED;
            case MemoryFailure.ServerFault _ -> SERVER_FAULT;
            case MemoryFailure.NotTheService stranger ->
                switch (stranger.sign()) {
                    case UNTRUSTED -> UNTRUSTED;
                    case EXPIRED -> EXPIRED;
                    case OTHER_NAME -> OTHER_NAME;
                    case NOT_SAFE -> NOT_SAFE;
                    case LEADS_AWAY, WEB_PAGE, STRANGE -> NOT_THE_SERVICE;
                };
            case MemoryFailure.NotFound _ -> NOT_THE_SERVICE;
            case MemoryFailure.Invalid _, MemoryFailure.Conflict _ -> UNEXPECTED;
        };
    }
}
