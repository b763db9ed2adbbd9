package dev.recalldesk.recall;

import dev.recalldesk.ui.Text;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** How far back a question reaches. */
public enum DateRange {
    ANY("recall.range.any", null),
    LAST_30_DAYS("recall.range.month", Period.ofDays(30)),
    LAST_12_MONTHS("recall.range.year", Period.ofMonths(12));

    private final String key;
    private final @Nullable Period reach;

    DateRange(String key, @Nullable Period reach) {
        this.key = key;
        this.reach = reach;
    }

    public String word() {
        return Text.get(key);
    }

    /** The earliest moment within the range; {@code null} when there is none. */
    @Nullable
    Instant begin(Instant now, ZoneId zone) {
        return reach == null ? null : now.atZone(zone).minus(reach).toInstant();
    }
}
