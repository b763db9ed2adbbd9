package dev.recalldesk.memory.archive;

import dev.recalldesk.memory.MemoryFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** An archive that is read several times over, line by line. Confined to one import. */
final class ArchiveFile {
    static final int MAX_PROBLEMS = 20;
    private final Path path;

    ArchiveFile(Path path) {
        this.path = path;
    }

    /** Takes a line; where that is wrong with the line itself, it says so by an exception of {@link ArchiveItems}. */
    interface Reader {
        void take(long number, String type, ArchiveLine line) throws IOException;
    }

    /** What the file holds, in a few characters: another file has others. */
    String fingerprint() throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
            long _ = in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * Hands every line over.
     *
     * @throws ImportFailed naming the lines that are wrong, the first 20 of them
     */
    void read(Reader reader) throws IOException {
        List<ImportFailed.Problem> problems = new ArrayList<>();
        try (InputStream in = Files.newInputStream(path)) {
            ArchiveLines lines = new ArchiveLines(in);
            boolean more = true;
            while (more && problems.size() < MAX_PROBLEMS) {
                try {
                    Optional<String> text = lines.next();
                    more = text.isPresent();
                    if (more && !text.orElseThrow().isBlank()) {
                        ArchiveLine line = ArchiveLine.parse(text.orElseThrow(), Duration.ZERO);
                        reader.take(lines.number(), line.text("type"), line);
                    }
                } catch (MemoryFailure.Invalid e) {
                    problems.add(new ImportFailed.Problem(lines.number(), e.field() + ": " + e.getMessage()));
                } catch (LineProblem | IllegalArgumentException e) {
                    String message = Objects.requireNonNullElse(e.getMessage(), "this is not legal");
                    problems.add(new ImportFailed.Problem(lines.number(), message));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ImportFailed(problems);
        }
    }
}
