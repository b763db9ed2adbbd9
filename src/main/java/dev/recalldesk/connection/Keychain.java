package dev.recalldesk.connection;

import java.util.Optional;

/** What the operating system offers for keeping secrets. Thread-safe; every method may wait for the user to unlock it. */
public interface Keychain {
    /** The keychain is there and does not do what it is asked, because it is locked or because the user said no. */
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Refused(Throwable cause) {
            super("The keychain refused", cause);
        }
    }

    /** Whether this computer has one that works. */
    boolean available();

    /** What was put under this name; nothing as well when the keychain does not give it. */
    Optional<Secret> get(String name);

    /** @throws Refused when it is not kept */
    void put(String name, Secret secret);

    /**
     * Forgets what was put under this name, if anything was.
     *
     * @throws Refused when there is no keychain any more
     */
    void remove(String name);
}
