package dev.recalldesk.memory.local;

import java.nio.file.Path;

/** Another running program holds the data folder; its message is a sentence for the user. */
public final class DataFolderInUse extends DataFolderProblem {
    private static final long serialVersionUID = 1L;

    DataFolderInUse(Path folder) {
        super(
                "The data folder " + folder
                        + " is in use by another running Recall Desk. Close it first, or name another" + " folder.",
                null);
    }
}
