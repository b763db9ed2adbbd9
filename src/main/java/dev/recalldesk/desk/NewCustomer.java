package dev.recalldesk.desk;

import org.jspecify.annotations.Nullable;

/**
 * What the agent typed about somebody nobody knows yet. Blank counts as absent.
 *
 * @param name as spoken; all but its last word become the first name
 * @param email where known
 * @param phone as written in the home region; where absent, the number of the call is taken
 */
public record NewCustomer(
        String name, @Nullable String email, @Nullable String phone) {}
