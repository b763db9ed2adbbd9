package dev.recalldesk.desk;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The desk's own file could not be read or written. Whoever was told to keep something must say that it is not kept. */
public final class DeskStoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with the file. */
    public enum Kind {
        /** No room is left on the disk. */
        FULL,
        /** The file cannot be opened, read or written, or is no desk file. */
        UNREADABLE,
        /** Another process kept the file to itself for too long. */
        BUSY
    }

    private final Kind kind;

    DeskStoreFailure(Kind kind, Throwable cause) {
        super("The desk's file is not usable: " + kind, cause);
        this.kind = kind;
    }

    /** What is wrong with the file. */
    public Kind kind() {
        return kind;
    }

    static DeskStoreFailure of(Throwable failure) {
        return failure instanceof DeskStoreFailure known ? known : new DeskStoreFailure(kindOf(failure), failure);
    }

    private static Kind kindOf(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return kindOf(sqlite.getResultCode());
            }
        }
        return Kind.UNREADABLE;
    }

    private static Kind kindOf(SQLiteErrorCode code) {
        // extended codes keep the primary one in their low byte
        int primary = code.code & 0xff;
        if (primary == SQLiteErrorCode.SQLITE_FULL.code) {
            return Kind.FULL;
        }
        boolean busy = primary == SQLiteErrorCode.SQLITE_BUSY.code || primary == SQLiteErrorCode.SQLITE_LOCKED.code;
        return busy ? Kind.BUSY : Kind.UNREADABLE;
    }
}
