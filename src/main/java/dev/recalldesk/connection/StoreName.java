package dev.recalldesk.connection;

import dev.recalldesk.memory.Checks;
import dev.recalldesk.memory.Store;
import java.util.List;

/** What a new store may be called, and whether there may be one more (Memory API, stores). */
public final class StoreName {
    /** Most stores an account has. */
    public static final int MOST_STORES = 15;
    /** Most characters of a name. */
    public static final int LONGEST = 64;

    private StoreName() {}

    /** What hinders a new store of this name. */
    public enum Hindrance {
        NONE,
        /** Nothing is written yet. */
        EMPTY,
        TOO_LONG,
        /** Something else than letters without accents, digits and hyphens. */
        CHARACTERS,
        /** Another store of the account has it. */
        TAKEN,
        /** The account has as many stores as it can have. */
        NO_ROOM
    }

    /** @param present the stores of the account */
    public static Hindrance of(String name, List<Store> present) {
        if (present.size() >= MOST_STORES) {
            return Hindrance.NO_ROOM;
        }
        if (name.isEmpty()) {
            return Hindrance.EMPTY;
        }
        if (name.length() > LONGEST) {
            return Hindrance.TOO_LONG;
        }
        if (!Checks.canBeStoreName(name)) {
            return Hindrance.CHARACTERS;
        }
        boolean taken = present.stream().anyMatch(store -> store.displayName().equals(name));
        return taken ? Hindrance.TAKEN : Hindrance.NONE;
    }
}
