package dev.recalldesk.memory.local;

import dev.recalldesk.memory.IdentifierConfig;
import dev.recalldesk.memory.IdentifierConfig.LimitPolicy;
import dev.recalldesk.memory.IdentifierConfig.Matching;
import dev.recalldesk.memory.IdentifierConfig.Normalization;
import dev.recalldesk.memory.IdentitySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The identity settings of stores in the database: one row a type of identifier. */
final class IdentityRows {
    /**
     * A type and how the store came to know it.
     *
     * @param rule its place among the matching rules; {@code null} when it is none
     * @param implied whether nobody configured it: it came with a trait that is promoted to it
     */
    private record Type(IdentifierConfig config, @Nullable Integer rule, boolean implied, int version) {}

    private static final RowMapper<Type> TYPE = (row, context) -> new Type(
            new IdentifierConfig(
                    row.getString("id_type"),
                    Matching.valueOf(row.getString("matching")),
                    row.getInt("threshold"),
                    row.getInt("value_limit"),
                    LimitPolicy.valueOf(row.getString("limit_policy")),
                    row.getBoolean("is_unique"),
                    Normalization.valueOf(row.getString("normalization"))),
            row.getObject("rule") == null ? null : row.getInt("rule"),
            row.getBoolean("implied"),
            row.getInt("identity_version"));

    private IdentityRows() {}

    static IdentitySettings get(Handle handle, String storeId) {
        List<IdentifierConfig> configs = new ArrayList<>();
        Map<Integer, String> rules = new TreeMap<>();
        int version = 1;
        for (Type type : types(handle, storeId)) {
            configs.add(type.config());
            version = type.version();
            if (type.rule() != null) {
                rules.put(type.rule(), type.config().idType());
            }
        }
        return new IdentitySettings(configs, List.copyOf(rules.values()), version);
    }

    /** The types that are there only because a trait is promoted to them. */
    static List<String> implied(Handle handle, String storeId) {
        return types(handle, storeId).stream()
                .filter(Type::implied)
                .map(type -> type.config().idType())
                .toList();
    }

    private static List<Type> types(Handle handle, String storeId) {
        return handle.select(
                        "SELECT t.*, s.identity_version FROM identifier_type t JOIN store s ON s.id = t.store_id"
                                + " WHERE t.store_id = ? ORDER BY t.position",
                        storeId)
                .map(TYPE)
                .list();
    }

    /**
     * Puts settings in the place of those there are, if any.
     *
     * @param implied the types nobody decided on
     */
    static void replace(Handle handle, String storeId, IdentitySettings settings, Set<String> implied) {
        handle.execute("DELETE FROM identifier_type WHERE store_id = ?", storeId);
        for (int i = 0; i < settings.identifierConfigs().size(); i++) {
            IdentifierConfig config = settings.identifierConfigs().get(i);
            int rule = settings.matchingRules().indexOf(config.idType());
            insert(handle, storeId, config, i, rule < 0 ? null : rule, implied.contains(config.idType()));
        }
    }

    /** Adds a type at the end of the types and of the rules. */
    static void imply(Handle handle, String storeId, IdentifierConfig config) {
        // Behind every place and every rule there is.
        int end = handle.select(
                        "SELECT MAX(MAX(position), COALESCE(MAX(rule), 0)) + 1 FROM identifier_type WHERE store_id = ?",
                        storeId)
                .mapTo(Integer.class)
                .one();
        insert(handle, storeId, config, end, end, true);
    }

    private static void insert(
            Handle handle,
            String storeId,
            IdentifierConfig config,
            int position,
            @Nullable Integer rule,
            boolean implied) {
        handle.execute(
                "INSERT INTO identifier_type (store_id, id_type, position, rule, matching, threshold, value_limit,"
                        + " limit_policy, is_unique, normalization, implied) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                storeId,
                config.idType(),
                position,
                rule,
                config.matching().name(),
                config.threshold(),
                config.limit(),
                config.limitPolicy().name(),
                config.unique(),
                config.normalization().name(),
                implied);
    }

    static void remove(Handle handle, String storeId, String idType) {
        handle.execute("DELETE FROM identifier_type WHERE store_id = ? AND id_type = ?", storeId, idType);
    }

    /** Lets what several customers have already stay theirs. */
    static void shareWhatIsShared(Handle handle, String storeId) {
        handle.execute("""
                UPDATE identifier_type SET is_unique = 0
                 WHERE store_id = ? AND EXISTS (
                   SELECT 1 FROM identifier i JOIN identifier o
                     ON o.store_id = i.store_id AND o.id_type = i.id_type AND o.value = i.value
                        AND o.profile_id <> i.profile_id
                    WHERE i.store_id = identifier_type.store_id AND i.id_type = identifier_type.id_type)
                """, storeId);
    }

    static void nextVersion(Handle handle, String storeId) {
        handle.execute("UPDATE store SET identity_version = identity_version + 1 WHERE id = ?", storeId);
    }
}
