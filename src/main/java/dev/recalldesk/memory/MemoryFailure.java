package dev.recalldesk.memory;

import org.jspecify.annotations.Nullable;

/** Why a memory could not do what it was asked. Sealed, so that a screen can have a sentence for every case. */
public abstract sealed class MemoryFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private MemoryFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** What was asked for does not exist, or no longer. */
    public static final class NotFound extends MemoryFailure {
        private static final long serialVersionUID = 1L;

        public NotFound(String message) {
            super(message, null);
        }
    }

    /** The request breaks a rule of the memory. */
    public static final class Invalid extends MemoryFailure {
        private static final long serialVersionUID = 1L;
        private final String field;

        /** @param field the part of the request that is wrong, as the wire names it */
        public Invalid(String field, String message) {
            super(message, null);
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
            super(message, null);
        }
    }

    /** The memory could not be reached or could not keep what it was given: closed, disk full, no network. */
    public static final class Unreachable extends MemoryFailure {
        private static final long serialVersionUID = 1L;

        public Unreachable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
