package dev.recalldesk.desk;

import dev.recalldesk.memory.Trait;
import java.util.Comparator;
import java.util.List;

/** In which order the fields of a customer are shown. */
public final class TraitOrder {
    private static final List<String> FIRST = List.of("Contact", "Account", "Support");

    /** The groups every desk has, then all others by name. */
    public static final Comparator<String> GROUPS = Comparator.comparingInt(TraitOrder::rank)
            .thenComparing(String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Comparator.naturalOrder());

    static final Comparator<Trait> TRAITS =
            Comparator.comparing(Trait::group, GROUPS).thenComparing(Trait::name);

    private TraitOrder() {}

    private static int rank(String group) {
        int place = FIRST.indexOf(group);
        return place < 0 ? FIRST.size() : place;
    }
}
