package dev.recalldesk.app;

import dev.recalldesk.app.PaletteItem.Group;
import dev.recalldesk.desk.CustomerDirectory;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.telephony.Simulator.Scenario;
import dev.recalldesk.ui.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.kordamp.ikonli.feather.Feather;

/** What the palette can find: the customers of the store, every command, and a question to the open customer's memory. */
final class PaletteSources {
    private static final int MOST_CUSTOMERS = 8;
    private final Features features;
    private final Commands commands;
    private final Wiring wiring;
    private final WindowParts parts;
    private final CustomerFiles files;

    PaletteSources(Features features, Commands commands, Wiring wiring, WindowParts parts, BackgroundTasks tasks) {
        this.features = features;
        this.commands = commands;
        this.wiring = wiring;
        this.parts = parts;
        this.files = new CustomerFiles(wiring, tasks);
        CompletableFuture<Void> _ = wiring.directory().refresh();
    }

    PaletteViewModel model() {
        return new PaletteViewModel(this::customers, commandItems(), this::memory);
    }

    private List<PaletteItem> customers(String typed) {
        return wiring.directory().search(typed, MOST_CUSTOMERS).stream()
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
                () -> features.open(found.profileId()));
    }

    private List<PaletteItem> memory(String typed) {
        Encounter open = features.selected();
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
                    features.recall.ask(typed);
                    parts.recallField.focusField();
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
        items.add(command(
                Text.get("files.import"),
                "",
                () -> files.importInto(parts.sheet.getScene().getWindow())));
        items.add(command(
                Text.get("files.export"),
                "",
                () -> files.export(parts.sheet.getScene().getWindow())));
        return items;
    }

    private static PaletteItem command(String title, String keys, Runnable action) {
        return new PaletteItem(Group.COMMANDS, Feather.COMMAND, title, "", keys, action);
    }
}
