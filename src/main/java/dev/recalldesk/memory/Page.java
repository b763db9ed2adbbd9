package dev.recalldesk.memory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextToken opaque; hand it back in a {@link PageRequest} for the page after this one; {@code null} on the last
 */
public record Page<T>(List<T> items, @Nullable String nextToken) {
    public Page {
        items = List.copyOf(items);
    }
}
