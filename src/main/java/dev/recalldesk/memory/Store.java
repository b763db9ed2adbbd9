package dev.recalldesk.memory;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A container of customers, one per client company.
 *
 * @param displayName letters, digits and hyphens, unique within the account
 * @param description may be empty
 * @param version from 1, grows by one with every change
 */
public record Store(String id, String displayName, String description, Status status, int version) {
    /** Where a store is in its life; only an active one can be worked with. */
    public enum Status {
        QUEUED,
        PROVISIONING,
        ACTIVE,
        FAILED
    }

    /** The one of them with this id or name. */
    public static Optional<Store> named(List<Store> stores, String idOrName) {
        return stores.stream()
                .filter(one -> one.id().equals(idOrName) || one.displayName().equals(idOrName))
                .findFirst();
    }

    /** Their names, apart by commas, for a sentence. */
    public static String names(List<Store> stores) {
        return stores.stream().map(Store::displayName).sorted().collect(Collectors.joining(", "));
    }
}
