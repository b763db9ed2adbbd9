package dev.recalldesk.timeline;

import dev.recalldesk.ui.Origin;
import dev.recalldesk.ui.Text;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What of the timeline is shown. */
public record Filter(Sources sources, Dates dates) {
    static final Filter NONE = new Filter(Sources.ANY, Dates.ANY);

    /** Who said it. */
    public enum Sources {
        ANY("timeline.source.any", null),
        AGENT_NOTES("timeline.source.agent", Origin.AGENT_NOTE),
        EXTRACTED("timeline.source.extracted", Origin.AI_EXTRACTED),
        IMPORTED("timeline.source.imported", Origin.IMPORTED);

        private final String key;
        private final @Nullable Origin origin;

        Sources(String key, @Nullable Origin origin) {
            this.key = key;
            this.origin = origin;
        }

        public String word() {
            return Text.get(key);
        }

        boolean keeps(@Nullable String source) {
            return origin == null || (source != null && Origin.of(source) == origin);
        }
    }

    /** When it happened. */
    public enum Dates {
        ANY("timeline.dates.any", null),
        LAST_30_DAYS("timeline.dates.month", Period.ofDays(30)),
        LAST_12_MONTHS("timeline.dates.year", Period.ofMonths(12));

        private final String key;
        private final @Nullable Period reach;

        Dates(String key, @Nullable Period reach) {
            this.key = key;
            this.reach = reach;
        }

        public String word() {
            return Text.get(key);
        }

        @Nullable
        Instant begin(Instant now, ZoneId zone) {
            return reach == null ? null : now.atZone(zone).minus(reach).toInstant();
        }
    }

    boolean narrows() {
        return !equals(NONE);
    }

    boolean keeps(Row.Entry entry, @Nullable Instant begin) {
        return sources.keeps(entry.source()) && (begin == null || !entry.at().isBefore(begin));
    }
}
