package dev.recalldesk.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of several customers with the same number, with what tells them apart.
 *
 * @param lastContact when the newest thing remembered happened
 * @param lastTopic the newest summary, or the newest observation where there is none
 */
public record Candidate(
        Customer customer,
        @Nullable Instant lastContact,
        @Nullable String lastTopic) {}
