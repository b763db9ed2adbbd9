package dev.recalldesk.memory;

import dev.recalldesk.memory.MemoryFailure.Invalid;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The limits of what may be remembered and asked, the same in every memory. Each throws {@link Invalid} naming the field as
 * the wire does. Pure functions.
 */
public final class Checks {
    /** Times outside of what a calendar has are slips. */
    public static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    public static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private static final Pattern SOURCE = Pattern.compile("[a-zA-Z0-9 _./-]{1,100}");
    private static final Pattern STORE_NAME = Pattern.compile("[a-zA-Z0-9-]{1,64}");
    private static final Pattern IDENTIFIER_TYPE = Pattern.compile("[a-zA-Z0-9_-]{2,30}");
    private static final int MAX_CONVERSATIONS = 10;
    private static final int MAX_LIMIT = 100;

    private Checks() {}

    /** Whether a store can be called so. */
    public static boolean canBeStoreName(String name) {
        return STORE_NAME.matcher(name).matches();
    }

    public static void storeName(String name) {
        require(canBeStoreName(name), "displayName", "A store's name has 1 to 64 letters, digits or hyphens.");
    }

    public static void storeDescription(String description) {
        require(description.length() <= 128, "description", "A store's description has at most 128 characters.");
    }

    public static void identifierType(String field, String idType) {
        require(
                IDENTIFIER_TYPE.matcher(idType).matches(),
                field,
                "An identifier type has 2 to 30 letters, digits or _ -");
    }

    private static void batch(String field, List<?> items) {
        require(
                !items.isEmpty() && items.size() <= Memory.MAX_BATCH,
                field,
                "One write carries 1 to " + Memory.MAX_BATCH + " items, not " + items.size() + ".");
    }

    public static void moment(String field, Instant moment) {
        require(!moment.isBefore(EARLIEST) && !moment.isAfter(LATEST), field, "No such time can be kept.");
    }

    public static void content(String field, String content) {
        require(
                !content.isBlank() && content.length() <= NewObservation.MAX_CONTENT,
                field,
                "Content has 1 to " + NewObservation.MAX_CONTENT + " characters, not "
                        + (content.isBlank() ? "none" : content.length()) + ".");
    }

    /** Whether anything can come from there. */
    public static boolean canBeSource(String source) {
        return SOURCE.matcher(source).matches();
    }

    public static void source(String field, String source) {
        require(
                canBeSource(source),
                field,
                "A source has 1 to 100 letters, digits, spaces or _ . / - and nothing else.");
    }

    public static void conversation(String field, String id) {
        require(
                NewObservation.isConversation(id),
                field,
                "A conversation id is conv_conversation_ and 26 characters, a digit 0 to 7 first.");
    }

    public static void conversations(String field, List<String> ids) {
        require(ids.size() <= MAX_CONVERSATIONS, field, "At most 10 conversations can be named.");
        ids.forEach(id -> conversation(field, id));
    }

    /** As many as one write carries, and each as it may be. */
    public static void observations(List<NewObservation> items) {
        batch("observations", items);
        for (int i = 0; i < items.size(); i++) {
            observation("observations[" + i + "]", items.get(i));
        }
    }

    /** @param field what the observation is called in the request */
    public static void observation(String field, NewObservation item) {
        content(field + ".content", item.content());
        source(field + ".source", item.source());
        moment(field + ".occurredAt", item.occurredAt());
        conversations(field + ".conversationIds", item.conversationIds());
    }

    /** As many as one write carries, and each as it may be. */
    public static void summaries(List<NewSummary> items) {
        batch("summaries", items);
        for (int i = 0; i < items.size(); i++) {
            summary("summaries[" + i + "]", items.get(i));
        }
    }

    /** @param field what the summary is called in the request */
    public static void summary(String field, NewSummary item) {
        conversation(field + ".conversationId", item.conversationId());
        content(field + ".content", item.content());
        moment(field + ".occurredAt", item.occurredAt());
        if (item.source() != null) {
            source(field + ".source", item.source());
        }
    }

    public static void recall(RecallRequest request) {
        String query = request.query();
        require(
                query == null || query.length() <= RecallRequest.MAX_QUERY,
                "query",
                "A question has at most 1,024 characters.");
        if (request.conversationId() != null) {
            conversation("conversationId", request.conversationId());
        }
        limit("observationsLimit", request.observations());
        limit("summariesLimit", request.summaries());
        require(
                request.threshold() >= 0 && request.threshold() <= 1,
                "relevanceThreshold",
                "The least score is between 0 and 1.");
    }

    private static void limit(String field, int value) {
        require(value >= 0 && value <= MAX_LIMIT, field, "A limit is between 0 and 100.");
    }

    public static void require(boolean holds, String field, String message) {
        if (!holds) {
            throw new Invalid(field, message);
        }
    }
}
