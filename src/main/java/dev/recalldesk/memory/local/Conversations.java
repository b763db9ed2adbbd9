package dev.recalldesk.memory.local;

import java.util.List;

/** The conversations of an observation as one column: their ids apart by a space, which no id contains. */
final class Conversations {
    private Conversations() {}

    static String join(List<String> ids) {
        return String.join(" ", ids);
    }

    static List<String> split(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split(" "));
    }
}
