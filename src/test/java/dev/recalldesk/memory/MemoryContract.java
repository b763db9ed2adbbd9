package dev.recalldesk.memory;

import org.junit.jupiter.api.Nested;

/**
 * What the desk may rely on in any memory; one subclass puts an implementation under all of it. A memory may accept a write
 * before it can be read back, so what was written is awaited, never expected at once.
 */
public abstract class MemoryContract {
    /** An account with no store; its home region is the United States. Closed by the caller. */
    protected abstract MemoryAccount openAccount() throws Exception;

    @Nested
    class Stores extends StoreContract {
        Stores() {
            super(MemoryContract.this::openAccount);
        }
    }

    @Nested
    class TraitGroups extends TraitGroupContract {
        TraitGroups() {
            super(MemoryContract.this::openAccount);
        }
    }

    @Nested
    class Profiles extends ProfileContract {
        Profiles() {
            super(MemoryContract.this::openAccount);
        }
    }

    @Nested
    class Identifiers extends IdentifierContract {
        Identifiers() {
            super(MemoryContract.this::openAccount);
        }
    }

    @Nested
    class Identities extends IdentityContract {
        Identities() {
            super(MemoryContract.this::openAccount);
        }
    }

    @Nested
    class Merges extends MergeContract {
        Merges() {
            super(MemoryContract.this::openAccount);
        }
    }

    @Nested
    class Observations extends ObservationContract {
        Observations() {
            super(MemoryContract.this::openAccount);
        }
    }

    @Nested
    class Summaries extends SummaryContract {
        Summaries() {
            super(MemoryContract.this::openAccount);
        }
    }

    @Nested
    class Recalls extends RecallContract {
        Recalls() {
            super(MemoryContract.this::openAccount);
        }
    }
}
