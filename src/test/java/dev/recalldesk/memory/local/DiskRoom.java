package dev.recalldesk.memory.local;

/** A disk that is as full as a test wants it, on every machine. */
public final class DiskRoom {
    private static final int PLENTY = 1_000_000;

    private DiskRoom() {}

    /** Lets the memory grow by so many pages and no further. */
    public static void leave(LocalAccount account, int pages) {
        limit(account, pragma(account, "PRAGMA page_count") + pages);
    }

    public static void leavePlenty(LocalAccount account) {
        limit(account, PLENTY);
    }

    private static void limit(LocalAccount account, int pages) {
        int _ = pragma(account, "PRAGMA max_page_count = " + pages);
    }

    /** On the connection that writes, because the limit is its own. */
    private static int pragma(LocalAccount account, String sql) {
        return account.database()
                .write(handle -> handle.select(sql).mapTo(Integer.class).one());
    }
}
