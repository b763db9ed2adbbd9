package dev.recalldesk;

import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.archive.ProgressListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.IntFunction;

/** What importing and exporting have in common on the command line. */
final class ArchiveRun {
    private final MemoryOptions options;
    private final PrintWriter err;

    ArchiveRun(MemoryOptions options, PrintWriter err) {
        this.options = options;
        this.err = err;
    }

    /** Work with the memory; returns the exit code. */
    interface Task {
        int with(MemoryAccount account, ProgressListener progress) throws IOException;
    }

    /**
     * Runs the task on the memory, shows how far it is and tells what went wrong as sentences.
     *
     * @param words says how far the task is, in percent
     */
    int run(IntFunction<String> words, Task task) {
        ProgressLine progress = new ProgressLine(err, words);
        try (MemoryAccount account = options.made()) {
            int code = task.with(account, progress);
            progress.end();
            return code;
        } catch (IOException | MemoryFailure e) {
            progress.end();
            err.println(options.sentence(e));
            return options.remote() && isAway(e) ? Exit.NO_MEMORY : Exit.FAILED;
        } finally {
            err.flush();
        }
    }

    /** Whether the memory cannot be worked with at all now. */
    private static boolean isAway(Exception failure) {
        return failure instanceof MemoryFailure
                && !(failure instanceof MemoryFailure.Invalid
                        || failure instanceof MemoryFailure.Conflict
                        || failure instanceof MemoryFailure.NotFound);
    }
}
