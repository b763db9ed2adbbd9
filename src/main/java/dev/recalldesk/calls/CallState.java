package dev.recalldesk.calls;

import dev.recalldesk.desk.Encounter;
import dev.recalldesk.ui.Ages;
import dev.recalldesk.ui.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** How a phase of a call looks and what it is called. The only place that knows, so that list and strip agree. */
public enum CallState {
    RINGING(Feather.PHONE_INCOMING, "ringing", "calls.state.ringing"),
    TALKING(Feather.PHONE, "talking", "calls.state.talking"),
    HELD(Feather.PAUSE, "held", "calls.state.held"),
    WRAPPING_UP(Feather.EDIT_3, "wrapping-up", "calls.state.wrapping-up"),
    MISSED(Feather.PHONE_MISSED, "missed", "calls.state.missed"),
    LOOKED_UP(Feather.USER, "looked-up", "calls.state.looked-up");

    private final Feather icon;
    private final String style;
    private final String key;

    CallState(Feather icon, String style, String key) {
        this.icon = icon;
        this.style = style;
        this.key = key;
    }

    public static CallState of(Encounter.Phase phase) {
        return switch (phase) {
            case RINGING -> RINGING;
            case TALKING -> TALKING;
            case HELD -> HELD;
            case WRAPPING_UP -> WRAPPING_UP;
            case MISSED -> MISSED;
            case LOOKED_UP -> LOOKED_UP;
        };
    }

    public Ikon icon() {
        return icon;
    }

    /** The style class of badge and words. */
    public String style() {
        return style;
    }

    /** The state in words, without a time. */
    public String word() {
        return Text.get(key);
    }

    /** A running timer, the time of day of what is over, or nothing for what is no call. */
    public String time(Instant since, Instant now, ZoneId zone) {
        return switch (this) {
            case RINGING, TALKING, HELD, WRAPPING_UP -> Ages.timer(Duration.between(since, now));
            case MISSED -> Ages.clock(since, zone);
            case LOOKED_UP -> "";
        };
    }
}
