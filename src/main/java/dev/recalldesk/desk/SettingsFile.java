package dev.recalldesk.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings as a file. What it does not name takes its default, what it names in vain is ignored, and a file that cannot
 * be read is set aside, so that the desk always starts. Thread-safe.
 */
public final class SettingsFile {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
    }

    /** What was saved last, or the defaults. */
    public synchronized Settings read() {
        if (Files.notExists(file)) {
            return Settings.DEFAULT;
        }
        try {
            JsonNode saved = JSON.readTree(Files.readString(file));
            ObjectNode merged = JSON.valueToTree(Settings.DEFAULT);
            merge(merged, saved);
            return JSON.treeToValue(merged, Settings.class);
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            LOG.warn("The settings could not be read; the file is set aside and the defaults are used", e);
            setAside();
            return Settings.DEFAULT;
        }
    }

    /**
     * Replaces the file as a whole.
     *
     * @throws IOException when the folder cannot be written
     */
    public synchronized void write(Settings settings) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(settings));
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * The same with what is newest when its turn comes: of several writes at once the newest settings stay.
     *
     * @throws IOException when the folder cannot be written
     */
    public synchronized void write(Supplier<Settings> newest) throws IOException {
        write(newest.get());
    }

    private static void merge(ObjectNode into, JsonNode from) {
        from.properties().forEach(entry -> {
            JsonNode present = into.get(entry.getKey());
            if (present instanceof ObjectNode part && entry.getValue() instanceof ObjectNode) {
                merge(part, entry.getValue());
            } else if (present != null) {
                into.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private void setAside() {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".broken"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("The unreadable settings could not be set aside", e);
        }
    }
}
