package dev.recalldesk.app;

import dev.recalldesk.app.PaletteItem.Group;
import dev.recalldesk.desk.CustomerDirectory;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.telephony.Simulator.Scenario;
import dev.recalldesk.ui.Text;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;

/**
 * What the palette can find: the customers of the store in front, every command, the other stores, and a question to the open
 * customer's memory.
 */
final class PaletteSources {
    private static final int MOST_CUSTOMERS = 8;
    private final StoreSwitch stores;
    private final StoreList list;
    private final Commands commands;
    private final CustomerFiles files;
    private final List<PaletteItem> others;

    /** @param others commands that only the window knows */
    PaletteSources(
            StoreSwitch stores, StoreList list, Commands commands, CustomerFiles files, List<PaletteItem> others) {
        this.stores = stores;
        this.list = list;
        this.commands = commands;
        this.files = files;
        this.others = others;
    }

    PaletteViewModel model() {
        return new PaletteViewModel(this::customers, this::commandItems, this::memory);
    }

    private Features features() {
        return stores.front().features;
    }

    private List<PaletteItem> customers(String typed) {
        return stores.front().store().directory().search(typed, MOST_CUSTOMERS).stream()
                .map(this::customer)
                .toList();
    }

    private PaletteItem customer(CustomerDirectory.Match match) {
        var found = match.customer();
        return new PaletteItem(
                Group.CUSTOMERS,
                Feather.USER,
                found.name().orElse(match.text()),
                found.phone().orElse(""),
                "",
                () -> features().open(found.profileId()));
    }

    private List<PaletteItem> memory(String typed) {
        Encounter open = features().selected();
        if (open == null || open.customer().isEmpty()) {
            return List.of();
        }
        return List.of(new PaletteItem(
                Group.MEMORY,
                Feather.ZAP,
                Text.get("palette.ask", typed),
                open.customer().orElseThrow().name().orElse(""),
                Shortcut.RECALL.keys(),
                () -> {
                    features().recall.ask(typed);
                    stores.front().parts.recallField.focusField();
                }));
    }

    private List<PaletteItem> commandItems() {
        List<PaletteItem> items = new ArrayList<>();
        for (Shortcut shortcut : Shortcut.values()) {
            if (shortcut != Shortcut.PALETTE && shortcut != Shortcut.NEXT_PANE) {
                items.add(command(shortcut.description(), shortcut.keys(), () -> commands.run(shortcut)));
            }
        }
        items.add(command(Text.get("ring.unknown"), "", () -> commands.ring(Scenario.UNKNOWN)));
        items.add(command(Text.get("ring.two"), "", () -> commands.ring(Scenario.TWO_MATCHES)));
        items.add(command(Text.get("ring.withheld"), "", () -> commands.ring(Scenario.WITHHELD)));
        items.add(command(Text.get("ring.three"), "", () -> commands.ring(Scenario.THREE_AT_ONCE)));
        items.add(command(Text.get("files.import"), "", () -> files.importInto(window())));
        items.add(command(Text.get("files.export"), "", () -> files.export(window())));
        items.addAll(others);
        for (StoreList.Group group : list.groupsProperty().get()) {
            group.stores().forEach(line -> items.add(store(group, line.choice())));
        }
        return items;
    }

    private PaletteItem store(StoreList.Group group, StoreChoice choice) {
        return new PaletteItem(
                Group.STORES, Feather.DATABASE, choice.name(), group.title(), "", () -> stores.open(choice));
    }

    private Window window() {
        return stores.front().parts.sheet.getScene().getWindow();
    }

    static PaletteItem command(String title, String keys, Runnable action) {
        return new PaletteItem(Group.COMMANDS, Feather.COMMAND, title, "", keys, action);
    }
}
