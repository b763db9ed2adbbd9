package dev.recalldesk.desk;

import dev.recalldesk.desk.Encounter.Phase;
import dev.recalldesk.telephony.CallEvent.Direction;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes calls to the log behind the screen pop's back, so that nobody waits for the disk. Thread-safe. */
final class CallRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(CallRecorder.class);
    private final CallLog log;
    private final ExecutorService workers;

    CallRecorder(CallLog log, ExecutorService workers) {
        this.log = log;
        this.workers = workers;
    }

    /** Writes the call down, or anew, if it is over. */
    void recordIfOver(Meeting meeting) {
        if (isOver(meeting.now())) {
            inBackground(() -> {
                meeting.logging.lock();
                try {
                    Encounter newest = meeting.now();
                    log.record(newest, outcome(meeting.direction, newest));
                } finally {
                    meeting.logging.unlock();
                }
            });
        }
    }

    /** Puts a name to earlier calls of this number. */
    void resolve(String e164, Customer customer) {
        inBackground(() -> log.resolve(e164, customer));
    }

    void inBackground(Runnable write) {
        Runnable safely = () -> {
            try {
                write.run();
            } catch (DeskStoreFailure e) {
                LOG.error("The desk's file did not take what became of a call", e);
            }
        };
        try {
            workers.execute(safely);
        } catch (RejectedExecutionException e) {
            // the desk is closing and waits for what is under way, of which this is the last
            safely.run();
        }
    }

    static boolean isOver(Encounter e) {
        return e.phase() == Phase.WRAPPING_UP || e.phase() == Phase.MISSED;
    }

    private static CallLog.Outcome outcome(Direction direction, Encounter e) {
        if (direction == Direction.OUT) {
            return CallLog.Outcome.OUTGOING;
        }
        return e.phase() == Phase.MISSED ? CallLog.Outcome.MISSED : CallLog.Outcome.ANSWERED;
    }
}
