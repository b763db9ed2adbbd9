package dev.recalldesk.app;

import dev.recalldesk.desk.Settings;
import dev.recalldesk.ui.Style;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.util.Subscription;

/**
 * The look of every scene of the program: follows the system's colour scheme unless the user chose one, and the text size
 * of the settings, both live. Confined to the UI thread.
 */
public final class Appearance {
    private final ReadOnlyObjectWrapper<Style> style = new ReadOnlyObjectWrapper<>(new Style(false, 1));
    private final Subscription system;
    private Settings.Theme wish = Settings.Theme.SYSTEM;
    private double textScale = 1;

    public Appearance() {
        system = Platform.getPreferences().colorSchemeProperty().subscribe(this::update);
    }

    /** What is shown now. */
    public ReadOnlyObjectProperty<Style> styleProperty() {
        return style.getReadOnlyProperty();
    }

    public void choose(Settings.Theme wish, double textScale) {
        this.wish = wish;
        this.textScale = textScale;
        update();
    }

    /** Dresses a scene, now and whenever the look changes. */
    public void dress(Scene scene) {
        style.subscribe(look -> scene.getStylesheets().setAll(look.stylesheets()));
    }

    /** Follows the system no longer; it outlives every window. */
    void close() {
        system.unsubscribe();
    }

    private void update() {
        boolean systemDark = Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        Style wanted =
                new Style(wish == Settings.Theme.DARK || (wish == Settings.Theme.SYSTEM && systemDark), textScale);
        if (!wanted.userAgentStylesheet().equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(wanted.userAgentStylesheet());
        }
        style.set(wanted);
    }
}
