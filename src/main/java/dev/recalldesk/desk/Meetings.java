package dev.recalldesk.desk;

import dev.recalldesk.telephony.CallEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which encounters are on the desk, and which call belongs to which of them. Thread-safe. */
final class Meetings {
    private static final Duration SAME_CALL = Duration.ofSeconds(3);
    private static final int REMEMBERED = 1000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Meeting> byKey = new LinkedHashMap<>();
    /** A call that a second phone system announced as well: its key → the key of the first. */
    private final Map<String, String> twins = new HashMap<>();
    /** Calls that are over and gone, so that a late event does not bring one back. */
    private final Set<String> past = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    /**
     * What to do with an event.
     *
     * @param meeting the one it belongs to
     * @param fresh whether it was made for this event
     */
    record Route(Meeting meeting, boolean fresh) {}

    static String key(CallEvent event) {
        return event.adapter() + ":" + event.callId();
    }

    /** @param open makes the meeting of a call not heard of before; nothing when there is none to be made */
    Optional<Route> route(CallEvent event, @Nullable String e164, Function<String, Optional<Meeting>> open) {
        String key = key(event);
        lock.lock();
        try {
            if (past.contains(key)) {
                return Optional.empty();
            }
            Meeting known = byKey.get(twins.getOrDefault(key, key));
            if (known != null) {
                return Optional.of(new Route(known, false));
            }
            Optional<Meeting> twin = e164 == null ? Optional.empty() : twin(event, e164);
            if (twin.isPresent()) {
                twins.put(key, twin.get().now().key());
                return Optional.of(new Route(twin.get(), false));
            }
            Optional<Meeting> opened = open.apply(key);
            opened.ifPresentOrElse(meeting -> byKey.put(key, meeting), () -> past.add(key));
            return opened.map(meeting -> new Route(meeting, true));
        } finally {
            lock.unlock();
        }
    }

    /** Whether this call was met before. */
    boolean knows(CallEvent event) {
        String key = key(event);
        lock.lock();
        try {
            return past.contains(key) || byKey.containsKey(key) || twins.containsKey(key);
        } finally {
            lock.unlock();
        }
    }

    private Optional<Meeting> twin(CallEvent event, String e164) {
        return byKey.values().stream()
                .filter(meeting -> {
                    Encounter other = meeting.now();
                    return other.live()
                            && e164.equals(other.caller().e164())
                            && !other.key().startsWith(event.adapter() + ":")
                            && Duration.between(other.startedAt(), event.at())
                                            .abs()
                                            .compareTo(SAME_CALL)
                                    <= 0;
                })
                .findFirst();
    }

    /** The meeting with this key, made when there is none. */
    Route openByHand(String key, Function<String, Meeting> open) {
        lock.lock();
        try {
            Meeting known = byKey.get(key);
            if (known != null) {
                return new Route(known, false);
            }
            Meeting opened = open.apply(key);
            byKey.put(key, opened);
            return new Route(opened, true);
        } finally {
            lock.unlock();
        }
    }

    Optional<Meeting> find(String key) {
        lock.lock();
        try {
            return Optional.ofNullable(byKey.get(key));
        } finally {
            lock.unlock();
        }
    }

    /** Takes the meeting off the desk; a late event of its call will not bring it back. */
    Optional<Meeting> remove(String key) {
        lock.lock();
        try {
            Meeting gone = byKey.remove(key);
            if (gone != null && gone.phases() != null) {
                past.add(key);
                twins.entrySet().removeIf(twin -> twin.getValue().equals(key) && past.add(twin.getKey()));
            }
            return Optional.ofNullable(gone);
        } finally {
            lock.unlock();
        }
    }

    /** Ends every meeting; others go on with them, and know what is over. */
    List<Meeting> handOver(Meetings others) {
        List<Meeting> ended = all();
        ended.forEach(Meeting::leave);
        lock.lock();
        try {
            others.learn(past, twins);
            byKey.clear();
            return ended;
        } finally {
            lock.unlock();
        }
    }

    private void learn(Set<String> over, Map<String, String> same) {
        lock.lock();
        try {
            past.addAll(over);
            twins.putAll(same);
        } finally {
            lock.unlock();
        }
    }

    /** Puts one that others began on the desk, unless it is there already. */
    boolean add(Meeting meeting) {
        lock.lock();
        try {
            return byKey.putIfAbsent(meeting.now().key(), meeting) == null;
        } finally {
            lock.unlock();
        }
    }

    /** In the order they came. */
    List<Meeting> all() {
        lock.lock();
        try {
            return new ArrayList<>(byKey.values());
        } finally {
            lock.unlock();
        }
    }
}
