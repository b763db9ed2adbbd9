package dev.recalldesk.server;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a CSV file as RFC 4180 has them, in UTF-8 with or without a byte order mark, one by one. Never more than a
 * line is held. Confined to one thread.
 */
final class CsvFile implements AutoCloseable {
    /** A file that cannot be read, or not on from here. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    private static final int MAX_CELLS = 1000;
    private static final int MAX_CELL = 64 * 1024;
    private static final int MAX_LINE = 1024 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> lines;

    private CsvFile(CsvReader<CsvRecord> csv) {
        this.csv = csv;
        this.lines = csv.iterator();
    }

    /** Bytes that are not UTF-8 are read as U+FFFD. */
    static CsvFile open(Path file) throws Broken {
        try {
            return new CsvFile(CsvReader.builder()
                    .allowUnclosedQuote(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .maxBufferSize(MAX_LINE)
                    .build(
                            CsvRecordHandler.builder()
                                    .maxFields(MAX_CELLS)
                                    .maxFieldSize(MAX_CELL)
                                    .maxRecordSize(MAX_LINE)
                                    .build(),
                            withoutMark(file)));
        } catch (IOException | UncheckedIOException e) {
            throw new Broken("The file cannot be read.", e);
        }
    }

    private static BufferedReader withoutMark(Path file) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    /** The next line that is not empty, or {@code null} at the end. */
    @Nullable
    List<String> next() throws Broken {
        try {
            return lines.hasNext() ? lines.next().getFields() : null;
        } catch (CsvParseException | UncheckedIOException e) {
            throw new Broken("The file cannot be read on.", e);
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
