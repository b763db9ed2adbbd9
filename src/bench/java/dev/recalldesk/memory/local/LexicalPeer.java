package dev.recalldesk.memory.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * The same observations in SQLite's own full-text index (FTS5), asked as one would: any of the words, within one customer, the
 * best twenty by BM25 with their rows. The customer is a word of the index, for a condition beside it is far slower.
 */
final class LexicalPeer implements AutoCloseable {
    private static final int WARMING = 200;
    private static final int SEARCHES = 1_000;
    private final SyntheticStore store;
    private final Path file;
    private final Connection connection;

    LexicalPeer(SyntheticStore store) throws SQLException {
        this.store = store;
        this.file = store.folder().resolveSibling(store.folder().getFileName() + "-fts5.db");
        boolean ready = Files.exists(file);
        Path building = ready ? file : file.resolveSibling(file.getFileName() + ".part");
        if (!ready) {
            build(building);
        }
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("ATTACH '" + store.folder().resolve("memory.db") + "' AS memory");
        }
    }

    private void build(Path building) throws SQLException {
        try {
            Files.deleteIfExists(building);
            try (Connection fresh = DriverManager.getConnection("jdbc:sqlite:" + building);
                    Statement statement = fresh.createStatement()) {
                statement.execute("ATTACH '" + store.folder().resolve("memory.db") + "' AS memory");
                statement.executeUpdate("CREATE VIRTUAL TABLE text USING fts5(customer, content, content='', "
                        + "detail=full, tokenize='porter unicode61')");
                statement.executeUpdate("INSERT INTO text (text, rank) VALUES ('rank', 'bm25(0.0, 1.0)')");
                statement.executeUpdate("INSERT INTO text (rowid, customer, content) SELECT o.rowid, 'c' || p.rowid, "
                        + "o.content FROM memory.observation o JOIN memory.profile p ON p.id = o.profile_id");
                statement.executeUpdate("INSERT INTO text (text) VALUES ('optimize')");
            }
            Files.move(building, file);
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    double megabytes() throws IOException {
        return Files.size(file) / 1e6;
    }

    SortedMap<Integer, Times> run() throws SQLException {
        SyntheticTexts texts = new SyntheticTexts(new Random(7));
        SortedMap<Integer, Times> times = new TreeMap<>();
        for (Map.Entry<Integer, List<String>> kind : store.customers().entrySet()) {
            Random random = new Random(kind.getKey());
            for (int i = -WARMING; i < SEARCHES; i++) {
                String customer = kind.getValue().get(random.nextInt(kind.getValue().size()));
                String question = texts.question();
                long begin = System.nanoTime();
                recall(customer, question);
                if (i >= 0) {
                    times.computeIfAbsent(kind.getKey(), _ -> new Times()).add(System.nanoTime() - begin);
                }
            }
        }
        return times;
    }

    private int recall(String customer, String question) throws SQLException {
        StringJoiner any = new StringJoiner(" OR ");
        for (String word : question.split("[^\\p{L}\\p{N}]+")) {
            any.add('"' + word + '"');
        }
        int rows = 0;
        try (PreparedStatement select = connection.prepareStatement("SELECT o.* FROM (SELECT rowid, rank FROM text "
                + "WHERE text MATCH 'customer : c' || (SELECT rowid FROM memory.profile WHERE id = ?) || "
                + "' AND content : (' || ? || ')' ORDER BY rank LIMIT 20) found "
                + "JOIN memory.observation o ON o.rowid = found.rowid ORDER BY found.rank")) {
            select.setString(1, customer);
            select.setString(2, any.toString());
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows += found.getString("content").isEmpty() ? 0 : 1;
                }
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
