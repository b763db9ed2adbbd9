package dev.recalldesk.notes;

import dev.recalldesk.desk.Drafts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Writes drafts to disk so that a newer one always wins, however the workers are scheduled. Thread-safe; blocks. */
final class DraftKeeper {
    private final Drafts drafts;
    private final InstantSource clock;
    private final AtomicLong versions = new AtomicLong();
    private final Map<String, Long> newest = new HashMap<>();

    DraftKeeper(Drafts drafts, InstantSource clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    /** The number of a version, greater than every one given before. */
    long version() {
        return versions.incrementAndGet();
    }

    /** Keeps this version unless a newer one is kept already; a blank one is forgotten. Returns when that was done. */
    synchronized Instant keep(String key, long version, String content) {
        if (version >= newest.getOrDefault(key, 0L)) {
            newest.put(key, version);
            if (content.isBlank()) {
                drafts.forget(key);
            } else {
                drafts.save(key, content);
            }
        }
        return clock.instant();
    }

    synchronized Optional<String> find(String key) {
        return drafts.find(key);
    }
}
