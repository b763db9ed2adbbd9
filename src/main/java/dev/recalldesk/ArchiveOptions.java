package dev.recalldesk;

import dev.recalldesk.desk.SettingsFile;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.local.LocalAccount;
import dev.recalldesk.memory.archive.ProgressListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What importing and exporting have in common on the command line. */
final class ArchiveOptions {
    @Option(names = "--data", paramLabel = "DIR", description = "${bundle:cli.data}")
    private @Nullable Path data;

    @Option(names = "--store", paramLabel = "NAME", description = "${bundle:cli.archive.store}")
    @Nullable
    String store;

    /** Work with the memory; returns the exit code. */
    interface Task {
        int with(LocalAccount account, ProgressListener progress) throws IOException;
    }

    /**
     * Runs the task on the memory, shows how far it is and tells what went wrong as sentences.
     *
     * @param words says how far the task is, in percent
     */
    int run(PrintWriter err, IntFunction<String> words, Task task) {
        ProgressLine progress = new ProgressLine(err, words);
        try {
            Path folder = DataFolder.make(data == null ? DataFolder.standard() : data);
            try (LocalAccount account = LocalAccount.open(folder, homeRegion(folder), InstantSource.system())) {
                int code = task.with(account, progress);
                progress.end();
                return code;
            }
        } catch (IOException | MemoryFailure e) {
            progress.end();
            err.println(Sentences.of(e));
        } finally {
            err.flush();
        }
        return 1;
    }

    /** Numbers are read everywhere as the window of this folder reads them, or one customer could become two. */
    static String homeRegion(Path folder) {
        return new SettingsFile(folder.resolve("settings.json")).read().homeRegion();
    }
}
