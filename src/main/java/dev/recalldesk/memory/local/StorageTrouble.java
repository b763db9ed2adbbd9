package dev.recalldesk.memory.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What went wrong on the disk, as sentences for the user. None of them quotes what is remembered. */
final class StorageTrouble {
    private static final String FULL = "The disk is full, so nothing was written.";
    private static final String READ_ONLY = "It can be read but not written.";
    private static final String DAMAGED = "The memory's file is damaged.";
    private static final String OTHER = "The disk could not be read or written.";

    private StorageTrouble() {}

    /** Why something failed in an open memory. */
    static String sentence(@Nullable Throwable cause) {
        if (!(cause instanceof SQLException failure)) {
            return OTHER;
        }
        return switch (kind(failure)) {
            case SQLITE_FULL -> FULL;
            case SQLITE_READONLY, SQLITE_PERM -> READ_ONLY;
            case SQLITE_CORRUPT, SQLITE_NOTADB -> DAMAGED;
            case SQLITE_IOERR, SQLITE_CANTOPEN -> OTHER;
            // SQLite's own words name tables and columns, never values; Jdbi's would quote them.
            default -> String.valueOf(failure.getMessage());
        };
    }

    /** Why the memory's file cannot be opened. */
    static DataFolderProblem whileOpening(Path file, SQLException failure) {
        return damage(failure)
                ? new DataFolderDamaged(file, failure)
                : new DataFolderUnusable(file, sentence(failure), failure);
    }

    /** Whether what is in the file cannot be right. */
    static boolean damage(SQLException failure) {
        return switch (kind(failure)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> true;
            default -> false;
        };
    }

    /** Why what is beside the memory cannot be opened or written. */
    static IOException whileOpening(Path folder, IOException failure) {
        return switch (failure) {
            case DataFolderProblem problem -> problem;
            case AccessDeniedException denied -> new DataFolderUnusable(folder, "Access is denied.", denied);
            case FileSystemException e ->
                new DataFolderUnusable(folder, e.getReason() == null ? OTHER : e.getReason() + ".", e);
            default ->
                new DataFolderUnusable(
                        folder, failure.getMessage() == null ? OTHER : failure.getMessage() + ".", failure);
        };
    }

    /** The kind of failure without its finer distinctions, which are in the upper bits. */
    private static SQLiteErrorCode kind(SQLException failure) {
        return failure instanceof SQLiteException known
                ? SQLiteErrorCode.getErrorCode(known.getResultCode().code & 0xFF)
                : SQLiteErrorCode.UNKNOWN_ERROR;
    }
}
