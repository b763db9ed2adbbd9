package dev.recalldesk.memory;

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
}
