package dev.recalldesk.memory.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is surely in the memory of an archive that is on its way, in a small file that only grows: a word and a value a line,
 * each on the disk before the next step. A line that was cut off counts for nothing. Used by one import at a time.
 */
final class ImportJournal implements AutoCloseable {
    private static final String MAKING = "making";
    private static final String MADE = "made";
    private static final String INTO = "into";
    private static final String CUSTOMERS = "customers";
    private static final String LINES = "lines";
    private static final String DONE = "done";

    private final FileChannel file;
    private @Nullable String making;
    private @Nullable String storeId;
    private boolean made;
    private long customers;
    private long lines;
    private boolean done;

    private ImportJournal(FileChannel file) {
        this.file = file;
    }

    /** @throws IOException when it cannot be read or written, or another import has it; its message is a sentence */
    static ImportJournal open(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (!locked(file)) {
                throw new IOException("This file is being imported there already.");
            }
            ImportJournal journal = new ImportJournal(file);
            journal.read();
            return journal;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The name of the store that may have been made. */
    Optional<String> making() {
        return Optional.ofNullable(making);
    }

    Optional<String> storeId() {
        return Optional.ofNullable(storeId);
    }

    /** Whether the store was made for this archive and holds nothing else. */
    boolean made() {
        return made;
    }

    /** The line of the last customer who is surely in. */
    long customers() {
        return customers;
    }

    /** The last line that is surely in with everything above it, customers aside. */
    long lines() {
        return lines;
    }

    boolean done() {
        return done;
    }

    void making(String name) throws IOException {
        making = name;
        append(MAKING, name);
    }

    void store(String id, boolean fresh) throws IOException {
        storeId = id;
        made = fresh;
        append(fresh ? MADE : INTO, id);
    }

    void customers(long line) throws IOException {
        customers = line;
        append(CUSTOMERS, Long.toString(line));
    }

    void lines(long line) throws IOException {
        lines = line;
        append(LINES, Long.toString(line));
    }

    void finish() throws IOException {
        done = true;
        append(DONE, "all");
    }

    /** Begins anew, because what was begun is not there any more. */
    void restart() throws IOException {
        file.truncate(0);
        making = null;
        storeId = null;
        made = false;
        customers = 0;
        lines = 0;
        done = false;
    }

    private void append(String word, String value) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(word + " " + value + "\n");
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(false);
    }

    private void read() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(file.size(), Integer.MAX_VALUE - 8));
        while (bytes.hasRemaining() && file.read(bytes) >= 0) {
            // until all of it is read
        }
        String text = StandardCharsets.UTF_8.decode(bytes.flip()).toString();
        int end = text.lastIndexOf('\n') + 1;
        text.substring(0, end).lines().forEach(this::take);
        long whole = text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
        file.truncate(whole);
        file.position(whole);
    }

    private void take(String line) {
        int space = line.indexOf(' ');
        String value = line.substring(space + 1);
        switch (space < 0 ? line : line.substring(0, space)) {
            case MAKING -> making = value;
            case MADE, INTO -> {
                storeId = value;
                made = line.startsWith(MADE);
            }
            case CUSTOMERS -> customers = number(value);
            case LINES -> lines = number(value);
            case DONE -> done = true;
            default -> {}
        }
    }

    private static long number(String value) {
        return value.matches("[0-9]{1,18}") ? Long.parseLong(value) : 0;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
