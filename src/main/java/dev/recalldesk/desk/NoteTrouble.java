package dev.recalldesk.desk;

import dev.recalldesk.memory.MemoryFailure;
import java.util.Optional;

/** Why a note needs the agent. {@link Note#reason} holds the name of one of these. */
public enum NoteTrouble {
    /** The customer does not exist, or no longer. */
    CUSTOMER_GONE,
    /** The note breaks a rule of the memory. */
    NOT_ALLOWED,
    /** The note does not fit what the memory holds. */
    CONFLICT,
    /** The memory took the note but never showed it. */
    NEVER_SEEN,
    /** The memory failed in a way it should not. */
    UNKNOWN;

    /**
     * Nothing when the failure may pass without the note being changed: by itself, or once somebody has signed in again or
     * been given the right.
     */
    static Optional<NoteTrouble> of(MemoryFailure failure) {
        return switch (failure) {
            case MemoryFailure.NotFound _ -> Optional.of(CUSTOMER_GONE);
            case MemoryFailure.Invalid _ -> Optional.of(NOT_ALLOWED);
            case MemoryFailure.Conflict _ -> Optional.of(CONFLICT);
            case MemoryFailure.Unreachable _,
                    MemoryFailure.TimedOut _,
                    MemoryFailure.Throttled _,
                    MemoryFailure.ServerFault _,
                    MemoryFailure.NotTheService _,
                    MemoryFailure.CredentialsRefused _,
                    MemoryFailure.Forbidden _ -> Optional.empty();
        };
    }
}
