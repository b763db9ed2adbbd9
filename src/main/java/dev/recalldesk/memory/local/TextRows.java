package dev.recalldesk.memory.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.util.BytesRef;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Carries texts from the truth into the index. */
final class TextRows {
    private static final String OBSERVATIONS = """
            SELECT o.id, p.store_id, o.profile_id, 0 AS kind, o.content, o.occurred_at, o.rowid AS written, o.conversation_ids,
                   v.value AS vector
              FROM observation o JOIN profile p ON p.id = o.profile_id
                   LEFT JOIN vector v ON v.text_id = o.id AND v.model = 'MODEL'
            """.replace("MODEL", MeaningModel.NAME);
    private static final String SUMMARIES = """
            SELECT s.id, p.store_id, s.profile_id, 1 AS kind, s.content, s.occurred_at, s.rowid AS written,
                   s.conversation_id AS conversation_ids, v.value AS vector
              FROM summary s JOIN profile p ON p.id = s.profile_id
                   LEFT JOIN vector v ON v.text_id = s.id AND v.model = 'MODEL'
            """.replace("MODEL", MeaningModel.NAME);
    private static final RowMapper<IndexedText> TEXT = (row, context) -> new IndexedText(
            row.getString("id"),
            row.getString("store_id"),
            row.getString("profile_id"),
            row.getInt("kind") == 1,
            row.getString("content"),
            row.getLong("occurred_at"),
            row.getLong("written"),
            Conversations.split(row.getString("conversation_ids")),
            vector(row.getBytes("vector")));

    /** The index, not the truth, failed inside a transaction on the truth. */
    static final class IndexBroken extends UncheckedIOException {
        private static final long serialVersionUID = 1L;

        IndexBroken(IOException cause) {
            super(cause);
        }
    }

    /** What is done with each text. */
    interface Into {
        void take(IndexedText text) throws IOException;
    }

    private TextRows() {}

    private static @Nullable BytesRef vector(byte @Nullable [] value) {
        return value == null ? null : new BytesRef(value);
    }

    /** Every text there is. */
    static void all(Handle handle, Into into) {
        stream(handle, OBSERVATIONS, into);
        stream(handle, SUMMARIES, into);
    }

    static long count(Handle handle) {
        return handle.select("SELECT (SELECT COUNT(*) FROM observation) + (SELECT COUNT(*) FROM summary)")
                .mapTo(Long.class)
                .one();
    }

    /** Makes the index agree with the truth on what the changes touched. */
    static void apply(Handle handle, List<Changes.Change> changes, TextIndex index) {
        try {
            Set<String> done = new LinkedHashSet<>();
            for (Changes.Change change : changes) {
                if (done.add(change.itemId())) {
                    apply(handle, change, index);
                }
            }
        } catch (IOException e) {
            throw new IndexBroken(e);
        }
    }

    private static void apply(Handle handle, Changes.Change change, TextIndex index) throws IOException {
        String id = change.itemId();
        switch (change.kind()) {
            case OBSERVATION -> {
                index.remove(IndexedText.ID, id);
                stream(handle, OBSERVATIONS + " WHERE o.id = ?", index::add, id);
            }
            case SUMMARY -> {
                index.remove(IndexedText.ID, id);
                stream(handle, SUMMARIES + " WHERE s.id = ?", index::add, id);
            }
            case PROFILE -> {
                index.remove(IndexedText.PROFILE, id);
                stream(handle, OBSERVATIONS + " WHERE o.profile_id = ?", index::add, id);
                stream(handle, SUMMARIES + " WHERE s.profile_id = ?", index::add, id);
            }
            case STORE -> {
                index.remove(IndexedText.STORE, id);
                stream(handle, OBSERVATIONS + " WHERE p.store_id = ?", index::add, id);
                stream(handle, SUMMARIES + " WHERE p.store_id = ?", index::add, id);
            }
        }
    }

    private static void stream(Handle handle, String sql, Into into, Object... arguments) {
        handle.select(sql, arguments).map(TEXT).forEach(text -> {
            try {
                into.take(text);
            } catch (IOException e) {
                throw new IndexBroken(e);
            }
        });
    }
}
