package dev.recalldesk.settings;

import atlantafx.base.controls.ToggleSwitch;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.Nodes;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Segmented;
import dev.recalldesk.ui.Text;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Every setting on one page; each holds as soon as it is changed. */
public final class SettingsView extends StackPane {
    private final SettingsViewModel model;

    /**
     * @param verbs what can be done about connections
     * @param place where the memory of this computer is, in words
     * @param done closes the page
     */
    public SettingsView(SettingsViewModel model, ConnectionVerbs verbs, String place, Runnable done) {
        this.model = model;
        setId("settings");
        getStyleClass().addAll("settings", "sheet");
        VBox page = Rows.column(
                "settings-page",
                Rows.row(
                        "settings-head",
                        Rows.label(Text.get("settings.title"), "name"),
                        Rows.gap(),
                        Buttons.withKey(Buttons.plain("settings-done", Text.get("settings.done"), done), "Esc")),
                Rows.label(Text.get("settings.memory"), "section"),
                new ConnectionsView(model, verbs, place),
                Rows.label(Text.get("settings.appearance"), "section"),
                theme(),
                textSize(),
                Rows.label(Text.get("settings.notes"), "section"),
                field(
                        "settings-name",
                        "settings.name",
                        "settings.name.about",
                        model.now().agentName(),
                        model::agentName,
                        model.wrongNameProperty()),
                field(
                        "settings-codes",
                        "settings.codes",
                        "settings.codes.about",
                        String.join(", ", model.now().codes()),
                        model::codes,
                        null),
                undo(),
                Rows.label(Text.get("settings.phone"), "section"),
                field(
                        "settings-region",
                        "settings.region",
                        "settings.region.about",
                        model.now().homeRegion(),
                        model::homeRegion,
                        model.wrongRegionProperty()),
                Rows.label(Text.get("settings.keys"), "section"),
                singleKeys(),
                Rows.label(Text.get("settings.limits"), "section"),
                new LimitRows(model.limits()));
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        getChildren().add(scroll);
    }

    private Node theme() {
        Segmented<Settings.Theme> choice = new Segmented<>(
                "settings-theme",
                Text.get("settings.theme"),
                List.of(Settings.Theme.values()),
                theme -> switch (theme) {
                    case SYSTEM -> Text.get("settings.theme.system");
                    case LIGHT -> Text.get("settings.theme.light");
                    case DARK -> Text.get("settings.theme.dark");
                });
        choice.valueProperty().set(model.now().theme());
        choice.valueProperty().subscribe(model::theme);
        model.settingsProperty().subscribe(now -> choice.valueProperty().set(now.theme()));
        return row(Text.get("settings.theme"), Text.get("settings.theme.about"), choice);
    }

    private Node textSize() {
        Slider slider = new Slider(0.8, 2, model.now().textScale());
        slider.setId("settings-text-size");
        slider.setBlockIncrement(0.1);
        slider.setAccessibleText(Text.get("settings.textSize"));
        Label percent = Rows.fixed("", "percent");
        // While the thumb is dragged the page must not grow under it; the size holds when it is let go.
        slider.valueProperty().subscribe(value -> {
            if (!slider.isValueChanging()) {
                model.textScale(value.doubleValue());
            }
            percent.setText(Text.get("settings.percent", Math.round(value.doubleValue() * 20) * 5));
        });
        slider.valueChangingProperty().subscribe(changing -> {
            if (!changing) {
                model.textScale(slider.getValue());
            }
        });
        model.settingsProperty().subscribe(now -> {
            if (!slider.isValueChanging()) {
                slider.setValue(now.textScale());
            }
        });
        return row(
                Text.get("settings.textSize"),
                Text.get("settings.textSize.about"),
                Rows.row("gap-12", slider, percent));
    }

    private Node undo() {
        Segmented<Integer> choice = new Segmented<>(
                "settings-undo",
                Text.get("settings.undo"),
                List.of(0, 5, 10, 30),
                seconds -> seconds == 0 ? Text.get("settings.undo.none") : Text.get("settings.seconds", seconds));
        choice.valueProperty().set(model.now().undoSeconds());
        choice.valueProperty().subscribe(model::undoSeconds);
        return row(Text.get("settings.undo"), Text.get("settings.undo.about"), choice);
    }

    private Node singleKeys() {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setId("settings-single-keys");
        toggle.setAccessibleText(Text.get("settings.singleKeys"));
        toggle.setSelected(model.now().singleKeys());
        toggle.selectedProperty().subscribe(model::singleKeys);
        return row(Text.get("settings.singleKeys"), Text.get("settings.singleKeys.about"), toggle);
    }

    private Node field(
            String id,
            String key,
            String about,
            String present,
            Consumer<String> typed,
            @Nullable ReadOnlyStringProperty wrong) {
        TextField field = new TextField(present);
        field.setId(id);
        field.setAccessibleText(Text.get(key));
        field.textProperty().subscribe((before, now) -> typed.accept(now));
        Label problem = Rows.wrapped("", "meta", "danger-word");
        Rows.show(problem, false);
        if (wrong != null) {
            wrong.subscribe(message -> {
                problem.setText(message.isEmpty() ? "" : Text.get(message));
                Rows.show(problem, !message.isEmpty());
                Nodes.style(field, "wrong", !message.isEmpty());
            });
        }
        return row(Text.get(key), Text.get(about), field, Rows.column("settings-field", field, problem));
    }

    private static HBox row(String name, String about, Node control) {
        return row(Rows.label(name, "strong"), about, control);
    }

    /** @param named what of the control has the name */
    static HBox row(String name, String about, Node named, Node control) {
        Label title = Rows.label(name, "strong");
        title.setLabelFor(named);
        return row(title, about, control);
    }

    private static HBox row(Label title, String about, Node control) {
        VBox words = Rows.column("settings-words", title, Rows.wrapped(about, "meta"));
        return Rows.row("settings-row", Rows.grow(words), control);
    }
}
