package dev.recalldesk.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the memory said of the customers it was asked about last, each part with its time, for when it does not answer.
 * Thread-safe.
 */
final class LastSeen {
    private record Seen(@Nullable Customer customer, Panel panel) {}

    private final Map<String, Seen> byProfile;

    /** @param capacity of how many customers; the one not asked about longest goes first */
    LastSeen(int capacity) {
        byProfile = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
                return size() > capacity;
            }
        };
    }

    synchronized void keep(String profileId, Customer customer) {
        byProfile.put(profileId, new Seen(customer, panel(profileId)));
    }

    synchronized void keep(String profileId, UnaryOperator<Panel> change) {
        byProfile.put(profileId, new Seen(customer(profileId).orElse(null), change.apply(panel(profileId))));
    }

    /** The memory knows this customer no more, so neither does the desk. */
    synchronized void forget(String profileId) {
        byProfile.remove(profileId);
    }

    synchronized Optional<Customer> customer(String profileId) {
        return Optional.ofNullable(byProfile.get(profileId)).map(Seen::customer);
    }

    /** Every part that was answered; the others wait. */
    synchronized Panel panel(String profileId) {
        Seen seen = byProfile.get(profileId);
        return seen == null ? Panel.EMPTY : seen.panel();
    }
}
