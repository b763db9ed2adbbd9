package dev.recalldesk.recall;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was asked in the calls that are not on the screen, the last hundred of them. UI thread only. */
final class KeptSearches {
    private static final int MOST = 100;
    private final Map<String, Kept> byCall = new LinkedHashMap<>();

    /** What one call had asked, of whom, and how far the answer came. */
    record Kept(@Nullable String profileId, Search search, RecallState state) {
        private static final Kept NOTHING = new Kept(null, Search.NONE, new RecallState.Idle());

        /** Whether the answer can be shown again as it was. */
        boolean answers(@Nullable String asked) {
            return Objects.equals(profileId, asked) && !(state instanceof RecallState.Searching);
        }
    }

    Kept of(@Nullable String key) {
        return byCall.getOrDefault(key == null ? "" : key, Kept.NOTHING);
    }

    void put(String key, Kept kept) {
        byCall.remove(key);
        byCall.put(key, kept);
        if (byCall.size() > MOST) {
            byCall.remove(byCall.keySet().iterator().next());
        }
    }
}
