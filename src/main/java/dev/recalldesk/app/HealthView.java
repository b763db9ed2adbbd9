package dev.recalldesk.app;

import dev.recalldesk.memory.Health;
import dev.recalldesk.ui.Ages;
import dev.recalldesk.ui.Icon;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Says whether the memory answers and how fast, by an icon of its own for each state and in words. */
final class HealthView extends HBox {
    private final ZoneId zone;
    private final Label words = Rows.label("", "meta");
    private boolean narrow;
    private boolean well = true;

    HealthView(ZoneId zone) {
        this.zone = zone;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("health");
        words.setId("health-memory");
        accessibleTextProperty().bind(words.textProperty());
        show(Health.HERE, null);
    }

    /** @param answered how long the memory took to say who is calling, for a memory that needs no connection */
    void show(Health health, @Nullable Duration answered) {
        words.setText(words(health, health.roundTrip() == null ? answered : health.roundTrip()));
        getChildren().setAll(icon(health.state()), words);
        well = health.state() == Health.State.UNTRIED || health.state() == Health.State.CONNECTED;
        fold();
    }

    /** Whether there is room for the icon alone; what is not well is still said in words. */
    void narrow(boolean now) {
        narrow = now;
        fold();
    }

    private void fold() {
        Rows.show(words, !narrow || !well);
    }

    private String words(Health health, @Nullable Duration took) {
        return switch (health.state()) {
            case UNTRIED, CONNECTED ->
                took == null ? Text.get("toolbar.memory") : Text.get("toolbar.memory.took", Ages.took(took));
            case SLOW ->
                took == null ? Text.get("toolbar.memory.slow") : Text.get("toolbar.memory.slowBy", Ages.took(took));
            case THROTTLED -> {
                Instant until = health.until();
                yield until == null
                        ? Text.get("toolbar.memory.paused")
                        : Text.get("toolbar.memory.pausedUntil", Ages.clockSeconds(until, zone));
            }
            case OFFLINE -> Text.get("toolbar.memory.offline");
            case SIGNED_OUT -> Text.get("toolbar.memory.signedOut");
        };
    }

    private static Icon icon(Health.State state) {
        return switch (state) {
            case UNTRIED, CONNECTED -> new Icon(Feather.CHECK_CIRCLE, "success", "small");
            case SLOW -> new Icon(Feather.CLOCK, "warning", "small");
            case THROTTLED -> new Icon(Feather.PAUSE_CIRCLE, "warning", "small");
            case OFFLINE -> new Icon(Feather.WIFI_OFF, "danger", "small");
            case SIGNED_OUT -> new Icon(Feather.LOCK, "danger", "small");
        };
    }
}
