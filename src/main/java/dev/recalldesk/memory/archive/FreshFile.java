package dev.recalldesk.memory.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** A file that is there whole or not at all: it is written beside its place first and then moved into it. */
public final class FreshFile {
    private FreshFile() {}

    /** What goes into the file. */
    @FunctionalInterface
    public interface Body {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Writes the file; when that fails or is given up, an older one stays as it is.
     *
     * @throws IOException when it cannot be written
     */
    public static void write(Path target, Body body) throws IOException {
        Path folder = Objects.requireNonNullElse(target.toAbsolutePath().getParent(), target);
        Path part = Files.createTempFile(folder, ".export", ".part");
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                body.write(out);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
