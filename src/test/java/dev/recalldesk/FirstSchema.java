package dev.recalldesk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** A memory as the first version of this program left it: its tables, one store, one customer, and what was noted. */
final class FirstSchema {
    static final String STORE = "mem_store_01jbaaaaaaaaaaaaaaaaaaaaaa";
    static final String PROFILE = "mem_profile_01jbaaaaaaaaaaaaaaaaaaaaaa";
    static final String OBSERVATION = "mem_observation_01jbaaaaaaaaaaaaaaaaaaaaaa";
    static final String NOTE = "Wants a brass propeller of 14 inches.";
    static final String SUMMARY = "A bent propeller was exchanged.";

    private static final List<String> STATEMENTS = List.of(
            "CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
            """
            CREATE TABLE store (
              id TEXT PRIMARY KEY, display_name TEXT NOT NULL UNIQUE, description TEXT NOT NULL,
              version INTEGER NOT NULL, created_at INTEGER NOT NULL, last_tick INTEGER NOT NULL)
            """,
            """
            CREATE TABLE trait_group (
              store_id TEXT NOT NULL REFERENCES store(id) ON DELETE CASCADE, name TEXT NOT NULL,
              description TEXT NOT NULL, traits TEXT NOT NULL, version INTEGER NOT NULL,
              PRIMARY KEY (store_id, name))
            """,
            """
            CREATE TABLE profile (
              id TEXT PRIMARY KEY, store_id TEXT NOT NULL REFERENCES store(id) ON DELETE CASCADE,
              created_at INTEGER NOT NULL)
            """,
            "CREATE INDEX profile_by_age ON profile (store_id, created_at, id)",
            """
            CREATE TABLE trait (
              profile_id TEXT NOT NULL REFERENCES profile(id) ON DELETE CASCADE, group_name TEXT NOT NULL,
              name TEXT NOT NULL, value TEXT NOT NULL, changed_at INTEGER NOT NULL,
              PRIMARY KEY (profile_id, group_name, name)) WITHOUT ROWID
            """,
            """
            CREATE TABLE identifier (
              sequence INTEGER PRIMARY KEY AUTOINCREMENT, store_id TEXT NOT NULL,
              profile_id TEXT NOT NULL REFERENCES profile(id) ON DELETE CASCADE,
              id_type TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (profile_id, id_type, value))
            """,
            "CREATE INDEX identifier_by_value ON identifier (store_id, id_type, value)",
            """
            CREATE TABLE observation (
              id TEXT PRIMARY KEY, profile_id TEXT NOT NULL REFERENCES profile(id) ON DELETE CASCADE,
              content TEXT NOT NULL, source TEXT NOT NULL, occurred_at INTEGER NOT NULL, created_at INTEGER NOT NULL,
              updated_at INTEGER NOT NULL, conversation_ids TEXT NOT NULL)
            """,
            "CREATE INDEX observation_by_age ON observation (profile_id, created_at, id)",
            "CREATE INDEX observation_by_time ON observation (profile_id, occurred_at, id)",
            """
            CREATE TABLE revision (
              observation_id TEXT NOT NULL REFERENCES observation(id) ON DELETE CASCADE, number INTEGER NOT NULL,
              content TEXT NOT NULL, source TEXT NOT NULL, occurred_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
              conversation_ids TEXT NOT NULL, PRIMARY KEY (observation_id, number)) WITHOUT ROWID
            """,
            """
            CREATE TABLE summary (
              id TEXT PRIMARY KEY, profile_id TEXT NOT NULL REFERENCES profile(id) ON DELETE CASCADE,
              conversation_id TEXT NOT NULL, content TEXT NOT NULL, source TEXT, occurred_at INTEGER NOT NULL,
              created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL)
            """,
            "CREATE INDEX summary_by_age ON summary (profile_id, created_at, id)",
            "CREATE INDEX summary_by_time ON summary (profile_id, occurred_at, id)",
            """
            CREATE TABLE change (
              sequence INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, item_id TEXT NOT NULL)
            """,
            "INSERT INTO about VALUES ('id', '2f6b1c0e-5d5c-4a57-9c58-0b8f5a3f6d11')",
            "INSERT INTO store VALUES ('" + STORE + "', 'Harbor', '', 1, 1767225600000, 1767225600003)",
            "INSERT INTO trait_group VALUES ('" + STORE + "', 'Contact', '', '{}', 1)",
            "INSERT INTO profile VALUES ('" + PROFILE + "', '" + STORE + "', 1767225600000)",
            "INSERT INTO observation VALUES ('" + OBSERVATION + "', '" + PROFILE + "', '" + NOTE
                    + "', 'agent', 1767225600001, 1767225600001, 1767225600002, '')",
            "INSERT INTO revision VALUES ('" + OBSERVATION
                    + "', 1, 'Wants a propeller.', 'agent', 1767225600001, 1767225600001, '')",
            "INSERT INTO summary VALUES ('mem_summary_01jbaaaaaaaaaaaaaaaaaaaaaa', '" + PROFILE
                    + "', 'conv_conversation_01jbaaaaaaaaaaaaaaaaaaaaaa', '" + SUMMARY
                    + "', NULL, 1767225600003, 1767225600003, 1767225600003)",
            "INSERT INTO change (kind, item_id) VALUES ('OBSERVATION', '" + OBSERVATION + "')",
            "PRAGMA user_version = 1");

    private FirstSchema() {}

    static void write(Path folder) throws IOException, SQLException {
        Files.createDirectories(folder);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("memory.db"));
                var statement = connection.createStatement()) {
            for (String sql : STATEMENTS) {
                int _ = statement.executeUpdate(sql);
            }
        }
    }
}
