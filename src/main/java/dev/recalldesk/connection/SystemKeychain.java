package dev.recalldesk.connection;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keychain of macOS, the credential store of Windows, or the Secret Service or KWallet of a Linux desktop. It is opened
 * for each request, so that nothing hangs on a session of it that ended meanwhile.
 */
public final class SystemKeychain implements Keychain {
    private static final Logger LOG = LoggerFactory.getLogger(SystemKeychain.class);
    private static final String SERVICE = "Recall Desk";

    @Override
    public boolean available() {
        try {
            return with(keyring -> true);
        } catch (BackendNotSupportedException | PasswordAccessException | RuntimeException | LinkageError e) {
            // a desktop without one, a library that does not load: all the same to whoever asks
            LOG.debug("There is no keychain", e);
            return false;
        }
    }

    @Override
    public Optional<Secret> get(String name) {
        try {
            return with(keyring -> Optional.of(new Secret(keyring.getPassword(SERVICE, name))));
        } catch (BackendNotSupportedException | PasswordAccessException | RuntimeException | LinkageError e) {
            LOG.debug("The keychain has nothing to give", e);
            return Optional.empty();
        }
    }

    @Override
    public void put(String name, Secret secret) {
        try {
            boolean _ = with(keyring -> {
                keyring.setPassword(SERVICE, name, secret.value());
                return true;
            });
        } catch (BackendNotSupportedException | PasswordAccessException | RuntimeException | LinkageError e) {
            throw new Refused(e);
        }
    }

    @Override
    public void remove(String name) {
        try {
            boolean _ = with(keyring -> {
                keyring.deletePassword(SERVICE, name);
                return true;
            });
        } catch (PasswordAccessException e) {
            LOG.debug("The keychain had nothing to forget", e);
        } catch (BackendNotSupportedException | RuntimeException | LinkageError e) {
            throw new Refused(e);
        }
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(Keyring keyring) throws PasswordAccessException;
    }

    private static <T> T with(Use<T> use) throws BackendNotSupportedException, PasswordAccessException {
        Keyring keyring = Keyring.create();
        try {
            return use.of(keyring);
        } finally {
            close(keyring);
        }
    }

    private static void close(Keyring keyring) {
        try {
            keyring.close();
        } catch (Exception e) {
            LOG.debug("The keychain could not be let go", e);
        }
    }
}
