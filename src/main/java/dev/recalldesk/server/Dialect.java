package dev.recalldesk.server;

/** Which of the two ways of the wire a caller speaks; the addresses tell. */
enum Dialect {
    /** {@code /v1/Stores}: as strict as the published schema. */
    CURRENT("/v1/Stores/{store}"),
    /** {@code /v1/Services}: single items need no list around them, and what is noted without a time occurred now. */
    OLDER("/v1/Services/{store}");

    private final String path;

    Dialect(String path) {
        this.path = path;
    }

    /** Where everything of one store lies. */
    String store() {
        return path;
    }

    /** Where everything of one customer lies. */
    String profile() {
        return path + "/Profiles/{profile}";
    }
}
