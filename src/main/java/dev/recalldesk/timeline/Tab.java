package dev.recalldesk.timeline;

import dev.recalldesk.ui.Text;

/** The two lists of one customer. */
public enum Tab {
    TIMELINE("timeline.tab.timeline", "tab-timeline"),
    SUMMARIES("timeline.tab.summaries", "tab-summaries");

    private final String key;
    private final String id;

    Tab(String key, String id) {
        this.key = key;
        this.id = id;
    }

    public String word() {
        return Text.get(key);
    }

    /** Names its button. */
    String id() {
        return id;
    }
}
