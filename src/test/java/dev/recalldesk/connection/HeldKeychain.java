package dev.recalldesk.connection;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A keychain that keeps what it is given as long as the test lasts, is missing, or refuses, as the test says. */
public final class HeldKeychain implements Keychain {
    private final Map<String, Secret> kept = new HashMap<>();
    private boolean available = true;
    private boolean refusing;

    /** As on a computer that has none. */
    public static HeldKeychain none() {
        HeldKeychain keychain = new HeldKeychain();
        keychain.available = false;
        return keychain;
    }

    /** From now on it is locked, and stays so. */
    public HeldKeychain refuse() {
        refusing = true;
        return this;
    }

    /** As when its user has unlocked it. */
    public void allow() {
        refusing = false;
    }

    @Override
    public boolean available() {
        return available;
    }

    @Override
    public Optional<Secret> get(String name) {
        return refusing ? Optional.empty() : Optional.ofNullable(kept.get(name));
    }

    @Override
    public void put(String name, Secret secret) {
        check();
        kept.put(name, secret);
    }

    @Override
    public void remove(String name) {
        check();
        kept.remove(name);
    }

    private void check() {
        if (refusing || !available) {
            throw new Refused(new IllegalStateException("locked"));
        }
    }
}
