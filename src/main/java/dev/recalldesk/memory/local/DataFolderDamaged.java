package dev.recalldesk.memory.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The memory in the data folder is no database, or no whole one; its message is a sentence for the user. */
public final class DataFolderDamaged extends DataFolderProblem {
    private static final long serialVersionUID = 1L;

    DataFolderDamaged(Path file, @Nullable Throwable cause) {
        super(
                "The memory in " + file + " is damaged, or is no memory at all. Nothing was changed; put a copy in its"
                        + " place, or name another folder.",
                cause);
    }
}
