/**
 * Who the customer is: name, number, essentials and every trait with its age. Knows the desk's snapshots and the shared
 * controls; knows no other feature and no memory of its own.
 */
@NullMarked
package dev.recalldesk.profile;

import org.jspecify.annotations.NullMarked;
