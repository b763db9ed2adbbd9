import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Run by the newest JDK on the machine: leaves a file where that JDK is new enough, so that the build can say in one
 * sentence what is missing where it is not.
 */
final class NoteJdk {
    public static void main(String[] args) throws IOException {
        Path note = Path.of(args[0]);
        if (Runtime.version().feature() < 25) {
            Files.deleteIfExists(note);
            return;
        }
        Files.createDirectories(note.getParent());
        Files.writeString(note, Runtime.version().toString());
    }
}
