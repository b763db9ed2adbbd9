package dev.recalldesk.memory.local;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** The tables. Instants are milliseconds since 1970; lists and trait values are JSON. */
final class Schema {
    /** What the first version had. */
    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID
            """,
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
            // What the index has yet to learn; AUTOINCREMENT, so that a number is never given twice.
            """
            CREATE TABLE change (
              sequence INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, item_id TEXT NOT NULL)
            """);

    /** What version 2 added. Texts that were there before wait for their vectors like new ones. */
    private static final List<String> MEANING = List.of("""
            CREATE TABLE IF NOT EXISTS vector (
              text_id TEXT PRIMARY KEY, model TEXT NOT NULL, value BLOB NOT NULL) WITHOUT ROWID
            """, """
            CREATE TABLE IF NOT EXISTS unembedded (sequence INTEGER PRIMARY KEY, text_id TEXT NOT NULL UNIQUE)
            """, triggers("observation"), triggers("summary"));

    private static String triggers(String table) {
        return """
                CREATE TRIGGER IF NOT EXISTS %1$s_new AFTER INSERT ON %1$s BEGIN
                  INSERT OR IGNORE INTO unembedded (text_id) VALUES (NEW.id);
                END;
                CREATE TRIGGER IF NOT EXISTS %1$s_corrected AFTER UPDATE OF content ON %1$s BEGIN
                  DELETE FROM vector WHERE text_id = NEW.id;
                  INSERT OR IGNORE INTO unembedded (text_id) VALUES (NEW.id);
                END;
                CREATE TRIGGER IF NOT EXISTS %1$s_gone AFTER DELETE ON %1$s BEGIN
                  DELETE FROM vector WHERE text_id = OLD.id;
                  DELETE FROM unembedded WHERE text_id = OLD.id;
                END;
                INSERT OR IGNORE INTO unembedded (text_id)
                SELECT id FROM %1$s WHERE NOT EXISTS (SELECT 1 FROM vector WHERE text_id = id);
                """.formatted(table);
    }

    /** What version 3 added: what only programs on the wire ask for. */
    private static final List<String> WIRE = List.of(
            """
            ALTER TABLE store ADD COLUMN status TEXT NOT NULL DEFAULT 'ACTIVE'
            """,
            """
            CREATE TABLE operation (
              id TEXT PRIMARY KEY, created_at INTEGER NOT NULL, ended_at INTEGER, resource_id TEXT, resource_path TEXT,
              error_code INTEGER, error_title TEXT, error_detail TEXT) WITHOUT ROWID
            """,
            "CREATE INDEX operation_by_end ON operation (ended_at)",
            """
            CREATE TABLE data_mapping (
              id TEXT PRIMARY KEY, store_id TEXT NOT NULL REFERENCES store(id) ON DELETE CASCADE,
              display_name TEXT NOT NULL, description TEXT NOT NULL, enabled INTEGER NOT NULL, kind TEXT NOT NULL,
              source TEXT NOT NULL, targets TEXT NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
              version INTEGER NOT NULL, UNIQUE (store_id, display_name))
            """,
            "CREATE INDEX data_mapping_by_age ON data_mapping (store_id, created_at, id)",
            """
            CREATE TABLE profile_import (
              id TEXT PRIMARY KEY, store_id TEXT NOT NULL REFERENCES store(id) ON DELETE CASCADE,
              filename TEXT NOT NULL, file_size INTEGER NOT NULL, columns TEXT NOT NULL, upload_key BLOB NOT NULL,
              received INTEGER NOT NULL, status TEXT NOT NULL, rows INTEGER NOT NULL, errors INTEGER NOT NULL,
              warnings INTEGER NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL)
            """,
            "CREATE INDEX profile_import_by_age ON profile_import (store_id, created_at, id)");

    /**
     * What version 4 added: by what customers are recognised, and who became one. In stores that were there before, a type of
     * which customers share a value already leaves it to them.
     */
    private static final List<String> IDENTITY = List.of(
            """
            CREATE TABLE identifier_type (
              store_id TEXT NOT NULL REFERENCES store(id) ON DELETE CASCADE, id_type TEXT NOT NULL,
              position INTEGER NOT NULL, rule INTEGER, matching TEXT NOT NULL, threshold INTEGER NOT NULL,
              value_limit INTEGER NOT NULL, limit_policy TEXT NOT NULL, is_unique INTEGER NOT NULL,
              normalization TEXT NOT NULL, implied INTEGER NOT NULL, PRIMARY KEY (store_id, id_type)) WITHOUT ROWID
            """,
            "ALTER TABLE store ADD COLUMN identity_version INTEGER NOT NULL DEFAULT 1",
            """
            CREATE TABLE merged_profile (
              id TEXT PRIMARY KEY, profile_id TEXT NOT NULL REFERENCES profile(id) ON DELETE CASCADE) WITHOUT ROWID
            """,
            "CREATE INDEX merged_profile_by_canonical ON merged_profile (profile_id)",
            """
            WITH born (id_type, normalization, position) AS (
                   VALUES ('email', 'EMAIL', 0), ('whatsapp', 'TRIM', 1), ('phone', 'PHONE', 2)),
                 promoted (store_id, id_type) AS (
                   SELECT DISTINCT g.store_id, json_extract(t.value, '$.promotedTo')
                     FROM trait_group g, json_each(g.traits) t),
                 known (store_id, id_type, normalization, position, implied) AS (
                   SELECT s.id, b.id_type, b.normalization, b.position, 0 FROM store s, born b
                   UNION ALL
                   SELECT store_id, id_type, 'TRIM', 2 + row_number() OVER (PARTITION BY store_id ORDER BY id_type), 1
                     FROM promoted WHERE id_type IS NOT NULL AND id_type NOT IN (SELECT id_type FROM born))
            INSERT INTO identifier_type (store_id, id_type, position, rule, matching, threshold, value_limit,
                                         limit_policy, is_unique, normalization, implied)
            SELECT store_id, id_type, position, position, 'EXACT', 75, 100, 'FIFO',
                   NOT EXISTS (SELECT 1 FROM identifier i JOIN identifier o
                                 ON o.store_id = i.store_id AND o.id_type = i.id_type AND o.value = i.value
                                    AND o.profile_id <> i.profile_id
                                WHERE i.store_id = known.store_id AND i.id_type = known.id_type),
                   normalization, implied
              FROM known
            """);

    /** What every version added, the first one first. A step that was ever released is never changed. */
    static final List<List<String>> STEPS = List.of(TABLES, MEANING, WIRE, IDENTITY);

    static final int VERSION = STEPS.size();

    private Schema() {}

    /** Refuses a file this program does not understand, or of which not even the tables can be read. */
    static void look(Connection connection, Path file) throws SQLException, IOException {
        int found = version(connection);
        if (found > VERSION) {
            throw new DataFolderTooNew(file, found, VERSION);
        }
        if (found > 0) {
            try (Statement statement = connection.createStatement()) {
                statement.executeQuery("SELECT value FROM about").close();
            }
        }
    }

    /** Creates the tables that are missing, all or none. */
    static void prepare(Connection connection) throws SQLException {
        int found = version(connection);
        if (found == VERSION) {
            return;
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (List<String> step : STEPS.subList(found, VERSION)) {
                for (String part : step) {
                    // The driver runs every statement of a text in an update, but only the first otherwise.
                    statement.executeUpdate(part);
                }
            }
            if (found == 0) {
                statement.execute("INSERT INTO about VALUES ('id', '" + UUID.randomUUID() + "')");
            }
            statement.execute("PRAGMA user_version = " + VERSION);
            connection.commit();
        } catch (SQLException e) {
            // Turning the automatic commit on again would keep the tables made so far.
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
