package dev.recalldesk.memory;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextToken opaque; hand it back in a {@link PageRequest} for the page after this one; {@code null} on the last
 * @param previousToken the same for the page before this one; {@code null} on the first
 */
public record Page<T>(
        List<T> items, @Nullable String nextToken, @Nullable String previousToken) {
    public Page {
        items = List.copyOf(items);
    }

    /** A page nobody goes back from. */
    public Page(List<T> items, @Nullable String nextToken) {
        this(items, nextToken, null);
    }

    /** The same page of what the items are turned into. */
    public <R> Page<R> map(Function<? super T, ? extends R> function) {
        return new Page<>(items.stream().<R>map(function).toList(), nextToken, previousToken);
    }
}
