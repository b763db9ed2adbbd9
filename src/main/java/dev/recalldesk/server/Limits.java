package dev.recalldesk.server;

import java.time.Duration;

/**
 * How much a server takes from its clients.
 *
 * @param connections how many may be open; more wait until others are closed
 * @param patience how long a client may take for each of these: the head of a request, its body, and taking the answer; a
 *     body that is large has longer
 * @param bodies how many bytes of large bodies are held at once; whoever brings more is asked to come again
 */
public record Limits(int connections, Duration patience, int bodies) {
    private static final int CONNECTIONS = 512;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A body may become this many times as large while it is understood, and there is other work to be done as well. */
    private static final int SWELLING = 32;

    /** For a server that programs of one team use, with the memory this program was given. */
    public static Limits standard() {
        long share = Runtime.getRuntime().maxMemory() / SWELLING;
        // At least one body of the largest size finds room, packed and unpacked.
        return new Limits(CONNECTIONS, PATIENCE, (int) Math.clamp(share, 2L * Wire.MAX_BODY, Integer.MAX_VALUE));
    }
}
