package dev.recalldesk.server;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the address and the headers of a request say, checked. */
final class Asked {
    private static final String KEY = "_[0-7][0-9a-z]{25}";
    private static final String NEWER_STORE = "mem_store_";
    private static final String OLDER_STORE = "mem_service_";
    private static final Pattern STORE = Pattern.compile("mem_(store|service)" + KEY);
    private static final Pattern PROFILE = Pattern.compile("mem_profile" + KEY);
    private static final Pattern OBSERVATION = Pattern.compile("mem_observation" + KEY);
    private static final Pattern SUMMARY = Pattern.compile("mem_summary" + KEY);
    private static final Pattern MAPPING = Pattern.compile("mem_datamapping" + KEY);
    private static final Pattern IMPORT = Pattern.compile("mem_import" + KEY);
    private static final Pattern ETAG = Pattern.compile("\"[^\"]{1,98}\"");
    private static final int MAX_FILTER = 256;

    private Asked() {}

    /** The store in the address as this memory spells it; the older spelling means the same store. */
    static String store(Context ctx) {
        String id = ctx.pathParam("store");
        if (!STORE.matcher(id).matches()) {
            throw new Problem(
                    400, Problem.STORE_ID, "A store id is mem_store_ and 26 characters, a digit 0 to 7 first.");
        }
        return id.startsWith(OLDER_STORE) ? NEWER_STORE + id.substring(OLDER_STORE.length()) : id;
    }

    /** The id of a store as the older dialect spells it. */
    static String olderStore(String id) {
        return OLDER_STORE + id.substring(NEWER_STORE.length());
    }

    static String profile(Context ctx) {
        return id(ctx, "profile", PROFILE);
    }

    static String observation(Context ctx) {
        return id(ctx, "observation", OBSERVATION);
    }

    static String summary(Context ctx) {
        return id(ctx, "summary", SUMMARY);
    }

    static String profileImport(Context ctx) {
        return id(ctx, "import", IMPORT);
    }

    static String dataMapping(Context ctx) {
        return id(ctx, "dataMapping", MAPPING);
    }

    private static String id(Context ctx, String name, Pattern pattern) {
        String id = ctx.pathParam(name);
        if (!pattern.matcher(id).matches()) {
            throw Problem.invalid(
                    name + "Id",
                    "This id is mem_" + name.toLowerCase(Locale.ROOT) + "_ and 26 characters, a digit 0 to 7 first.");
        }
        return id;
    }

    static boolean flag(String name, @Nullable String value, boolean otherwise) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            case null -> otherwise;
            default -> throw Problem.invalid(name, "It is true or false.");
        };
    }

    /** The trait groups to be shown; all when there are none. */
    static Set<String> traitGroups(@Nullable String text) {
        if (text == null) {
            return Set.of();
        }
        if (text.isEmpty() || text.length() > MAX_FILTER) {
            throw Problem.invalid("traitGroups", "It must have 1 to 256 characters.");
        }
        return Stream.of(text.split(",", -1)).map(String::strip).collect(Collectors.toUnmodifiableSet());
    }

    static void etag(Context ctx, int version) {
        ctx.header("ETag", "\"" + version + "\"");
    }

    /** The version a change is meant for, {@code null} for any, 0 for one that never was. */
    static @Nullable Integer ifMatch(Context ctx) {
        String header = ctx.header("If-Match");
        if (header == null || header.equals("*")) {
            return null;
        }
        if (!ETAG.matcher(header).matches()) {
            throw Problem.invalid("If-Match", "It is an ETag in quotes, of at most 100 characters.");
        }
        try {
            return Integer.valueOf(header.substring(1, header.length() - 1));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
