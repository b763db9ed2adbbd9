package dev.recalldesk.recall;

/** A row of the answer. */
public sealed interface RecallRow {
    /** Announces the findings of one kind. */
    record Section(Finding.Kind kind, int count) implements RecallRow {}

    /** One thing recalled. */
    record Line(Finding finding) implements RecallRow {}
}
