package dev.recalldesk.memory.local;

import java.io.PrintWriter;
import java.util.Map;

/** What was measured on one store, as a table. */
record ScaleReport(PrintWriter out, int size, SyntheticStore store, Map<String, String> values) {
    void print() {
        out.println("\n### " + size + " observations\n");
        out.println("Milliseconds, median / 99 of 100, by how many observations the customer has.\n");
        out.println("| customer of | recall, words | recall | recall with embedding | over HTTP | over HTTP with embedding |"
                + " SQLite FTS5, words |");
        out.println("| --- | --- | --- | --- | --- | --- | --- |");
        for (int kind : store.customers().keySet()) {
            out.println("| " + kind + " | " + both("words.search." + kind) + " | " + both("search." + kind) + " | "
                    + both("embed." + kind) + " | " + both("http.search." + kind) + " | " + both("http.embed." + kind)
                    + " | " + both("peer." + kind) + " |");
        }
        out.println("\nsqlite-vec: no release of it is in Maven Central, so it is not measured.\n");
        out.println("| | |\n| --- | --- |");
        row("index, MB", "index");
        row("database with vectors, MB", "truth");
        row("FTS5 table, MB", "peer");
        row("opening, ms", "open");
        row("first answer after the start of the process, ms", "first");
        row("first answer over HTTP after the start of the server, ms", "http.first");
        row("resident after the first answer, MB", "rss.first");
        row("resident at the end, MB", "rss");
        row("of that not mapped files, MB", "rss.anonymous");
        row("resident at most, MB", "rss.peak");
        row("resident at the end, server, MB", "http.rss");
    }

    private void row(String name, String value) {
        out.println("| " + name + " | " + rounded(value, 0) + " |");
    }

    private String both(String name) {
        return rounded(name + ".p50", 2) + " / " + rounded(name + ".p99", 2);
    }

    private String rounded(String name, int digits) {
        String value = values.get(name);
        return value == null ? "?" : String.format(java.util.Locale.ROOT, "%." + digits + "f", Double.parseDouble(value));
    }
}
