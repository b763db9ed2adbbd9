package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.MemoryFailure.NotTheService;
import dev.recalldesk.memory.MemoryFailure.NotTheService.Sign;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a customer went who was merged with another: 301 for reads and 308 for the rest, with the id the customer has now.
 * Nothing else of the service ever moves, and never to another host.
 */
final class Moves {
    private static final Pattern PROFILE = Pattern.compile("/Profiles/([A-Za-z0-9_-]{1,128})");

    private Moves() {}

    static boolean isOne(Answer answer) {
        return answer.status() == 301 || answer.status() == 308;
    }

    /**
     * The same question about the customer as the id is now. The answer may name the customer or the very thing that was asked
     * for; only the id is taken from it.
     */
    static String follow(URI base, String path, Answer answer) {
        String location = answer.header("location")
                .or(() -> answer.fields().optionalText("uri"))
                .orElse("");
        URI target = resolve(base, location);
        if (!isSameHost(base, target)) {
            throw leadsAway();
        }
        String id = answer.header(Answer.CANONICAL)
                .or(() -> profileIn(target.getRawPath()))
                .orElseThrow(Moves::leadsAway);
        Matcher asked = PROFILE.matcher(path);
        if (!asked.find() || !PROFILE.matcher("/Profiles/" + id).matches()) {
            throw leadsAway();
        }
        return path.substring(0, asked.start(1)) + id + path.substring(asked.end(1));
    }

    private static URI resolve(URI base, String location) {
        try {
            return base.resolve(location);
        } catch (IllegalArgumentException e) {
            throw leadsAway();
        }
    }

    private static Optional<String> profileIn(String path) {
        Matcher matcher = PROFILE.matcher(path == null ? "" : path);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static boolean isSameHost(URI one, URI other) {
        return place(one).equals(place(other));
    }

    private static String place(URI uri) {
        boolean safe = "https".equalsIgnoreCase(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : safe ? 443 : 80;
        return (uri.getScheme() + "://" + uri.getHost() + ":" + port).toLowerCase(Locale.ROOT);
    }

    static NotTheService leadsAway() {
        return new NotTheService(Sign.LEADS_AWAY, "The answer leads to somewhere else", null, false);
    }
}
