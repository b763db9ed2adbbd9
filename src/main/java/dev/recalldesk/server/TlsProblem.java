package dev.recalldesk.server;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Why a certificate and its key cannot be used. */
public final class TlsProblem extends IOException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with the file. */
    public enum Kind {
        /** It is not there or may not be read. */
        UNREADABLE,
        /** It is not in the form of PEM. */
        NOT_PEM,
        NO_CERTIFICATE,
        NO_KEY,
        /** The key is kept with a passphrase. */
        LOCKED,
        /** The key does not belong to the certificate. */
        MISMATCH
    }

    private final Kind kind;

    @SuppressWarnings("serial") // Never serialised.
    private final Path file;

    TlsProblem(Kind kind, Path file, @Nullable Throwable cause) {
        super(kind + " " + file, cause);
        this.kind = kind;
        this.file = file;
    }

    public Kind kind() {
        return kind;
    }

    /** The file that is to blame; of a pair that does not match, the key. */
    public Path file() {
        return file;
    }
}
