package dev.recalldesk;

import dev.recalldesk.memory.local.DataFolderProblem;
import dev.recalldesk.ui.Text;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What went wrong, as a sentence for the command line. */
final class Sentences {
    private Sentences() {}

    static String of(Exception failure) {
        return switch (failure) {
            case DataFolderProblem e -> String.valueOf(e.getMessage());
            case NoSuchFileException e -> Text.get("cli.file.missing", e.getFile());
            case FileSystemException e -> Text.get("cli.file.unusable", e.getFile());
            default -> String.valueOf(failure.getMessage());
        };
    }
}
