package dev.recalldesk.telephony;

import java.util.EnumSet;
import java.util.Set;

/** What the desk may do to a call. Each verb asks the phone system; the answer comes back as a {@link CallEvent}. */
public interface CallControls {
    /** The verbs a phone system may offer. */
    enum Verb {
        ANSWER,
        HOLD,
        RESUME,
        HANG_UP
    }

    Set<Verb> offered();

    /** Does nothing when the verb is not offered or the call is over. */
    void perform(Verb verb, String callId);

    /** For phone systems that only announce. */
    CallControls NONE = new CallControls() {
        @Override
        public Set<Verb> offered() {
            return EnumSet.noneOf(Verb.class);
        }

        @Override
        public void perform(Verb verb, String callId) {}
    };
}
