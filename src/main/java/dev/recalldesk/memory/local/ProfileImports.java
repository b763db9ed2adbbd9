package dev.recalldesk.memory.local;

import dev.recalldesk.memory.Checks;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.local.ProfileImport.Column;
import dev.recalldesk.memory.local.ProfileImport.Progress;
import dev.recalldesk.memory.local.ProfileImport.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The imports of the stores of this machine and the files they are read from, which lie in the data folder until they are
 * done with. Thread-safe; every method blocks and throws {@link MemoryFailure}.
 */
public final class ProfileImports {
    /** How long after an import was made its file may come. */
    public static final Duration UPLOAD_TIME = Duration.ofMinutes(30);

    private static final String FILE = ".csv";
    private final LocalAccount account;
    private final Path folder;

    public ProfileImports(LocalAccount account) {
        this.account = account;
        this.folder = account.folder().resolve("imports");
    }

    /**
     * Makes an import that waits for its file.
     *
     * @param fileSize the most bytes the file may have
     * @param columns no two for one trait
     * @param uploadKey proves that whoever brings the file was told to; see {@link #uploadKey}
     * @throws MemoryFailure.Invalid when a column is to become a trait that is not defined
     */
    public String create(String storeId, String filename, int fileSize, List<Column> columns, byte[] uploadKey) {
        return new OneStore(storeId, account.database(), account.clock()).write((handle, now) -> {
            TraitRows.Definitions definitions = TraitRows.Definitions.of(handle, storeId);
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                Checks.require(
                        definitions.has(column.traitGroup(), column.traitName()),
                        "columnMappings[" + i + "]",
                        column.traitGroup() + " has no trait named " + column.traitName() + ".");
            }
            return ImportRows.insert(handle, storeId, filename, fileSize, columns, uploadKey, now);
        });
    }

    /** An import of any store; one whose file did not come in time has failed. */
    public Optional<ProfileImport> find(String id) {
        return account.database().read(handle -> ImportRows.find(handle, id)).map(this::now);
    }

    /** What was given to {@link #create}, never to be shown to anybody. */
    public Optional<byte[]> uploadKey(String id) {
        return account.database().read(handle -> ImportRows.uploadKey(handle, id));
    }

    /** Ids of the imports of a store, newest first unless the page asks otherwise; at most 100 a page. */
    public Page<String> page(String storeId, PageRequest page) {
        return account.database().read(handle -> ImportRows.page(handle, storeId, page));
    }

    /** Imports whose file is here and that are not done with, the oldest first. */
    public List<String> unfinished() {
        return account.database().read(ImportRows::unfinished);
    }

    /**
     * Takes the file of an import. Nothing is kept of one that is too large, empty or cut off.
     *
     * @return how many bytes it has, which is more than {@code most} when it was too large
     * @throws IOException when it could not be read to its end or not be kept
     */
    public long receive(String id, int most, InputStream content) throws IOException {
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, id, ".part");
        try {
            long size = write(content, part, most + 1L);
            if (size > 0 && size <= most) {
                Files.move(part, file(id), StandardCopyOption.ATOMIC_MOVE);
                long now = account.clock().millis();
                account.database().writeQuietly(handle -> ImportRows.receive(handle, id, (int) size, now));
            }
            return size;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static long write(InputStream content, Path part, long most) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            byte[] buffer = new byte[64 * 1024];
            long size = 0;
            int read = content.read(buffer);
            while (read >= 0 && size < most) {
                out.write(buffer, 0, read);
                size += read;
                read = content.read(buffer);
            }
            channel.force(true);
            return size;
        }
    }

    /** Where the file of an import lies once it is here. */
    public Path file(String id) {
        return folder.resolve(id + FILE);
    }

    /** Notes how far an import is. */
    public void advance(String id, Progress progress) {
        note(id, Status.PROCESSING, progress);
    }

    /** Notes that an import came to the end of its file, which is thrown away. */
    public void complete(String id, Progress progress) throws IOException {
        note(id, Status.COMPLETED, progress);
        Files.deleteIfExists(file(id));
    }

    /** Notes that an import cannot go on, which is one error more, and throws its file away. */
    public void fail(String id) throws IOException {
        long now = account.clock().millis();
        account.database().writeQuietly(handle -> ImportRows.fail(handle, id, now));
        Files.deleteIfExists(file(id));
    }

    /** Throws away the files nobody will ask for any more, such as those of a store that was deleted. */
    public void tidy() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Set<Path> wanted = unfinished().stream().map(this::file).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> !wanted.contains(each)).toList()) {
                Files.delete(file);
            }
        }
    }

    private void note(String id, Status status, Progress progress) {
        long now = account.clock().millis();
        account.database().writeQuietly(handle -> ImportRows.advance(handle, id, status, progress, now));
    }

    private ProfileImport now(ProfileImport known) {
        Instant until = known.createdAt().plus(UPLOAD_TIME);
        return known.status() != Status.PENDING
                        || known.received()
                        || account.clock().instant().isBefore(until)
                ? known
                : new ProfileImport(
                        known.id(),
                        known.storeId(),
                        known.filename(),
                        known.fileSize(),
                        known.columns(),
                        false,
                        Status.FAILED,
                        known.progress(),
                        known.createdAt(),
                        until);
    }
}
