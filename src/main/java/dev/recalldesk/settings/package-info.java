/** What the agent can choose: appearance, notes and codes, phone. Knows the settings, not where they are kept. */
@NullMarked
package dev.recalldesk.settings;

import org.jspecify.annotations.NullMarked;
