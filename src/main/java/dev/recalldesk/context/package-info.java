/**
 * What the desk knows of a caller, written down for somebody who does not see the desk: a person, a program, a language
 * model. Knows the desk's snapshots and the words of the bundle; knows no screen and no memory of its own.
 *
 * <p>Why nothing recalled may begin a line (2026-11): remembered text was written by anybody, a caller included. Each piece
 * of it is one line that begins with where it is from, so it can neither leave the quotation it stands in nor pretend to
 * be another record.
 */
@NullMarked
package dev.recalldesk.context;

import org.jspecify.annotations.NullMarked;
