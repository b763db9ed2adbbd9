package dev.recalldesk;

/** What the commands that ask about a customer end with; 2 is picocli's, for wrong arguments. */
final class Exit {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_ARGUMENTS = 2;
    static final int NOBODY = 3;
    static final int SEVERAL = 4;
    static final int NO_MEMORY = 5;

    private Exit() {}
}
