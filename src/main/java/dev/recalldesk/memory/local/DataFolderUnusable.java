package dev.recalldesk.memory.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The data folder cannot be read or written; its message is a sentence for the user. */
public final class DataFolderUnusable extends DataFolderProblem {
    private static final long serialVersionUID = 1L;

    DataFolderUnusable(Path file, String reason, @Nullable Throwable cause) {
        super("The data folder cannot be used because of " + file + ": " + reason, cause);
    }
}
