package dev.recalldesk.memory.local;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the customers who were asked about last: an agent asks about one customer again and again. They are read anew
 * when anything of the customer has changed; what is written about others does not touch them. Thread-safe.
 */
final class RecentTexts {
    private static final long MOST_BYTES = 24_000_000;
    private final Map<String, ProfileTexts> recent = new LinkedHashMap<>(16, 0.75f, true);
    private @Nullable Object latest;

    ProfileTexts of(IndexSearcher searcher, String profileId) throws IOException {
        IndexReader reader = searcher.getIndexReader();
        ProfileTexts known = known(reader, profileId);
        if (known != null && known.isReadBy(reader)) {
            return known;
        }
        ProfileTexts texts = known != null && known.slices().equals(TextSlice.of(reader, profileId))
                ? known.readBy(reader)
                : ProfileTexts.of(searcher, profileId);
        keep(profileId, texts);
        return texts;
    }

    private synchronized @Nullable ProfileTexts known(IndexReader reader, String profileId) {
        Object key = Objects.requireNonNull(reader.getReaderCacheHelper()).getKey();
        if (!key.equals(latest)) {
            forgetAllBut(reader);
            latest = key;
        }
        return recent.get(profileId);
    }

    /** Lets go of segments that are no longer searched, lest they fill the memory. */
    private void forgetAllBut(IndexReader reader) {
        Set<LeafReader> present =
                reader.leaves().stream().map(LeafReaderContext::reader).collect(Collectors.toSet());
        recent.values().removeIf(texts -> texts.slices().stream().anyMatch(slice -> !present.contains(slice.reader())));
    }

    private synchronized void keep(String profileId, ProfileTexts texts) {
        recent.put(profileId, texts);
        long bytes = recent.values().stream().mapToLong(ProfileTexts::bytes).sum();
        Iterator<ProfileTexts> oldest = recent.values().iterator();
        while (bytes > MOST_BYTES && oldest.hasNext()) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }
}
