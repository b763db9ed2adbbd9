/**
 * The embedded memory answered on the wire, so that programs written for Twilio's Memory API can use it. It knows the port,
 * the embedded memory and the wire; it knows no screen and nothing of the desk.
 *
 * <p>Why the JSON is written by hand (2026-11): what the wire promises and what the memory keeps change for different
 * reasons, and a closed schema, a {@code null} that deletes and two dialects are clearer as code than as annotations.
 */
@NullMarked
package dev.recalldesk.server;

import org.jspecify.annotations.NullMarked;
