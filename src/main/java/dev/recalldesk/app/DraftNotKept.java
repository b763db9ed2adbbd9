package dev.recalldesk.app;

/** What is typed could not be written to the disk, so its page must stay. */
final class DraftNotKept extends Exception {
    private static final long serialVersionUID = 1L;
}
