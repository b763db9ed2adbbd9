package dev.recalldesk.calls;

import dev.recalldesk.desk.CallLog;
import dev.recalldesk.desk.Encounter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the list of calls. */
sealed interface CallRow {
    /** @param position 1 for the first of the open ones */
    record Open(Encounter call, int position, boolean selected) implements CallRow {}

    /** Heads the past calls of one day. */
    record Day(LocalDate day) implements CallRow {}

    record Past(CallLog.Entry call) implements CallRow {}

    /** Open encounters first, then the past calls by day. */
    static List<CallRow> of(CallsViewModel model, ZoneId zone) {
        List<CallRow> rows = new ArrayList<>();
        for (Encounter call : model.open()) {
            rows.add(new Open(call, rows.size() + 1, model.selected(call)));
        }
        @Nullable LocalDate last = null;
        for (CallLog.Entry call : model.past()) {
            LocalDate day = LocalDate.ofInstant(call.startedAt(), zone);
            if (!day.equals(last)) {
                rows.add(new Day(day));
                last = day;
            }
            rows.add(new Past(call));
        }
        return rows;
    }
}
