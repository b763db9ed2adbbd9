package dev.recalldesk.app;

import dev.recalldesk.settings.SettingsViewModel;
import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.EmptyState;
import dev.recalldesk.ui.Icon;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import dev.recalldesk.ui.TwoSides;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/**
 * What the sheet shows while there is no call. On the first day it also says which memory this is and offers another, until
 * the agent has decided; nobody has to, the memory on this computer is open already.
 */
final class WelcomeView extends VBox {
    private final Subscription chosen;

    WelcomeView(SettingsViewModel settings, Runnable connect, Consumer<Shortcut> run) {
        getStyleClass().add("welcome");
        VBox first = firstDay(settings, connect);
        getChildren().addAll(usual(run), first);
        chosen = settings.settingsProperty()
                .map(now -> now.connections().chosen())
                .subscribe(decided -> Rows.show(first, !decided));
    }

    /** Looks at the settings, which live longer, no more. */
    void close() {
        chosen.unsubscribe();
    }

    private static Region usual(Consumer<Shortcut> run) {
        return new EmptyState(
                Text.get("welcome.title"),
                Text.get("welcome.sentence"),
                Buttons.withKey(
                        Buttons.primary("welcome-ring", Text.get("welcome.ring"), () -> run.accept(Shortcut.RING)),
                        Shortcut.RING.keys()),
                Buttons.withKey(
                        Buttons.plain(
                                "welcome-find",
                                Text.get("welcome.find"),
                                Feather.SEARCH,
                                () -> run.accept(Shortcut.PALETTE)),
                        Shortcut.PALETTE.keys()));
    }

    private static VBox firstDay(SettingsViewModel settings, Runnable connect) {
        return Rows.column(
                "first-day",
                Rows.label(Text.get("first.title"), "title"),
                choice(
                        new Icon(Feather.CHECK_CIRCLE, "success"),
                        "first.local",
                        "first.local.rest",
                        Buttons.plain("first-local", Text.get("first.local.take"), settings::chooseMemory)),
                choice(
                        new Icon(Feather.CLOUD, "muted"),
                        "first.twilio",
                        "first.twilio.rest",
                        Buttons.plain("first-twilio", Text.get("connect.title"), connect)));
    }

    private static Region choice(Icon icon, String title, String rest, javafx.scene.control.Button act) {
        VBox words = Rows.column(
                "settings-words", Rows.wrapped(Text.get(title), "strong"), Rows.wrapped(Text.get(rest), "meta"));
        Region row = new TwoSides(Rows.row("gap-12", icon, Rows.grow(words)), Rows.row("gap-8", act));
        row.getStyleClass().add("first-choice");
        return row;
    }
}
