package dev.recalldesk.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What stands in an address instead of credentials: 256 random bits nobody can guess. What is kept of it cannot be turned
 * back into the address.
 */
record UploadKey(String text) {
    /** What a key looks like in an address. */
    static final String SHAPE = "[A-Za-z0-9_-]{43}";

    private static final int BYTES = 32;

    static UploadKey fresh() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new UploadKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What is to be kept. */
    byte[] trace() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether this is the key of which the trace was kept; takes as long for a near miss as for a far one. */
    boolean left(byte[] trace) {
        return MessageDigest.isEqual(trace(), trace);
    }

    /** Never the key: what is printed ends in logs. */
    @Override
    public String toString() {
        return "UploadKey";
    }
}
