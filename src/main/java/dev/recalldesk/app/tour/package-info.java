/**
 * Plays the whole story of a working day through the real window and checks at each step what the screen must show. Knows
 * the window only by what it shows and by the names of its nodes, as a person would.
 */
@NullMarked
package dev.recalldesk.app.tour;

import org.jspecify.annotations.NullMarked;
