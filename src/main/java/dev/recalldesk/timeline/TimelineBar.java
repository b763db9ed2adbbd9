package dev.recalldesk.timeline;

import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import dev.recalldesk.ui.TwoSides;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The tabs of the timeline and what narrows it. */
final class TimelineBar extends StackPane {
    TimelineBar(TimelineViewModel timeline) {
        getStyleClass().add("timeline-bar");
        getChildren().add(new TwoSides(tabs(timeline), Rows.row("gap-4", sources(timeline), dates(timeline))));
    }

    private static HBox tabs(TimelineViewModel timeline) {
        HBox tabs = Rows.row("feed-tabs");
        ToggleGroup group = new ToggleGroup();
        for (Tab tab : Tab.values()) {
            ToggleButton button = new ToggleButton(tab.word());
            button.setId(tab.id());
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.getStyleClass().add("feed-tab");
            button.setOnAction(click -> {
                button.setSelected(true);
                timeline.choose(tab);
            });
            timeline.tabProperty().subscribe(chosen -> button.setSelected(chosen == tab));
            tabs.getChildren().add(button);
        }
        return tabs;
    }

    private static MenuButton sources(TimelineViewModel timeline) {
        MenuButton menu = menu("timeline-sources");
        ToggleGroup group = new ToggleGroup();
        for (Filter.Sources sources : Filter.Sources.values()) {
            RadioMenuItem item = item(menu, group, sources.word(), () -> timeline.choose(sources));
            timeline.filterProperty().subscribe(filter -> item.setSelected(filter.sources() == sources));
        }
        timeline.filterProperty().subscribe(filter -> {
            menu.setText(filter.sources().word());
            menu.setAccessibleText(Text.get("timeline.source.spoken", menu.getText()));
        });
        return menu;
    }

    private static MenuButton dates(TimelineViewModel timeline) {
        MenuButton menu = menu("timeline-dates");
        ToggleGroup group = new ToggleGroup();
        for (Filter.Dates dates : Filter.Dates.values()) {
            RadioMenuItem item = item(menu, group, dates.word(), () -> timeline.choose(dates));
            timeline.filterProperty().subscribe(filter -> item.setSelected(filter.dates() == dates));
        }
        timeline.filterProperty().subscribe(filter -> {
            menu.setText(filter.dates().word());
            menu.setAccessibleText(Text.get("timeline.dates.spoken", menu.getText()));
        });
        return menu;
    }

    private static MenuButton menu(String id) {
        MenuButton menu = new MenuButton();
        menu.setId(id);
        menu.setMinWidth(USE_PREF_SIZE);
        menu.getStyleClass().addAll("flat", "filter-menu");
        return menu;
    }

    private static RadioMenuItem item(MenuButton menu, ToggleGroup group, String word, Runnable act) {
        RadioMenuItem item = new RadioMenuItem(word);
        item.setToggleGroup(group);
        item.setOnAction(click -> act.run());
        menu.getItems().add(item);
        return item;
    }
}
