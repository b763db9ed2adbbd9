package dev.recalldesk.connection;

/** What proves who asks, such as the secret of an API key. Whoever prints one by mistake prints nothing of it. */
public record Secret(String value) {
    @Override
    public String toString() {
        return "Secret[not shown]";
    }
}
