package dev.recalldesk.server;

/** A request that ends with an error on the wire. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    static final int STORE_MISSING = 520041;
    static final int STORE_NOT_ACTIVE = 520042;
    static final int VERSION_CONFLICT = 520043;
    static final int STORE_LIMIT = 520044;
    static final int STORE_NAME_TAKEN = 520045;
    static final int SCHEMA = 520046;
    static final int GROUP_MISSING = 520047;
    static final int MAPPING_MISSING = 520048;
    static final int STORE_ID = 520049;
    static final int PROTECTED = 520050;
    static final int OPERATION_ID = 520051;
    static final int OPERATION_MISSING = 520052;
    static final int GROUP_LIMIT = 520053;
    static final int TRAIT_LIMIT = 520054;
    static final int GROUP_EXISTS = 520055;
    static final int MAPPING_EXISTS = 520056;

    private final int status;
    private final int code;

    /**
     * @param status 400 to 599
     * @param code as in the error directory of the API
     * @param message a sentence for the caller; it is sent and never logged
     */
    Problem(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static Problem invalid(String field, String message) {
        return new Problem(400, 400, field.isEmpty() ? message : field + ": " + message);
    }

    static Problem notFound(String message) {
        return new Problem(404, 20404, message);
    }

    static Problem versionConflict() {
        return new Problem(412, VERSION_CONFLICT, "It was changed meanwhile: read it again and use its present ETag.");
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }
}
