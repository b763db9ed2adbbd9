package dev.recalldesk.memory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a memory could not do what it was asked. Sealed, so that a screen can have a sentence for every case. The messages are
 * for developers and hold nothing of what was asked or answered.
 */
public abstract sealed class MemoryFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean mayHaveHappened;

    private MemoryFailure(String message, @Nullable Throwable cause, boolean mayHaveHappened) {
        super(message, cause);
        this.mayHaveHappened = mayHaveHappened;
    }

    /**
     * Whether a write that ended so may have been done all the same. Who must not do it twice looks before trying again; who
     * gets {@code false} need not look.
     */
    public boolean mayHaveHappened() {
        return mayHaveHappened;
    }

    /** What was asked for does not exist, or no longer. */
    public static final class NotFound extends MemoryFailure {
        private static final long serialVersionUID = 1L;

        public NotFound(String message) {
            super(message, null, false);
        }
    }

    /** The request breaks a rule of the memory. */
    public static final class Invalid extends MemoryFailure {
        private static final long serialVersionUID = 1L;
        private final String field;

        /** @param field the part of the request that is wrong, as the wire names it; empty where that is not known */
        public Invalid(String field, String message) {
            super(message, null, false);
            this.field = field;
        }

        public String field() {
            return field;
        }
    }

    /** The request does not fit what is there: a name is taken, a thing is protected. */
    public static final class Conflict extends MemoryFailure {
        private static final long serialVersionUID = 1L;

        public Conflict(String message) {
            super(message, null, false);
        }
    }

    /** The memory could not be reached or could not keep what it was given: closed, disk full, no network. */
    public static final class Unreachable extends MemoryFailure {
        private static final long serialVersionUID = 1L;

        /** Where nobody can say how far a write came. */
        public Unreachable(String message, @Nullable Throwable cause) {
            this(message, cause, true);
        }

        public Unreachable(String message, @Nullable Throwable cause, boolean mayHaveHappened) {
            super(message, cause, mayHaveHappened);
        }
    }

    /** The memory did not answer in the time it was given. */
    public static final class TimedOut extends MemoryFailure {
        private static final long serialVersionUID = 1L;

        public TimedOut(String message, @Nullable Throwable cause, boolean mayHaveHappened) {
            super(message, cause, mayHaveHappened);
        }
    }

    /** The memory does not know these credentials, or no longer. */
    public static final class CredentialsRefused extends MemoryFailure {
        private static final long serialVersionUID = 1L;

        public CredentialsRefused(String message) {
            super(message, null, false);
        }
    }

    /** The credentials are known and do not allow this. */
    public static final class Forbidden extends MemoryFailure {
        private static final long serialVersionUID = 1L;

        public Forbidden(String message) {
            super(message, null, false);
        }
    }

    /** The memory is asked too often. */
    public static final class Throttled extends MemoryFailure {
        private static final long serialVersionUID = 1L;
        private final Instant until;

        /** @param until when it may be asked again */
        public Throttled(String message, Instant until) {
            super(message, null, false);
            this.until = until;
        }

        public Instant until() {
            return until;
        }
    }

    /** The memory was reached and failed. */
    public static final class ServerFault extends MemoryFailure {
        private static final long serialVersionUID = 1L;

        public ServerFault(String message, boolean mayHaveHappened) {
            super(message, null, mayHaveHappened);
        }
    }

    /** Something answered, and it is not the memory: a sign-in page of a network, another program, a stranger. */
    public static final class NotTheService extends MemoryFailure {
        private static final long serialVersionUID = 1L;

        /** By what it was noticed. */
        public enum Sign {
            /** Its certificate comes from nobody this computer trusts. */
            UNTRUSTED,
            /** Its certificate is for another time, or this computer's clock is wrong. */
            EXPIRED,
            /** Its certificate is for another name. */
            OTHER_NAME,
            /** No safe connection could be agreed on. */
            NOT_SAFE,
            /** It leads to somewhere else. */
            LEADS_AWAY,
            /** It answers with a page for people. */
            WEB_PAGE,
            /** It answers with what a memory never says, or with too much of it. */
            STRANGE
        }

        private final Sign sign;

        public NotTheService(Sign sign, String message, @Nullable Throwable cause, boolean mayHaveHappened) {
            super(message, cause, mayHaveHappened);
            this.sign = sign;
        }

        public Sign sign() {
            return sign;
        }
    }
}
