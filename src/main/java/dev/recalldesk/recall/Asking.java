package dev.recalldesk.recall;

import dev.recalldesk.ui.Text;

/** What the agent wants to see: an answer, what fits the call, or simply the newest. */
public enum Asking {
    QUESTION("recall.mode.question", "recall-mode-question"),
    THIS_CALL("recall.mode.call", "recall-mode-call"),
    RECENT("recall.mode.recent", "recall-mode-recent");

    private final String key;
    private final String id;

    Asking(String key, String id) {
        this.key = key;
        this.id = id;
    }

    /** Names its button. */
    String id() {
        return id;
    }

    public String word() {
        return Text.get(key);
    }
}
