package dev.recalldesk.connection;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A keychain that keeps what it is given as long as the test lasts, is missing, or refuses, as the test says. */
public final class HeldKeychain implements Keychain {
    private final Map<String, Secret> kept = new ConcurrentHashMap<>();
    private boolean available = true;
    private volatile boolean refusing;
    private volatile CountDownLatch asking = new CountDownLatch(0);

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

    /** From now on it asks its user and gives nothing before {@link #answer}. */
    public void ask() {
        asking = new CountDownLatch(1);
    }

    /** Its user has answered. */
    public void answer() {
        asking.countDown();
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
        try {
            asking.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
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
