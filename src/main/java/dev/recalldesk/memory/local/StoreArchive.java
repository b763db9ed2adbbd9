package dev.recalldesk.memory.local;

import dev.recalldesk.memory.IdentitySettings;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.PhoneNumbers;
import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.TraitGroup;
import dev.recalldesk.memory.archive.ArchiveLines;
import dev.recalldesk.memory.archive.ImportFailed;
import dev.recalldesk.memory.archive.LineProblem;
import dev.recalldesk.memory.archive.LineWriter;
import dev.recalldesk.memory.archive.ProgressListener;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;

/**
 * Carries whole stores in and out as JSON Lines. Both directions are one transaction: an import is there entirely or not at
 * all, an export shows one moment. They block, so they run on a worker thread; asked between lines, {@code cancelled} ends
 * them with a {@link CancellationException} and nothing kept.
 */
public final class StoreArchive {
    private static final int MAX_PROBLEMS = 20;
    private static final int REPORT_EVERY = 100;
    private static final ImportOptions TRIAL = new ImportOptions("trial", null);

    private StoreArchive() {}

    /**
     * Imports a file into a new store; see {@link #importInto(LocalAccount, InputStream, long, ImportOptions,
     * ProgressListener, BooleanSupplier)}.
     */
    public static Store importInto(
            LocalAccount account,
            Path file,
            ImportOptions options,
            ProgressListener progress,
            BooleanSupplier cancelled)
            throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return importInto(account, in, Files.size(file), options, progress, cancelled);
        }
    }

    /**
     * Imports an archive into a new store.
     *
     * @param size the bytes {@code in} will give, or -1 when that is not known; only for the progress
     * @throws ImportFailed when the archive is wrong, with the lines that are
     * @throws IOException when it cannot be read
     * @throws MemoryFailure.Unreachable when the memory is closed or cannot keep it
     */
    public static Store importInto(
            LocalAccount account,
            InputStream in,
            long size,
            ImportOptions options,
            ProgressListener progress,
            BooleanSupplier cancelled)
            throws IOException {
        try {
            return account.database().write(handle -> {
                ArchiveReader reader = new ArchiveReader(
                        handle, account.identifiers(), options, account.clock().instant());
                try {
                    readAll(new ArchiveLines(in), reader, size, progress, cancelled);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return reader.finish();
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Imports a file into a memory of its own that is thrown away again, and so finds everything that is wrong with it.
     *
     * @param homeRegion as in {@link LocalAccount#open}
     * @throws ImportFailed when the archive is wrong, with the lines that are
     * @throws IOException when it cannot be read
     */
    public static void tryOut(Path file, String homeRegion, BooleanSupplier cancelled) throws IOException {
        Path folder = Files.createTempDirectory("recall-desk-trial");
        try (InputStream in = Files.newInputStream(file);
                Database trial = Database.open(folder.resolve("memory.db"))) {
            Identifiers identifiers = new Identifiers(new PhoneNumbers(homeRegion));
            Store _ = trial.write(handle -> {
                ArchiveReader reader = new ArchiveReader(handle, identifiers, TRIAL, Instant.now());
                try {
                    readAll(new ArchiveLines(in), reader, -1, ProgressListener.NONE, cancelled);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return reader.finish();
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            for (String name : List.of("memory.db", "memory.db-wal", "memory.db-shm")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.deleteIfExists(folder);
        }
    }

    private static void readAll(
            ArchiveLines lines, ArchiveReader reader, long size, ProgressListener progress, BooleanSupplier cancelled)
            throws IOException {
        List<ImportFailed.Problem> problems = new ArrayList<>();
        boolean more = true;
        while (more && problems.size() < MAX_PROBLEMS) {
            stopIf(cancelled);
            try {
                Optional<String> line = lines.next();
                more = line.isPresent();
                line.filter(text -> !text.isBlank()).ifPresent(reader::take);
            } catch (LineProblem e) {
                problems.add(new ImportFailed.Problem(lines.number(), String.valueOf(e.getMessage())));
                if (!reader.begun()) {
                    break;
                }
            }
            if (lines.number() % REPORT_EVERY == 0 || !more) {
                progress.reached(lines.bytes(), size);
            }
        }
        if (problems.isEmpty() && !reader.begun()) {
            problems.add(new ImportFailed.Problem(1, "the file is empty"));
        }
        if (!problems.isEmpty()) {
            throw new ImportFailed(problems);
        }
    }

    /**
     * Writes a store as an archive, with revisions, identifiers and the time each trait last changed.
     *
     * @param out is flushed, not closed
     * @throws MemoryFailure.NotFound when there is no such store
     * @throws IOException when it cannot be written
     */
    public static void export(
            LocalAccount account,
            String storeId,
            OutputStream out,
            ProgressListener progress,
            BooleanSupplier cancelled)
            throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            boolean _ = account.database().read(handle -> {
                writeAll(
                        handle, storeId, new LineWriter(writer), account.clock().instant(), progress, cancelled);
                return true;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }

    private static void writeAll(
            Handle handle,
            String storeId,
            LineWriter lines,
            Instant now,
            ProgressListener progress,
            BooleanSupplier cancelled) {
        lines.header(StoreRows.get(handle, storeId), now);
        List<TraitGroup> groups = GroupRows.all(handle, storeId);
        groups.forEach(lines::traitGroup);
        IdentitySettings settings = IdentityRows.get(handle, storeId);
        lines.identitySettings(settings, IdentityRows.implied(handle, storeId));
        ArchiveWriter writer = new ArchiveWriter(handle, lines);
        List<ProfileRows.Aged> profiles = ProfileRows.all(handle, storeId);
        for (int done = 0; done < profiles.size(); done++) {
            stopIf(cancelled);
            ProfileRows.Aged profile = profiles.get(done);
            writer.profile(profile.id(), Instant.ofEpochMilli(profile.createdAt()), groups, settings);
            progress.reached(done + 1L, profiles.size());
        }
    }

    private static void stopIf(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("Given up on request; nothing was kept.");
        }
    }
}
