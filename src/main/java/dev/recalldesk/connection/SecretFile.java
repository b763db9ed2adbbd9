package dev.recalldesk.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Secrets in a file that only its owner may read (mode 0600 where the file system knows modes). It is replaced as a whole,
 * so that a crash leaves the old one or the new one. Thread-safe within this process.
 */
final class SecretFile {
    private static final Logger LOG = LoggerFactory.getLogger(SecretFile.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private final Path file;

    SecretFile(Path file) {
        this.file = file;
    }

    synchronized Optional<Secret> get(String name) throws IOException {
        return Optional.ofNullable(read().get(name)).map(Secret::new);
    }

    synchronized void put(String name, Secret secret) throws IOException {
        Map<String, String> all = read();
        all.put(name, secret.value());
        write(all);
    }

    synchronized void remove(String name) throws IOException {
        Map<String, String> all = read();
        if (all.remove(name) != null) {
            write(all);
        }
    }

    private Map<String, String> read() throws IOException {
        if (Files.notExists(file)) {
            return new TreeMap<>();
        }
        if (knowsModes() && !Files.getPosixFilePermissions(file).equals(OWNER)) {
            LOG.warn("The file of secrets could be read by others; now only its owner can");
            Path _ = Files.setPosixFilePermissions(file, OWNER);
        }
        try {
            return new TreeMap<>(JSON.readValue(Files.readString(file), new TypeReference<Map<String, String>>() {}));
        } catch (JacksonException | IllegalArgumentException e) {
            // without its cause, which may quote the file
            throw new IOException("The file of secrets is damaged");
        }
    }

    private void write(Map<String, String> all) throws IOException {
        if (all.isEmpty()) {
            Files.delete(file);
            return;
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        boolean _ = Files.deleteIfExists(fresh);
        Path _ = knowsModes() ? Files.createFile(fresh, ownerOnly()) : Files.createFile(fresh);
        Path _ = Files.writeString(fresh, JSON.writeValueAsString(all), LinkOption.NOFOLLOW_LINKS);
        Path _ = Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean knowsModes() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<Set<PosixFilePermission>> ownerOnly() {
        return PosixFilePermissions.asFileAttribute(OWNER);
    }
}
