package dev.recalldesk.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask.
 *
 * @param user without a colon, as Basic authentication wants it
 */
public record Credentials(String user, String password) {
    private static final int RANDOM_BYTES = 16;

    public Credentials {
        if (user.isEmpty() || user.indexOf(':') >= 0 || password.isEmpty()) {
            throw new IllegalArgumentException("a user without a colon and a password are needed");
        }
    }

    /** Fresh ones nobody can guess; the user looks like an account, because Twilio's libraries insist on that. */
    public static Credentials generated() {
        SecureRandom random = new SecureRandom();
        byte[] user = new byte[RANDOM_BYTES];
        byte[] password = new byte[RANDOM_BYTES];
        random.nextBytes(user);
        random.nextBytes(password);
        return new Credentials(
                "AC" + HexFormat.of().formatHex(user), HexFormat.of().formatHex(password));
    }

    /** Whether the header of a request carries these; takes as long for a near miss as for a far one. */
    boolean allow(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return false;
        }
        try {
            byte[] given = Base64.getDecoder().decode(authorization.substring(6).strip());
            byte[] wanted = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return MessageDigest.isEqual(given, wanted);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Never the password: what is printed ends in logs. */
    @Override
    public String toString() {
        return "Credentials[user]";
    }
}
