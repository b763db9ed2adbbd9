package dev.recalldesk.connection;

import dev.recalldesk.memory.HostAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What may stand in {@link Connection#address}: nothing for Twilio's home region, a region such as {@code au1} or an edge and
 * a region such as {@code sydney.au1}, or the scheme and host of somebody who speaks as Twilio does.
 */
public final class Address {
    private static final String TWILIO = "memory.twilio.com";
    private static final String HOME_REGION = "us1";
    private static final Pattern REGION = Pattern.compile("[a-z]{2}[0-9]{1,2}|[a-z0-9-]{1,30}\\.[a-z]{2}[0-9]{1,2}");

    private Address() {}

    /** The scheme, host and port meant; nothing where the text means none, or one that secrets must not be sent to. */
    public static Optional<URI> of(String text) {
        String written = text.strip();
        if (!written.contains("://")) {
            return ofRegion(written.toLowerCase(Locale.ROOT));
        }
        try {
            URI uri = new URI(written);
            return HostAddress.isBare(uri) && HostAddress.isSafe(uri) ? Optional.of(base(uri)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<URI> ofRegion(String region) {
        if (region.isEmpty() || region.equals(HOME_REGION)) {
            return Optional.of(URI.create("https://" + TWILIO));
        }
        return REGION.matcher(region).matches()
                ? Optional.of(URI.create("https://" + TWILIO.replaceFirst("\\.", "." + region + ".")))
                : Optional.empty();
    }

    private static URI base(URI uri) throws URISyntaxException {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return new URI(uri.getScheme().toLowerCase(Locale.ROOT), null, host, uri.getPort(), null, null, null);
    }
}
