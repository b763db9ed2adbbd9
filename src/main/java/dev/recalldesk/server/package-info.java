/**
 * The embedded memory answered on the wire, so that programs written for Twilio's Memory API can use it. It knows the port,
 * the embedded memory and the wire; it knows no screen and nothing of the desk.
 *
 * <p>Why the JSON is written by hand (2026-11): what the wire promises and what the memory keeps change for different
 * reasons, and a closed schema, a {@code null} that deletes and two dialects are clearer as code than as annotations.
 *
 * <p>Why FastCSV (2026-11): it reads what RFC 4180 says, bounds every cell and line by itself, so that a file from anywhere
 * cannot use up the memory, and brings no other library.
 */
@NullMarked
package dev.recalldesk.server;

import org.jspecify.annotations.NullMarked;
