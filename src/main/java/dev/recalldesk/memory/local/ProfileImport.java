package dev.recalldesk.memory.local;

import java.time.Instant;
import java.util.List;

/**
 * Customers on their way from a CSV file into a store.
 *
 * @param id {@code mem_import_} and 26 characters
 * @param fileSize bytes: how many were announced, and once the file is here, how many it has
 * @param columns 2 to 100
 * @param received whether the file is here
 */
public record ProfileImport(
        String id,
        String storeId,
        String filename,
        int fileSize,
        List<Column> columns,
        boolean received,
        Status status,
        Progress progress,
        Instant createdAt,
        Instant updatedAt) {
    public ProfileImport {
        columns = List.copyOf(columns);
    }

    /** A column of the file, by its name in the first line, and the trait it becomes. */
    public record Column(String name, String traitGroup, String traitName) {}

    /** Where an import is in its life. */
    public enum Status {
        /** The file is not here or waits for its turn. */
        PENDING,
        PROCESSING,
        /** Read to its end; rows may have been refused. */
        COMPLETED,
        /** The file did not come in time, or could not be read to its end. */
        FAILED
    }

    /**
     * How far an import is.
     *
     * @param rows how many were read, those refused among them
     * @param errors how many were refused, and one more when the file itself could not be read on
     * @param warnings what was left out while the rest was kept
     */
    public record Progress(int rows, int errors, int warnings) {}
}
