package dev.recalldesk.memory.local;

import dev.recalldesk.memory.Checks;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.local.DataMapping.Content;
import dev.recalldesk.memory.local.DataMapping.Kind;
import dev.recalldesk.memory.local.DataMapping.Source;
import dev.recalldesk.memory.local.DataMapping.Target;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The data mappings of the stores of this machine. Thread-safe; every method blocks and throws {@link MemoryFailure}, among
 * them {@link MemoryFailure.NotFound} when there is no such store or mapping.
 */
public final class DataMappings {
    private final LocalAccount account;

    public DataMappings(LocalAccount account) {
        this.account = account;
    }

    /** Mappings with a source of this kind, newest first unless the page asks otherwise; at most 100 a page. */
    public Page<DataMapping> page(String storeId, @Nullable Kind kind, PageRequest page) {
        return store(storeId).read(handle -> DataMappingRows.page(handle, storeId, kind, page));
    }

    public DataMapping get(String storeId, String id) {
        return store(storeId).read(handle -> DataMappingRows.get(handle, storeId, id));
    }

    /**
     * Adds a mapping and returns its id.
     *
     * @throws MemoryFailure.Conflict when the name is taken
     * @throws MemoryFailure.Invalid when a data set is to become a trait that is not defined
     */
    public String create(String storeId, Content content) {
        return store(storeId).write((handle, now) -> {
            check(handle, storeId, content);
            return DataMappingRows.insert(handle, storeId, content, now);
        });
    }

    /**
     * Changes a mapping; fails as {@link #create} does.
     *
     * @param version the version the mapping must have, or {@code null} for any
     * @return whether the mapping had that version and was changed
     */
    public boolean update(String storeId, String id, @Nullable Integer version, UnaryOperator<Content> change) {
        return store(storeId).write((handle, now) -> {
            DataMapping mapping = DataMappingRows.get(handle, storeId, id);
            if (version != null && version != mapping.version()) {
                return false;
            }
            Content content = change.apply(mapping.content());
            check(handle, storeId, content);
            DataMappingRows.update(handle, storeId, id, content, now);
            return true;
        });
    }

    public void delete(String storeId, String id) {
        store(storeId).change((handle, now) -> DataMappingRows.delete(handle, storeId, id));
    }

    /** Columns may be mapped before the traits are there; a data set is read at once, so its traits must be. */
    private static void check(Handle handle, String storeId, Content content) {
        if (content.source() instanceof Source.Ingress) {
            return;
        }
        TraitRows.Definitions definitions = TraitRows.Definitions.of(handle, storeId);
        List<Target> targets = content.targets();
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            Checks.require(
                    definitions.has(target.traitGroup(), target.traitName()),
                    "mappingTo.mappings[" + i + "]",
                    target.traitGroup() + " has no trait named " + target.traitName() + ".");
        }
    }

    private OneStore store(String storeId) {
        return new OneStore(storeId, account.database(), account.clock());
    }
}
