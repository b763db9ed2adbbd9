package dev.recalldesk.notes;

import dev.recalldesk.ui.KeyHint;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;

/** The codes a call can have, as many as fit in one line; the rest stand behind "…". */
final class CodeBar extends Region {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double GAP = 6;
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final MenuButton more = new MenuButton("…");
    private final ObservableList<String> chosen;

    CodeBar(ObservableList<String> codes, ObservableList<String> chosen, Consumer<String> toggle) {
        this.chosen = chosen;
        getStyleClass().add("code-bar");
        more.setId("note-more-codes");
        more.getStyleClass().addAll("flat", "code-more");
        more.setAccessibleText(Text.get("notes.codes.more"));
        codes.subscribe(() -> offer(codes, toggle));
        chosen.subscribe(this::showChosen);
        offer(codes, toggle);
    }

    private void offer(List<String> codes, Consumer<String> toggle) {
        buttons.clear();
        more.getItems().clear();
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i);
            buttons.add(button(i, code, () -> toggle.accept(code)));
            CheckMenuItem item = new CheckMenuItem(code);
            item.setOnAction(event -> toggle.accept(code));
            more.getItems().add(item);
        }
        getChildren().setAll(buttons);
        getChildren().add(more);
        showChosen();
    }

    private static ToggleButton button(int index, String code, Runnable toggle) {
        ToggleButton button = new ToggleButton(code);
        button.setId("note-code-" + (index + 1));
        button.setMnemonicParsing(false);
        button.getStyleClass().add("code");
        button.setAccessibleText(Text.get("notes.code", code));
        button.setGraphic(new KeyHint(Integer.toString(index + 1)));
        button.setOnAction(event -> toggle.run());
        return button;
    }

    private void showChosen() {
        for (int i = 0; i < buttons.size(); i++) {
            boolean is = chosen.contains(buttons.get(i).getText());
            buttons.get(i).setSelected(is);
            if (more.getItems().get(i) instanceof CheckMenuItem item) {
                item.setSelected(is);
            }
        }
        requestLayout();
    }

    @Override
    protected double computeMinWidth(double height) {
        return buttons.isEmpty() ? 0 : more.prefWidth(-1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return widthOf(buttons.size());
    }

    @Override
    protected double computePrefHeight(double width) {
        return buttons.stream()
                .mapToDouble(button -> button.prefHeight(-1))
                .max()
                .orElse(0);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        int fitting = fitting(getWidth());
        double x = 0;
        for (int i = 0; i < buttons.size(); i++) {
            ToggleButton button = buttons.get(i);
            Rows.show(button, i < fitting);
            more.getItems().get(i).setVisible(i >= fitting);
            if (i < fitting) {
                double width = snapSizeX(button.prefWidth(-1));
                button.resizeRelocate(x, 0, width, getHeight());
                x += width + GAP;
            }
        }
        Rows.show(more, fitting < buttons.size());
        more.pseudoClassStateChanged(SELECTED, buttons.stream().skip(fitting).anyMatch(ToggleButton::isSelected));
        more.resizeRelocate(x, 0, snapSizeX(more.prefWidth(-1)), getHeight());
    }

    private int fitting(double room) {
        if (widthOf(buttons.size()) <= room + 1) {
            return buttons.size();
        }
        int count = buttons.size() - 1;
        while (count > 0 && widthOf(count) + GAP + more.prefWidth(-1) > room + 1) {
            count--;
        }
        return Math.max(0, count);
    }

    private double widthOf(int count) {
        double width = Math.max(0, count - 1) * GAP;
        for (int i = 0; i < count; i++) {
            width += snapSizeX(buttons.get(i).prefWidth(-1));
        }
        return width;
    }
}
