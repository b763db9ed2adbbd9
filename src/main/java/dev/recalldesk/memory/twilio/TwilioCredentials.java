package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.MemoryFailure;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who asks. An API key with its secret is the better choice, because it can be taken back alone; an account SID with its
 * auth token works too.
 *
 * @param user the SID of the key or of the account
 */
public record TwilioCredentials(String user, String secret) {
    /** @throws MemoryFailure.Invalid when they cannot be sent as Basic authentication */
    public TwilioCredentials {
        require(!user.isBlank() && user.indexOf(':') < 0, "user");
        require(!secret.isBlank(), "secret");
    }

    private static void require(boolean holds, String field) {
        if (!holds) {
            throw new MemoryFailure.Invalid(field, "Credentials are a SID and its secret");
        }
    }

    /**
     * Those of {@code TWILIO_API_KEY} and {@code TWILIO_API_SECRET}, else of {@code TWILIO_ACCOUNT_SID} and
     * {@code TWILIO_AUTH_TOKEN}; nothing when neither pair is whole.
     */
    public static Optional<TwilioCredentials> of(Map<String, String> environment) {
        return pair(environment.get("TWILIO_API_KEY"), environment.get("TWILIO_API_SECRET"))
                .or(() -> pair(environment.get("TWILIO_ACCOUNT_SID"), environment.get("TWILIO_AUTH_TOKEN")));
    }

    private static Optional<TwilioCredentials> pair(@Nullable String user, @Nullable String secret) {
        if (user == null || user.isBlank() || secret == null || secret.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new TwilioCredentials(user.strip(), secret.strip()));
    }

    /** The value of the header that carries them. */
    String header() {
        byte[] both = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    /** Never the secret: what is printed ends in logs. */
    @Override
    public String toString() {
        return "TwilioCredentials[user]";
    }
}
