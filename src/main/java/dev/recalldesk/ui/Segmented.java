package dev.recalldesk.ui;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import org.controlsfx.control.SegmentedButton;

/** A few choices side by side of which exactly one holds. Arrow keys and Tab move between them. */
public final class Segmented<T> extends SegmentedButton {
    private final ObjectProperty<T> value;

    /**
     * @param name spoken before each choice
     * @param words how a choice reads
     */
    public Segmented(String id, String name, List<T> choices, Function<T, String> words) {
        value = new SimpleObjectProperty<>(choices.getFirst());
        setId(id);
        getStyleClass().add("segmented");
        for (T choice : choices) {
            ToggleButton button = new ToggleButton(words.apply(choice));
            button.setId(id + "-" + String.valueOf(choice).toLowerCase(java.util.Locale.ROOT));
            button.setAccessibleText(name + " " + button.getText());
            button.setMnemonicParsing(false);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(pressed -> {
                value.set(choice);
                button.setSelected(true);
            });
            value.subscribe(now -> button.setSelected(Objects.equals(now, choice)));
            getButtons().add(button);
        }
        setToggleGroup(null);
    }

    /** The choice that holds. */
    public ObjectProperty<T> valueProperty() {
        return value;
    }
}
