package dev.recalldesk.connection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The secrets of the connections, each under the id of its connection: in the keychain of this computer, or in a file where
 * there is none or where it is refused. Which of the two it is, the caller decides, because the user has to be told before.
 * Thread-safe; every method touches the disk and may wait for the user to unlock the keychain.
 */
public final class Secrets {
    /** Where a secret is kept. */
    public enum Place {
        KEYCHAIN,
        /** A file that only its owner may read. */
        FILE
    }

    private final Keychain keychain;
    private final SecretFile file;
    private final Path path;

    /** @param folder the data folder; the file is made in it once it is needed */
    public Secrets(Keychain keychain, Path folder) {
        this.keychain = keychain;
        this.path = folder.resolve("secrets.json");
        this.file = new SecretFile(path);
    }

    /** Where a secret can be kept: the keychain wherever there is one. */
    public Place place() {
        return keychain.available() ? Place.KEYCHAIN : Place.FILE;
    }

    /** The file used without a keychain, to name it to the user. */
    public Path file() {
        return path;
    }

    /**
     * What was kept for this connection; nothing as well when the keychain does not give it.
     *
     * @throws IOException when the file cannot be read
     */
    public Optional<Secret> get(String connectionId) throws IOException {
        Optional<Secret> here = file.get(connectionId);
        return here.isPresent() ? here : keychain.get(connectionId);
    }

    /**
     * Keeps the secret in this place and nowhere else.
     *
     * @throws Keychain.Refused when the keychain does not take it; nothing has changed then
     * @throws IOException when the file cannot be written
     */
    public void put(String connectionId, Secret secret, Place place) throws IOException {
        switch (place) {
            case KEYCHAIN -> {
                keychain.put(connectionId, secret);
                file.remove(connectionId);
            }
            case FILE -> file.put(connectionId, secret);
        }
    }

    /**
     * Forgets the secret wherever it is.
     *
     * @throws Keychain.Refused when the keychain may still have it
     * @throws IOException when the file cannot be changed
     */
    public void remove(String connectionId) throws IOException {
        file.remove(connectionId);
        if (keychain.available()) {
            keychain.remove(connectionId);
        }
    }
}
