/**
 * Which memories the desk can be connected to: how each is reached, where its secret is kept, and whether it works. Knows the
 * memory's port and nothing of screens or calls.
 */
@NullMarked
package dev.recalldesk.connection;

import org.jspecify.annotations.NullMarked;
