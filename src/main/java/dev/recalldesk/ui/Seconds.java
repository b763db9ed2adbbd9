package dev.recalldesk.ui;

import java.time.Instant;
import java.time.InstantSource;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/** The present, once a second, for timers that run. Stopped while nothing runs, so that an idle window is idle. UI thread. */
public final class Seconds {
    private final ReadOnlyObjectWrapper<Instant> now;
    private final Timeline pulse;

    public Seconds(InstantSource clock) {
        now = new ReadOnlyObjectWrapper<>(clock.instant());
        pulse = new Timeline(new KeyFrame(Duration.seconds(1), tick -> now.set(clock.instant())));
        pulse.setCycleCount(Animation.INDEFINITE);
    }

    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    public Instant now() {
        return now.get();
    }

    /** Starts or stops the ticking. */
    public void run(boolean running) {
        if (running) {
            pulse.play();
        } else {
            pulse.stop();
        }
    }
}
