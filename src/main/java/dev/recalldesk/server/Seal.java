package dev.recalldesk.server;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Marks what this server hands out, so that it knows its own again (HMAC-SHA256, the first 16 bytes). The key is made at the
 * start of the program and kept nowhere: what was handed out before is not known any more. Thread-safe.
 */
final class Seal {
    private static final String KIND = "HmacSHA256";
    private static final int LENGTH = 16;
    private static final SecretKeySpec KEY = new SecretKeySpec(random(), KIND);

    private Seal() {}

    static byte[] put(byte[] content) {
        byte[] sealed = Arrays.copyOf(mark(content), LENGTH + content.length);
        System.arraycopy(content, 0, sealed, LENGTH, content.length);
        return sealed;
    }

    /** What was sealed; {@code null} for anything this program did not seal. */
    static byte @Nullable [] open(byte[] sealed) {
        if (sealed.length < LENGTH) {
            return null;
        }
        byte[] content = Arrays.copyOfRange(sealed, LENGTH, sealed.length);
        return MessageDigest.isEqual(mark(content), Arrays.copyOf(sealed, LENGTH)) ? content : null;
    }

    private static byte[] mark(byte[] content) {
        try {
            Mac mac = Mac.getInstance(KIND);
            mac.init(KEY);
            return Arrays.copyOf(mac.doFinal(content), LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + KIND, e);
        }
    }

    private static byte[] random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
