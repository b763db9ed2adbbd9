package dev.recalldesk.recall;

import dev.recalldesk.ui.Icon;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import dev.recalldesk.ui.TwoSides;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** How far back and how sure, and beside it how the answer was found and how long it took. */
final class RecallFilters extends StackPane {
    private static final double STEP = 0.05;

    RecallFilters(RecallViewModel recall) {
        getStyleClass().add("recall-filters");
        HBox relevance = relevance(recall);
        Label unscored = Rows.label("", "meta");
        unscored.setId("recall-how");
        Icon info = new Icon(Feather.INFO, "small", "muted");
        HBox how = Rows.row("gap-4", info, unscored);
        FlowPane left = new FlowPane(ranges(recall), relevance, how);
        left.setAlignment(Pos.CENTER_LEFT);
        left.getStyleClass().add("gap-8");
        left.setPrefWrapLength(Double.MAX_VALUE);
        Label status = Rows.label("", "meta");
        status.setId("recall-status");
        status.setMaxHeight(Double.MAX_VALUE);
        getChildren().add(new TwoSides(left, status));
        recall.searchProperty().subscribe(search -> Rows.show(relevance, search.asking() != Asking.RECENT));
        recall.stateProperty().subscribe(state -> {
            status.setText(RecallWords.status(state));
            Rows.show(status, !status.getText().isEmpty());
            Answer answer = state instanceof RecallState.Nothing nothing ? nothing.answer() : state.shown();
            unscored.setText(
                    answer == null ? "" : RecallWords.how(answer.search().asking(), answer.mode()));
            Rows.show(how, !unscored.getText().isEmpty());
        });
    }

    private static MenuButton ranges(RecallViewModel recall) {
        MenuButton menu = new MenuButton();
        menu.setId("recall-range");
        menu.setGraphic(new Icon(Feather.CALENDAR, "small", "muted"));
        menu.getStyleClass().add("filter-menu");
        menu.setMinWidth(USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (DateRange range : DateRange.values()) {
            RadioMenuItem item = new RadioMenuItem(range.word());
            item.setToggleGroup(group);
            item.setOnAction(click -> recall.choose(range));
            recall.searchProperty().subscribe(search -> item.setSelected(search.range() == range));
            menu.getItems().add(item);
        }
        recall.searchProperty().subscribe(search -> {
            menu.setText(search.range().word());
            menu.setAccessibleText(
                    Text.get("recall.range.spoken", search.range().word()));
        });
        return menu;
    }

    private static HBox relevance(RecallViewModel recall) {
        Slider slider = new Slider(0, 1, 0);
        slider.setId("recall-threshold");
        slider.setBlockIncrement(STEP);
        slider.setAccessibleText(Text.get("recall.threshold"));
        slider.getStyleClass().add("threshold");
        Label value = Rows.fixed("", "medium", "meta");
        recall.searchProperty().map(Search::threshold).subscribe(threshold -> {
            if (Math.abs(slider.getValue() - threshold) > STEP / 2) {
                slider.setValue(threshold);
            }
            value.setText(RecallWords.score(threshold));
        });
        slider.valueProperty().subscribe(to -> recall.atLeast(Math.round(to.doubleValue() / STEP) * STEP));
        return Rows.row("gap-8", Rows.fixed(Text.get("recall.threshold"), "meta"), slider, value);
    }
}
