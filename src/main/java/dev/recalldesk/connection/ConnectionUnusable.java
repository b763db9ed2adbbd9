package dev.recalldesk.connection;

/** A connection cannot be used as it was saved. */
public final class ConnectionUnusable extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is missing. */
    public enum Reason {
        /** Its secret is not where it was kept, or the keychain does not give it. */
        SECRET,
        /** Its address cannot be read. */
        ADDRESS
    }

    private final Reason reason;

    public ConnectionUnusable(Reason reason) {
        super("The connection lacks its " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
