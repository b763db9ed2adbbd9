package dev.recalldesk.memory.local;

import java.nio.file.Path;

/** The data folder was written by a newer Recall Desk than this one; its message is a sentence for the user. */
public final class DataFolderTooNew extends DataFolderProblem {
    private static final long serialVersionUID = 1L;

    DataFolderTooNew(Path file, int found, int known) {
        super(
                "The memory in " + file + " was written by a newer Recall Desk (format " + found
                        + ", this one reads up to " + known + "). Nothing was changed; please update Recall Desk.",
                null);
    }
}
