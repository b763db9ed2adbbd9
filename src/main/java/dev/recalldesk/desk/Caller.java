package dev.recalldesk.desk;

import org.jspecify.annotations.Nullable;

/**
 * What the phone said about the other side. All of it is untrusted.
 *
 * @param number as people read it ({@code +1 317 555 0142}); empty when withheld
 * @param e164 the number a memory is asked for; {@code null} when withheld or not a phone number
 * @param region two-letter country of the number, where known
 * @param networkName the name the network sent
 * @param calledNumber the number that was called
 * @param conversationId the conversation this belongs to, where known
 */
public record Caller(
        String number,
        @Nullable String e164,
        @Nullable String region,
        boolean withheld,
        @Nullable String networkName,
        @Nullable String calledNumber,
        @Nullable String queue,
        @Nullable String conversationId) {}
