package dev.recalldesk.settings;

import dev.recalldesk.connection.Connection;
import dev.recalldesk.connection.Connections;
import dev.recalldesk.desk.Settings;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The settings as they are, and every change to them, which holds at once. Confined to the UI thread. */
public final class SettingsViewModel {
    private static final Pattern NAME = Connection.AGENT_NAME;
    private static final List<String> REGIONS = List.of(Locale.getISOCountries());

    private final ReadOnlyObjectWrapper<Settings> settings;
    private final ReadOnlyStringWrapper wrongName = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper wrongRegion = new ReadOnlyStringWrapper("");
    private final LimitsForm limits;
    private final Consumer<Settings> changed;

    /** @param changed told of every change, to keep it */
    public SettingsViewModel(Settings present, Consumer<Settings> changed) {
        this.settings = new ReadOnlyObjectWrapper<>(present);
        this.changed = changed;
        this.limits = new LimitsForm(
                present.limits(),
                (limit, number) -> set(now().withLimits(now().limits().with(limit, number))));
    }

    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    public Settings now() {
        return settings.get();
    }

    /** The key of the message that says what is wrong with the name typed; empty when nothing is. */
    public ReadOnlyStringProperty wrongNameProperty() {
        return wrongName.getReadOnlyProperty();
    }

    /** The key of the message that says what is wrong with the country typed; empty when nothing is. */
    public ReadOnlyStringProperty wrongRegionProperty() {
        return wrongRegion.getReadOnlyProperty();
    }

    /** How long accounts are waited for. */
    public LimitsForm limits() {
        return limits;
    }

    public void theme(Settings.Theme theme) {
        set(now().withTheme(theme));
    }

    /** @param scale 0.8 to 2.0; rounded to steps of 0.05 */
    public void textScale(double scale) {
        set(now().withTextScale(Math.round(scale * 20) / 20.0));
    }

    public void agentName(String name) {
        boolean legal = NAME.matcher(name.strip()).matches();
        wrongName.set(legal ? "" : "settings.name.wrong");
        if (legal) {
            set(now().withAgentName(name.strip()));
        }
    }

    public void homeRegion(String region) {
        String code = region.strip().toUpperCase(Locale.ROOT);
        boolean known = REGIONS.contains(code);
        wrongRegion.set(known ? "" : "settings.region.wrong");
        if (known) {
            set(now().withHomeRegion(code));
        }
    }

    /** @param words separated by commas; at most 9 count */
    public void codes(String words) {
        set(now().withCodes(List.of(words.split(","))));
    }

    public void undoSeconds(int seconds) {
        set(now().withUndoSeconds(seconds));
    }

    public void singleKeys(boolean on) {
        set(now().withSingleKeys(on));
    }

    public void connections(Connections connections) {
        set(now().withConnections(connections));
    }

    /** The agent has said which memory to work with. */
    public void chooseMemory() {
        connections(now().connections().decided());
    }

    /** Remembers where the window is and how it is divided. */
    public void window(Settings.Window window) {
        set(now().withWindow(window));
    }

    private void set(Settings next) {
        if (!next.equals(settings.get())) {
            settings.set(next);
            changed.accept(next);
        }
    }
}
