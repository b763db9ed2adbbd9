package dev.recalldesk.profile;

import dev.recalldesk.profile.ProfileState.Row;
import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.Chip;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/**
 * One trait: key, value, age. It stays the same object over all snapshots, so that focus and hover hold. Its last column
 * is shared by the age, the copy icon and the word that it was copied, so nothing moves when one takes the other's place.
 */
final class TraitRow extends HBox {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass REMOVED = PseudoClass.getPseudoClass("removed");
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final Label key = Rows.label("", "trait-key");
    private final Label value = Rows.label("", "trait-value");
    private final Chip mark = Chip.change("");
    private final Label age = Rows.fixed("", "trait-age");
    private final Label copied = Rows.fixed(Text.get("profile.copied"), "trait-copied");
    private final Button copy;
    private final Tooltip details = new Tooltip();
    private final Consumer<Row> onCopy;
    private Row row;

    TraitRow(Row first, Consumer<Row> onCopy) {
        this.onCopy = onCopy;
        this.row = first;
        setId("trait-" + idOf(first));
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("trait-row");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        copy = Buttons.icon("copy-" + idOf(first), Feather.COPY, copyName(first), this::copy);
        copy.getStyleClass().add("compact");
        copy.setFocusTraversable(false);
        StackPane last = new StackPane(age, copied, copy);
        last.getStyleClass().add("trait-last");
        getChildren().addAll(key, Rows.grow(value), mark, last);
        copied.setVisible(false);
        value.setMaxWidth(Double.MAX_VALUE);
        value.setWrapText(true);
        key.setWrapText(true);
        Tooltip.install(this, details);
        hoverProperty().subscribe(hover -> settle());
        focusedProperty().subscribe(focused -> settle());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        setOnMouseClicked(click -> requestFocus());
        show(first);
    }

    /** Shows the trait as it is now. */
    void show(Row now) {
        row = now;
        key.setText(now.label());
        value.setText(now.value().isEmpty() ? Text.get("profile.removed") : oneLine(now.value()));
        mark.setText(oneLine(now.mark()));
        Rows.show(mark, !now.mark().isEmpty());
        age.setText(now.age());
        String changed = now.changedAt().isEmpty() ? "" : Text.get("profile.changed", now.changedAt());
        details.setText(Stream.of(now.value(), now.mark(), changed)
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining("\n")));
        setAccessibleText(Stream.of(now.label(), value.getText(), now.mark(), changed)
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(", ")));
        pseudoClassStateChanged(CHANGED, !now.mark().isEmpty());
        pseudoClassStateChanged(REMOVED, now.value().isEmpty());
        settle();
    }

    /** Says whether this row was copied a moment ago. */
    void copied(boolean now) {
        copied.setVisible(now);
        settle();
    }

    private void settle() {
        boolean reachable = (isHover() || isFocused()) && !row.value().isEmpty() && !copied.isVisible();
        copy.setVisible(reachable);
        age.setVisible(!reachable && !copied.isVisible());
    }

    private void pressed(KeyEvent event) {
        if (COPY.match(event)) {
            copy();
            event.consume();
        }
    }

    private void copy() {
        onCopy.accept(row);
    }

    private static String copyName(Row row) {
        return Text.get("profile.copy", row.label());
    }

    /** Without the dot, which means something else in a selector. */
    private static String idOf(Row row) {
        return row.id().replace('.', '-');
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
