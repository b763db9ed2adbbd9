package dev.recalldesk.profile;

import dev.recalldesk.profile.ProfileState.Group;
import dev.recalldesk.profile.ProfileState.Row;
import dev.recalldesk.ui.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The groups of traits. Rows are kept over snapshots, so that the focused one stays focused. */
final class TraitGroups extends VBox {
    private final Map<String, TraitRow> rows = new HashMap<>();
    private final Map<String, Label> titles = new HashMap<>();
    private final Consumer<Row> onCopy;

    TraitGroups(Consumer<Row> onCopy) {
        this.onCopy = onCopy;
        getStyleClass().add("trait-groups");
    }

    void show(List<Group> groups) {
        List<Node> wanted = new ArrayList<>();
        Set<String> present = new HashSet<>();
        for (Group group : groups) {
            wanted.add(titles.computeIfAbsent(group.name(), name -> Rows.label(name, "section", "trait-title")));
            for (Row row : group.rows()) {
                TraitRow node = rows.computeIfAbsent(row.id(), id -> new TraitRow(row, onCopy));
                node.show(row);
                present.add(row.id());
                wanted.add(node);
            }
        }
        rows.keySet().retainAll(present);
        if (!getChildren().equals(wanted)) {
            getChildren().setAll(wanted);
        }
    }

    void copied(String id) {
        rows.forEach((key, row) -> row.copied(key.equals(id)));
    }
}
