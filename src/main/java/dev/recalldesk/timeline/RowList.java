package dev.recalldesk.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ModifiableObservableListBase;

/**
 * Rows in which a whole range is exchanged as one change, so that the list on the screen lays itself out once. Equal only
 * to itself: a view that is handed another list with the same rows has to notice, and at no cost.
 */
final class RowList extends ModifiableObservableListBase<Row> {
    private final List<Row> rows = new ArrayList<>();

    void replace(int from, int to, List<? extends Row> with) {
        beginChange();
        try {
            removeRange(from, to);
            addAll(from, with);
        } finally {
            endChange();
        }
    }

    @Override
    public Row get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    protected void doAdd(int index, Row row) {
        rows.add(index, row);
    }

    @Override
    protected Row doSet(int index, Row row) {
        return rows.set(index, row);
    }

    @Override
    protected Row doRemove(int index) {
        return rows.remove(index);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
