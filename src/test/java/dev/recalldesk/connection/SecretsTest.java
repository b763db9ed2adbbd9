package dev.recalldesk.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recalldesk.connection.Secrets.Place;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    private static final Secret SECRET = new Secret("cave-canem-4711");

    @TempDir
    private Path folder;

    @Test
    void withoutAKeychainAFileOnlyItsOwnerCanReadKeepsThem() throws Exception {
        Secrets secrets = new Secrets(HeldKeychain.none(), folder);
        assertThat(secrets.place()).isEqualTo(Place.FILE);

        secrets.put("one", SECRET, Place.FILE);
        secrets.put("two", new Secret("another"), Place.FILE);

        Secrets later = new Secrets(HeldKeychain.none(), folder);
        assertThat(later.get("one")).contains(SECRET);
        assertThat(later.get("two")).contains(new Secret("another"));
        assertThat(later.get("three")).isEmpty();
        assertThat(modes(secrets.file())).isEqualTo("rw-------");
    }

    @Test
    void theFileGoesWithItsLastSecret() throws Exception {
        Secrets secrets = new Secrets(HeldKeychain.none(), folder);
        secrets.put("one", SECRET, Place.FILE);
        secrets.remove("one");

        assertThat(secrets.get("one")).isEmpty();
        assertThat(folder).isEmptyDirectory();
        assertThatCode(() -> secrets.remove("one")).doesNotThrowAnyException();
    }

    @Test
    void aFileOthersCouldReadIsClosedToThem() throws Exception {
        Secrets secrets = new Secrets(HeldKeychain.none(), folder);
        secrets.put("one", SECRET, Place.FILE);
        Files.setPosixFilePermissions(secrets.file(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(secrets.get("one")).contains(SECRET);
        assertThat(modes(secrets.file())).isEqualTo("rw-------");
    }

    @Test
    void aKeychainKeepsThemAndTheDiskDoesNot() throws Exception {
        Secrets secrets = new Secrets(new HeldKeychain(), folder);
        assertThat(secrets.place()).isEqualTo(Place.KEYCHAIN);
        secrets.put("one", SECRET, Place.KEYCHAIN);

        assertThat(secrets.get("one")).contains(SECRET);
        assertThat(folder).isEmptyDirectory();
        secrets.remove("one");
        assertThat(secrets.get("one")).isEmpty();
    }

    @Test
    void aKeychainThatRefusesLeavesEverythingAsItWas() throws Exception {
        HeldKeychain keychain = new HeldKeychain();
        Secrets secrets = new Secrets(keychain, folder);
        secrets.put("one", SECRET, Place.KEYCHAIN);
        keychain.refuse();

        assertThatThrownBy(() -> secrets.put("one", new Secret("newer"), Place.KEYCHAIN))
                .isInstanceOf(Keychain.Refused.class);
        assertThat(secrets.get("one")).isEmpty();
        keychain.allow();
        assertThat(secrets.get("one")).contains(SECRET);
    }

    @Test
    void whatMovesIntoTheKeychainLeavesTheFile() throws Exception {
        HeldKeychain keychain = new HeldKeychain().refuse();
        Secrets secrets = new Secrets(keychain, folder);
        secrets.put("one", SECRET, Place.FILE);
        keychain.allow();
        secrets.put("one", SECRET, Place.KEYCHAIN);

        assertThat(folder).isEmptyDirectory();
        assertThat(secrets.get("one")).contains(SECRET);
    }

    @Test
    void nothingThatIsPrintedHoldsASecret() throws Exception {
        assertThat(SECRET.toString()).doesNotContain("4711");
        Secrets secrets = new Secrets(HeldKeychain.none(), folder);
        secrets.put("one", SECRET, Place.FILE);
        Files.writeString(secrets.file(), "{\"one\": cave-canem-4711}");

        assertThatThrownBy(() -> secrets.get("one"))
                .isInstanceOf(IOException.class)
                .satisfies(problem -> assertThat(printed(problem)).doesNotContain("4711", "cave"));
        assertThat(secrets.toString()).doesNotContain("4711");
    }

    @Test
    void aHalfWrittenFileIsNeverSeen() throws Exception {
        Secrets secrets = new Secrets(HeldKeychain.none(), folder);
        secrets.put("one", SECRET, Place.FILE);
        Files.writeString(folder.resolve("secrets.json.new"), "{\"on");

        secrets.put("two", new Secret("another"), Place.FILE);

        assertThat(secrets.get("one")).contains(SECRET);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()).toList()).isEqualTo(List.of("secrets.json"));
        }
    }

    @Test
    void thisComputersOwnKeychainIsAskedWithoutHarm() {
        SystemKeychain keychain = new SystemKeychain();

        assertThatCode(keychain::available).doesNotThrowAnyException();
        assertThat(keychain.get("no connection has this id")).isEmpty();
    }

    private static String modes(Path file) throws IOException {
        java.util.Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        return PosixFilePermissions.toString(permissions);
    }

    private static String printed(Throwable problem) {
        StringWriter text = new StringWriter();
        problem.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
