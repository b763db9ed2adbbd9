package dev.recalldesk.desk;

import java.util.List;

/**
 * The tables of the desk's own file, made in steps: a file of an older program takes the steps it has not taken yet. A step
 * that was released never changes.
 */
final class DeskSchema {
    private static final List<String> FIRST = List.of(
            """
            CREATE TABLE drafts (
              encounter_key TEXT PRIMARY KEY,
              content TEXT NOT NULL
            ) WITHOUT ROWID""",
            """
            CREATE TABLE outbox (
              id TEXT PRIMARY KEY,
              store_id TEXT NOT NULL,
              encounter_key TEXT NOT NULL,
              profile_id TEXT,
              customer_name TEXT NOT NULL,
              content TEXT NOT NULL,
              source TEXT NOT NULL,
              occurred_at INTEGER NOT NULL UNIQUE,
              conversation_id TEXT,
              state TEXT NOT NULL,
              reason TEXT,
              state_since INTEGER NOT NULL,
              due_at INTEGER NOT NULL,
              tried_at INTEGER NOT NULL DEFAULT 0,
              attempts INTEGER NOT NULL DEFAULT 0,
              maybe_sent INTEGER NOT NULL DEFAULT 0,
              owner TEXT
            )""",
            """
            CREATE TABLE outbox_clock (
              id INTEGER PRIMARY KEY CHECK (id = 1),
              last INTEGER NOT NULL
            )""",
            "INSERT INTO outbox_clock VALUES (1, 0)",
            """
            CREATE TABLE call_log (
              store_id TEXT NOT NULL,
              encounter_key TEXT NOT NULL,
              outcome TEXT NOT NULL,
              number TEXT NOT NULL,
              e164 TEXT,
              name TEXT,
              profile_id TEXT,
              started_at INTEGER NOT NULL,
              ended_at INTEGER NOT NULL,
              PRIMARY KEY (store_id, encounter_key)
            )""",
            "CREATE INDEX call_log_by_time ON call_log (store_id, started_at)",
            "CREATE INDEX call_log_by_number ON call_log (store_id, e164)",
            """
            CREATE TABLE number_choices (
              store_id TEXT NOT NULL,
              e164 TEXT NOT NULL,
              profile_id TEXT NOT NULL,
              PRIMARY KEY (store_id, e164)
            ) WITHOUT ROWID""");

    /** What other processes on this computer may know. */
    private static final List<String> SHARED = List.of("""
            CREATE TABLE senders (
              store_id TEXT PRIMARY KEY,
              store_name TEXT NOT NULL,
              owner TEXT,
              since INTEGER NOT NULL
            ) WITHOUT ROWID""", """
            CREATE TABLE known_numbers (
              store_id TEXT NOT NULL,
              e164 TEXT NOT NULL,
              profile_id TEXT NOT NULL,
              name TEXT,
              PRIMARY KEY (store_id, e164)
            ) WITHOUT ROWID""");

    /** Drafts belong to a store. Those of before have none; the first store that is opened takes them. */
    private static final List<String> DRAFTS_BY_STORE = List.of(
            "ALTER TABLE drafts RENAME TO drafts_of_before",
            """
            CREATE TABLE drafts (
              store_id TEXT NOT NULL,
              encounter_key TEXT NOT NULL,
              content TEXT NOT NULL,
              PRIMARY KEY (store_id, encounter_key)
            ) WITHOUT ROWID""",
            "INSERT INTO drafts SELECT '', encounter_key, content FROM drafts_of_before",
            "DROP TABLE drafts_of_before");

    /** Stores are in this memory or that one. Until then there was only the one on this computer. */
    private static final List<String> SENDERS_BY_MEMORY =
            List.of("ALTER TABLE senders ADD COLUMN memory TEXT NOT NULL DEFAULT 'local'");

    private static final List<List<String>> STEPS = List.of(FIRST, SHARED, DRAFTS_BY_STORE, SENDERS_BY_MEMORY);

    static final int VERSION = STEPS.size();

    private DeskSchema() {}

    /** What a file of this version still has to do, 0 for an empty one. */
    static List<String> from(int version) {
        return STEPS.stream().skip(version).flatMap(List::stream).toList();
    }
}
