package dev.recalldesk.server;

import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.TraitDefinition.DataType;
import dev.recalldesk.memory.TraitGroup;
import dev.recalldesk.memory.TraitValue;
import dev.recalldesk.memory.local.ProfileImport.Column;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;

/** Which cell of a line becomes which trait, and how. */
final class CsvColumns {
    private static final char DAMAGED = '\uFFFD';

    /** A column and its place in a line. */
    private record Placed(int index, Column column, DataType type) {}

    private final List<Placed> placed;
    private final int width;

    private CsvColumns(List<Placed> placed, int width) {
        this.placed = placed;
        this.width = width;
    }

    /**
     * Finds the columns in the first line.
     *
     * @throws CsvFile.Broken when one is missing or is there twice
     */
    static CsvColumns find(List<Column> columns, List<String> header, Collection<TraitGroup> groups)
            throws CsvFile.Broken {
        List<String> names = header.stream().map(String::strip).toList();
        Map<List<String>, DataType> types = new HashMap<>();
        groups.forEach(group -> group.traits()
                .forEach((name, definition) -> types.put(List.of(group.name(), name), definition.dataType())));
        for (Column column : columns) {
            int first = names.indexOf(column.name());
            if (first < 0 || first != names.lastIndexOf(column.name())) {
                throw new CsvFile.Broken("A column is missing or is there twice.", null);
            }
        }
        return new CsvColumns(
                columns.stream()
                        .map(column -> new Placed(
                                names.indexOf(column.name()),
                                column,
                                types.getOrDefault(List.of(column.traitGroup(), column.traitName()), DataType.STRING)))
                        .toList(),
                names.size());
    }

    /** How many columns of the file become nothing. */
    int leftOut() {
        return width - (int) placed.stream().map(Placed::index).distinct().count();
    }

    /**
     * The traits of one line; an empty cell says nothing.
     *
     * @throws MemoryFailure.Invalid when the line has another number of cells than the first, or a cell cannot be read
     */
    Map<String, Map<String, TraitValue>> traits(List<String> line) {
        if (line.size() != width) {
            throw new MemoryFailure.Invalid("line", "It has " + line.size() + " cells, not " + width + ".");
        }
        Map<String, Map<String, TraitValue>> traits = new HashMap<>();
        for (Placed each : placed) {
            String cell = line.get(each.index());
            if (!cell.isBlank()) {
                traits.computeIfAbsent(each.column().traitGroup(), group -> new HashMap<>())
                        .put(each.column().traitName(), value(each, cell));
            }
        }
        return traits;
    }

    private static TraitValue value(Placed placed, String cell) {
        if (cell.indexOf(DAMAGED) >= 0) {
            throw unreadable(placed, "UTF-8");
        }
        return switch (placed.type()) {
            case STRING -> new TraitValue.Text(cell);
            case NUMBER -> number(placed, cell.strip());
            case BOOLEAN ->
                switch (cell.strip().toLowerCase(Locale.ROOT)) {
                    case "true" -> new TraitValue.Flag(true);
                    case "false" -> new TraitValue.Flag(false);
                    default -> throw unreadable(placed, "true or false");
                };
            case ARRAY -> list(placed, cell);
        };
    }

    private static TraitValue list(Placed placed, String cell) {
        try {
            if (Traits.value(placed.column().name(), Wire.parse(cell)) instanceof TraitValue.Many many) {
                return many;
            }
        } catch (JacksonException | Problem e) {
            // Told below like a cell that is no list at all.
        }
        throw unreadable(placed, "a list as JSON has it");
    }

    private static TraitValue number(Placed placed, String cell) {
        try {
            return new TraitValue.Whole(Long.parseLong(cell));
        } catch (NumberFormatException e) {
            throw unreadable(placed, "a whole number");
        }
    }

    private static MemoryFailure.Invalid unreadable(Placed placed, String wanted) {
        return new MemoryFailure.Invalid(placed.column().name(), "The cell is not " + wanted + ".");
    }
}
