package dev.recalldesk.memory;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list.
 *
 * @param size 1 to 1,000; a memory may give fewer
 * @param token from the page before; {@code null} for the first
 * @param order by time of creation
 */
public record PageRequest(int size, @Nullable String token, Order order) {
    /** Newest first is what every list gives unless asked otherwise. */
    public enum Order {
        NEWEST_FIRST,
        OLDEST_FIRST
    }

    public PageRequest {
        if (size < 1 || size > 1000) {
            throw new MemoryFailure.Invalid("pageSize", "pageSize must be between 1 and 1000");
        }
    }

    public static PageRequest first(int size) {
        return new PageRequest(size, null, Order.NEWEST_FIRST);
    }

    public PageRequest after(String nextToken) {
        return new PageRequest(size, nextToken, order);
    }
}
