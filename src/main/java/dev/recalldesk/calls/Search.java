package dev.recalldesk.calls;

import dev.recalldesk.desk.Customer;
import java.util.List;

/** How far creating or finding a customer for one encounter came. */
public sealed interface Search {
    /** Nothing is under way. */
    record Idle() implements Search {}

    record Creating() implements Search {}

    /** The customer was not created; everything typed is still there. */
    record CreateFailed(String sentence) implements Search {}

    record Finding() implements Search {}

    /** Nobody has what was asked for. */
    record NobodyFound(String asked) implements Search {}

    record FindFailed(String sentence) implements Search {}

    /**
     * These may be opened for the call once the agent confirms.
     *
     * @param reason why they are shown
     */
    record Found(List<Customer> customers, Reason reason) implements Search {
        public Found {
            customers = List.copyOf(customers);
        }
    }

    /** The number is being added to the customer the agent confirmed. */
    record Linking() implements Search {}

    /** Why a customer is shown. */
    enum Reason {
        /** The agent looked for them. */
        ASKED,
        /** The e-mail of the customer to be created is theirs already, so nobody was created. */
        SAME_EMAIL
    }
}
