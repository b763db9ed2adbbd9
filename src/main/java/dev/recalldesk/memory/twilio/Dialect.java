package dev.recalldesk.memory.twilio;

/** Which of the two ways of the wire is spoken. */
public enum Dialect {
    /** Finds out: the current one first, and for a store that is not there the older one. */
    AUTOMATIC,
    /** {@code /v1/ControlPlane/Stores} and {@code /v1/Stores}. */
    CURRENT,
    /** {@code /v1/Services}. What it has no address for, such as trait groups, goes to the control plane all the same. */
    OLDER
}
