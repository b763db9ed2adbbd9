package dev.recalldesk.app;

import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Panel;
import dev.recalldesk.desk.Part;
import dev.recalldesk.memory.Health;
import dev.recalldesk.ui.Ages;
import dev.recalldesk.ui.Banner;
import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import dev.recalldesk.ui.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Says that the memory does not answer, how old what is shown is by now, and that notes are safe. Takes no room while there
 * is nothing to say, and waits a moment before it does: what heals by itself at once is not worth moving the screen for.
 */
final class OutageBanner extends StackPane {
    private static final Duration NOTICEABLE = Duration.ofSeconds(2);
    private final ZoneId zone;
    private final Banner offline;
    private final Banner throttled = banner(Banner.Kind.WARNING, "throttled");
    private final Banner signedOut;
    private final Work.Latest<Boolean> patience;
    private Health health = Health.HERE;
    private @Nullable Encounter encounter;
    private boolean shown;

    /**
     * @param tryNow asks the memory at once
     * @param signIn leads to where the key of the account is changed
     */
    OutageBanner(ZoneId zone, Work work, Runnable tryNow, Runnable signIn) {
        this.zone = zone;
        this.offline =
                banner(Banner.Kind.WARNING, "offline", Buttons.plain("outage-retry", Text.get("outage.retry"), tryNow));
        this.signedOut = banner(
                Banner.Kind.DANGER,
                "signed-out",
                Buttons.plain("outage-sign-in", Text.get("connect.changeKey"), signIn));
        this.patience = work.latest();
        getStyleClass().add("opening-failed");
        Rows.show(this, false);
    }

    void show(Health now) {
        boolean troubled = isTrouble(now.state());
        if (troubled && !isTrouble(health.state())) {
            patience.submitAfter(NOTICEABLE, () -> true, ok -> reveal(), e -> reveal());
        } else if (!troubled) {
            patience.cancel();
            shown = false;
        }
        health = now;
        say();
    }

    void show(@Nullable Encounter selected) {
        encounter = selected;
        say();
    }

    private void reveal() {
        shown = true;
        say();
    }

    private void say() {
        Rows.show(this, shown);
        if (shown) {
            switch (health.state()) {
                case THROTTLED -> say(throttled, Text.get("outage.throttled"), Text.get("outage.throttled.rest"));
                case SIGNED_OUT -> say(signedOut, Text.get("failure.credentials"), Text.get("outage.signedOut.rest"));
                case UNTRIED, CONNECTED, SLOW, OFFLINE ->
                    say(offline, Text.get("outage.offline"), Text.get("outage.offline.rest"));
            }
        }
    }

    /** The banner stays while its kind does: whoever is about to press its button would lose the focus with it. */
    private void say(Banner banner, String cause, String rest) {
        banner.say(
                cause, asOf().map(time -> Text.get("outage.asOf", time) + " ").orElse("") + rest);
        if (!getChildren().contains(banner)) {
            getChildren().setAll(banner);
        }
    }

    private static Banner banner(Banner.Kind kind, String id, Node... verbs) {
        Banner banner = new Banner(kind, "", "", verbs);
        banner.setId("outage-" + id);
        return banner;
    }

    /** When the oldest part of what is shown came from the memory. */
    private Optional<String> asOf() {
        if (encounter == null || encounter.customer().isEmpty()) {
            return Optional.empty();
        }
        Panel panel = encounter.panel();
        return Stream.of(panel.traits(), panel.observations(), panel.summaries(), panel.relevant())
                .<Instant>mapMulti((part, found) -> {
                    if (part instanceof Part.Ready<?> ready) {
                        found.accept(ready.asOf());
                    }
                })
                .min(Comparator.naturalOrder())
                .map(oldest -> Ages.clock(oldest, zone));
    }

    private static boolean isTrouble(Health.State state) {
        return switch (state) {
            case UNTRIED, CONNECTED, SLOW -> false;
            case THROTTLED, OFFLINE, SIGNED_OUT -> true;
        };
    }
}
