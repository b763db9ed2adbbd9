package dev.recalldesk.server;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.TraitValue;
import dev.recalldesk.memory.local.ProfileImport;
import dev.recalldesk.memory.local.ProfileImport.Progress;
import dev.recalldesk.memory.local.ProfileImports;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Reads the file of an import to its end, or until it is told to stop. Each line is a customer, found or made as if it had
 * been sent by itself; a line that cannot be one is counted and left out. Thread-safe.
 */
final class CsvImport {
    /** Lines between two notes of how far it is; after a stop, at most as many are written once more. */
    private static final int BATCH = 200;

    private static final int MAX_LINES = 1_000_000;
    private final MemoryAccount account;
    private final ProfileImports imports;

    CsvImport(MemoryAccount account, ProfileImports imports) {
        this.account = account;
        this.imports = imports;
    }

    /**
     * Goes on from where the import is.
     *
     * @param stop whether to leave the rest for later
     * @throws CsvFile.Broken when the file cannot be read, or not on
     * @throws MemoryFailure when the store is gone or the memory cannot be used
     * @throws IOException when the file cannot be thrown away at the end
     */
    void run(ProfileImport found, BooleanSupplier stop) throws CsvFile.Broken, IOException {
        imports.advance(found.id(), found.progress());
        Lines lines = new Lines(found);
        try (CsvFile file = CsvFile.open(imports.file(found.id()))) {
            if (lines.read(file, stop)) {
                imports.complete(found.id(), lines.progress());
            }
        } catch (CsvFile.Broken e) {
            imports.advance(found.id(), lines.progress());
            throw e;
        }
    }

    /** The lines of one file on their way into the memory. Confined to one thread. */
    private final class Lines {
        private final ProfileImport meant;
        private int read;
        private int errors;
        private int warnings;

        Lines(ProfileImport meant) {
            this.meant = meant;
            this.read = meant.progress().rows();
            this.errors = meant.progress().errors();
        }

        /** Whether it came to the end. */
        boolean read(CsvFile file, BooleanSupplier stop) throws CsvFile.Broken {
            Memory memory = account.open(meant.storeId());
            List<String> header = file.next();
            if (header == null) {
                throw new CsvFile.Broken("The file has no line.", null);
            }
            CsvColumns columns = CsvColumns.find(meant.columns(), header, memory.traitGroups());
            warnings = columns.leftOut();
            for (int i = 0; i < read; i++) {
                List<String> _ = file.next();
            }
            boolean more = true;
            while (more) {
                if (stop.getAsBoolean()) {
                    return false;
                }
                more = batch(file, columns, memory);
                imports.advance(meant.id(), progress());
            }
            return true;
        }

        /** Whether there may be more. */
        private boolean batch(CsvFile file, CsvColumns columns, Memory memory) throws CsvFile.Broken {
            List<Map<String, Map<String, TraitValue>>> customers = new ArrayList<>(BATCH);
            try {
                return collect(file, columns, customers);
            } finally {
                store(memory, customers);
            }
        }

        private boolean collect(CsvFile file, CsvColumns columns, List<Map<String, Map<String, TraitValue>>> customers)
                throws CsvFile.Broken {
            for (int i = 0; i < BATCH; i++) {
                List<String> line = file.next();
                if (line == null) {
                    return false;
                }
                if (read == MAX_LINES) {
                    throw new CsvFile.Broken("The file has too many lines.", null);
                }
                read++;
                try {
                    customers.add(columns.traits(line));
                } catch (MemoryFailure.Invalid e) {
                    errors++;
                }
            }
            return true;
        }

        /** All at once, which costs the disk least; where that is refused, each half by itself. */
        private void store(Memory memory, List<Map<String, Map<String, TraitValue>>> customers) {
            int count = customers.size();
            if (count == 0) {
                return;
            }
            try {
                memory.createProfiles(customers);
            } catch (MemoryFailure.Invalid | MemoryFailure.Conflict e) {
                if (count == 1) {
                    errors++;
                } else {
                    store(memory, customers.subList(0, count / 2));
                    store(memory, customers.subList(count / 2, count));
                }
            }
        }

        Progress progress() {
            return new Progress(read, errors, warnings);
        }
    }
}
