package dev.recalldesk.calls;

import dev.recalldesk.desk.Encounter;
import dev.recalldesk.ui.Nodes;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Seconds;
import java.time.ZoneId;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** The state of a call in words with its running time. Listens to the clock only while it is on a screen. */
final class CallTimer extends Label {
    private final Seconds seconds;
    private final ZoneId zone;
    private boolean worded;
    private @Nullable Encounter shown;
    private @Nullable CallState state;

    /** @param worded whether the word stands before the time; without it a state that has no time shows nothing */
    CallTimer(Seconds seconds, ZoneId zone, boolean worded) {
        this.seconds = seconds;
        this.zone = zone;
        this.worded = worded;
        getStyleClass().add("call-timer");
        worded(worded);
        seconds.nowProperty()
                .when(sceneProperty().map(scene -> true).orElse(false))
                .subscribe(now -> tick());
    }

    void show(Encounter call) {
        if (state != null) {
            getStyleClass().remove(state.style());
        }
        shown = call;
        state = CallState.of(call.phase());
        getStyleClass().add(state.style());
        tick();
    }

    /** Whether the word stands before the time. */
    void worded(boolean withWord) {
        worded = withWord;
        Nodes.style(this, "worded", withWord);
        tick();
    }

    private void tick() {
        if (shown != null && state != null) {
            String time = state.time(shown.phaseSince(), seconds.now(), zone);
            String words = (worded ? state.word() + " " + time : time).strip();
            setText(words);
            Rows.show(this, !words.isEmpty());
        }
    }
}
