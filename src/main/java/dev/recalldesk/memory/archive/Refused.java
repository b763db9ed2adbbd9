package dev.recalldesk.memory.archive;

import dev.recalldesk.memory.MemoryFailure;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names the line of an archive that a memory refused. */
final class Refused {
    private static final Pattern ITEM = Pattern.compile("[a-zA-Z]+\\[([0-9]{1,6})].*");

    private Refused() {}

    /**
     * Does what the lines ask for.
     *
     * @param lines one for each item that is sent; where the memory does not say which is wrong, it is the first
     * @throws ImportFailed when the memory says that a line is wrong
     */
    static void named(List<Long> lines, Runnable work) throws ImportFailed {
        try {
            work.run();
        } catch (MemoryFailure.Invalid e) {
            Matcher item = ITEM.matcher(e.field());
            int index = item.matches() ? Integer.parseInt(item.group(1)) : 0;
            throw failed(lines.get(Math.min(index, lines.size() - 1)), e.field() + ": " + e.getMessage());
        } catch (MemoryFailure.Conflict e) {
            throw failed(lines.getFirst(), String.valueOf(e.getMessage()));
        }
    }

    private static ImportFailed failed(long line, String message) {
        return new ImportFailed(List.of(new ImportFailed.Problem(line, message)));
    }
}
