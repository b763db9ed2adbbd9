package dev.recalldesk.memory.local;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Why a data folder cannot be opened. The message is a sentence for the user, and whatever the reason, what was remembered
 * there is left as it is. Sealed, so that who opens folders can tell the reasons apart.
 */
public abstract sealed class DataFolderProblem extends IOException
        permits DataFolderInUse, DataFolderTooNew, DataFolderDamaged, DataFolderUnusable {
    private static final long serialVersionUID = 1L;

    DataFolderProblem(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
