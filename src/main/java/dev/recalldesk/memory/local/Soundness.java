package dev.recalldesk.memory.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Asks SQLite whether a memory's file is whole. Nothing is written, not even what an older version would lack. */
final class Soundness {
    private static final String SOUND = "ok";

    private Soundness() {}

    /**
     * What is wrong with the file, a line each; empty when nothing is.
     *
     * @throws DataFolderProblem when it cannot be read at all
     */
    static List<String> damages(Path file) throws DataFolderProblem {
        try (Connection connection = Database.connect(file, false)) {
            List<String> damages = integrity(connection);
            return damages.isEmpty() ? List.copyOf(strays(connection)) : damages;
        } catch (SQLException e) {
            throw StorageTrouble.whileOpening(file, e);
        }
    }

    private static List<String> integrity(Connection connection) throws SQLException {
        List<String> damages = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA integrity_check")) {
            while (rows.next()) {
                damages.add(rows.getString(1));
            }
        } catch (SQLException e) {
            if (!StorageTrouble.damage(e)) {
                throw e;
            }
            damages.add("it cannot be read any further");
        }
        return damages.equals(List.of(SOUND)) ? List.of() : damages;
    }

    /** Rows that belong to something that is not there. */
    private static Set<String> strays(Connection connection) throws SQLException {
        Set<String> strays = new LinkedHashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA foreign_key_check")) {
            while (rows.next()) {
                strays.add("rows of " + rows.getString("table") + " belong to a " + rows.getString("parent")
                        + " that is not there");
            }
        }
        return strays;
    }
}
