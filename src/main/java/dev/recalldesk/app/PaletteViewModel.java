package dev.recalldesk.app;

import dev.recalldesk.app.PaletteItem.Group;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Everything the program can do and everybody it knows, found by typing. Confined to the UI thread. */
public final class PaletteViewModel {
    private static final int MOST_PER_GROUP = 8;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<PaletteItem> items = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(-1);
    private final Function<String, List<PaletteItem>> customers;
    private final Supplier<List<PaletteItem>> commands;
    private final Function<String, List<PaletteItem>> memory;

    /**
     * @param customers who fits what was typed
     * @param commands every command and every store as they are now, group by group; they are matched by the words of their
     *     titles
     * @param memory what can be asked of the open customer's memory
     */
    public PaletteViewModel(
            Function<String, List<PaletteItem>> customers,
            Supplier<List<PaletteItem>> commands,
            Function<String, List<PaletteItem>> memory) {
        this.customers = customers;
        this.commands = commands;
        this.memory = memory;
        query.subscribe(this::find);
    }

    public StringProperty queryProperty() {
        return query;
    }

    public ObservableList<PaletteItem> items() {
        return FXCollections.unmodifiableObservableList(items);
    }

    /** The line that Enter runs; -1 when there is none. */
    public ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Starts anew, with an empty question. */
    public void open() {
        query.set("");
        find("");
    }

    /** Answers the present question anew; the selected line stays if it is still there. */
    public void again() {
        PaletteItem before = selected.get() < 0 ? null : items.get(selected.get());
        find(query.get());
        for (int i = 0; before != null && i < items.size(); i++) {
            if (items.get(i).title().equals(before.title())) {
                selected.set(i);
                return;
            }
        }
    }

    public void move(int by) {
        if (!items.isEmpty()) {
            selected.set(Math.floorMod(selected.get() + by, items.size()));
        }
    }

    public void select(int index) {
        selected.set(index);
    }

    /** The action of the selected line; nothing happens when there is none. */
    public Runnable chosen() {
        int index = selected.get();
        return index < 0 ? () -> {} : items.get(index).action();
    }

    private void find(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        List<PaletteItem> found = new ArrayList<>();
        if (!wanted.isEmpty()) {
            customers.apply(wanted).stream().limit(MOST_PER_GROUP).forEach(found::add);
        }
        Map<Group, Integer> counts = new EnumMap<>(Group.class);
        commands.get().stream()
                .filter(command -> fits(command.title(), wanted))
                .filter(command -> counts.merge(command.group(), 1, Integer::sum) <= MOST_PER_GROUP || wanted.isEmpty())
                .forEach(found::add);
        if (!wanted.isEmpty()) {
            found.addAll(memory.apply(typed.strip()));
        }
        selected.set(-1);
        items.setAll(found);
        selected.set(found.isEmpty() ? -1 : 0);
    }

    /** Whether every word typed begins a word of the title. */
    static boolean fits(String title, String wanted) {
        String words = " " + title.toLowerCase(Locale.ROOT);
        for (String word : wanted.split("\\s+")) {
            if (!words.contains(" " + word)) {
                return false;
            }
        }
        return true;
    }
}
