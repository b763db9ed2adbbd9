package dev.recalldesk.server;

import java.time.Duration;

/**
 * How much a server takes from its clients.
 *
 * @param connections how many may be open; more wait until others are closed
 * @param patience how long a client may take for each of these: the head of a request, its body, and taking the answer
 * @param bodies how many bytes of large bodies are held at once; whoever brings more is asked to come again
 */
public record Limits(int connections, Duration patience, int bodies) {
    /** For a server that programs of one team use. */
    public static final Limits STANDARD = new Limits(512, Duration.ofSeconds(30), 32 * 1024 * 1024);
}
