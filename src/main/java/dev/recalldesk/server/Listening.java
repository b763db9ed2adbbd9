package dev.recalldesk.server;

import org.jspecify.annotations.Nullable;

/**
 * Where and how a server listens and answers.
 *
 * @param host the address to listen at, such as {@code 127.0.0.1}
 * @param port 0 for any that is free
 * @param tls {@code null} for plain HTTP, which is for loopback only
 * @param idsAtOnce whether the answer to a new store already names it, which the service leaves to the operation and programs
 *     written for its predecessor expect
 */
public record Listening(String host, int port, @Nullable Tls tls, Limits limits, boolean idsAtOnce) {
    public static Listening at(String host, int port) {
        return new Listening(host, port, null, Limits.standard(), false);
    }

    public Listening tellingIdsAtOnce(boolean told) {
        return new Listening(host, port, tls, limits, told);
    }

    /** The beginning of every address of the server. */
    String base(int boundPort) {
        return (tls == null ? "http://" : "https://") + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + boundPort;
    }
}
