package dev.recalldesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each system keeps a user's data where it belongs. */
class DataFolderTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void everySystemHasItsPlace() {
        assertThat(DataFolder.standard("Linux", HOME, Map.of())).isEqualTo(HOME.resolve(".local/share/recall-desk"));
        assertThat(DataFolder.standard("Linux", HOME, Map.of("XDG_DATA_HOME", "/data")))
                .isEqualTo(Path.of("/data/recall-desk"));
        assertThat(DataFolder.standard("Linux", HOME, Map.of("XDG_DATA_HOME", "relative")))
                .isEqualTo(HOME.resolve(".local/share/recall-desk"));
        assertThat(DataFolder.standard("Mac OS X", HOME, Map.of()))
                .isEqualTo(HOME.resolve("Library/Application Support/Recall Desk"));
        assertThat(DataFolder.standard("Windows 11", HOME, Map.of("LOCALAPPDATA", "/local")))
                .isEqualTo(Path.of("/local/Recall Desk"));
        assertThat(DataFolder.standard("Windows 11", HOME, Map.of()))
                .isEqualTo(HOME.resolve("AppData/Local/Recall Desk"));
    }

    @Test
    void onlyItsOwnerMayReadIt(@TempDir Path temp) throws IOException {
        Path made = DataFolder.make(temp.resolve("a").resolve("b"));
        assertThat(made).isDirectory();
        assertThat(DataFolder.make(made)).isEqualTo(made);
        if (temp.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                    .isEqualTo("rwx------");
        }
    }
}
