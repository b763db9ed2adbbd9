package dev.recalldesk.desk;

import dev.recalldesk.telephony.CallEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Leads what phones announce to the stores that are open. A new call goes to the store in front. A call that is going on
 * comes along when another store is brought there, because the caller may be that one's customer, and every store that has
 * met the call hears how it goes on. Thread-safe; nothing here waits.
 */
public final class Switchboard {
    /** A phone system may forget to say that a call is over. */
    private static final int MOST_LIVE = 200;

    private final ReentrantLock lock = new ReentrantLock();
    private final List<ScreenPop> open = new ArrayList<>();
    private @Nullable ScreenPop front;
    /** What was heard of each call that goes on, oldest first. */
    private final Map<String, List<CallEvent>> live = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<CallEvent>> eldest) {
            return size() > MOST_LIVE;
        }
    };

    /** Takes an event in. */
    public void accept(CallEvent event) {
        lock.lock();
        try {
            String key = Meetings.key(event);
            switch (event.state()) {
                case RINGING, ANSWERED, HELD ->
                    live.computeIfAbsent(key, first -> new ArrayList<>()).add(event);
                case ENDED, MISSED -> live.remove(key);
            }
            for (ScreenPop pop : open) {
                if (pop.equals(front) || pop.knows(event)) {
                    pop.accept(event);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** From now on new calls go here, and those that are going on are here as well. */
    public void bringToFront(ScreenPop pop) {
        lock.lock();
        try {
            if (!open.contains(pop)) {
                open.add(pop);
            }
            front = pop;
            for (List<CallEvent> call : live.values()) {
                if (!pop.knows(call.getFirst())) {
                    call.forEach(pop::accept);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * One takes the place of another, and what is on the desk there is here from now on.
     *
     * @param sameCustomers whether both have the same memory, so that who was found to be calling still is
     */
    public void replace(ScreenPop former, ScreenPop next, boolean sameCustomers) {
        lock.lock();
        try {
            next.takeOver(former, sameCustomers);
            open.remove(former);
            if (!open.contains(next)) {
                open.add(next);
            }
            if (former.equals(front)) {
                front = next;
            }
        } finally {
            lock.unlock();
        }
    }

    /** This one hears of no call any more. */
    public void leave(ScreenPop pop) {
        lock.lock();
        try {
            open.remove(pop);
            if (pop.equals(front)) {
                front = null;
            }
        } finally {
            lock.unlock();
        }
    }
}
