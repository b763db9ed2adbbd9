package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.MemoryFailure;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An address within the service, put together so that nothing in it can be taken for something else. */
final class Path {
    /** Wider than what the service makes, and without a character that means something in an address. */
    private static final Pattern PART = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9_.-]{1,128}");

    private final String text;
    private final boolean asked;

    private Path(String text, boolean asked) {
        this.text = text;
        this.asked = asked;
    }

    static Path of(String fixed) {
        return new Path(fixed, false);
    }

    /**
     * Goes on to one of many.
     *
     * @throws MemoryFailure.NotFound when nothing can be called so
     */
    Path to(String name) {
        if (!PART.matcher(name).matches()) {
            throw new MemoryFailure.NotFound("Nothing can have this id");
        }
        return new Path(text + "/" + name, false);
    }

    Path then(String fixed) {
        return new Path(text + "/" + fixed, false);
    }

    Path with(String name, @Nullable String value) {
        if (value == null) {
            return this;
        }
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        return new Path(text + (asked ? "&" : "?") + name + "=" + encoded, true);
    }

    Path with(String name, @Nullable Instant value) {
        return value == null ? this : with(name, Moments.write(name, value));
    }

    @Override
    public String toString() {
        return text;
    }
}
