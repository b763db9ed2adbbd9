package dev.recalldesk.calls;

import dev.recalldesk.desk.Created;
import dev.recalldesk.desk.Customer;
import dev.recalldesk.desk.NewCustomer;
import dev.recalldesk.memory.MemoryFailure;

/** What the desk does for the screen of an unknown caller. */
public interface UnknownCallerVerbs {
    /**
     * Creates the customer and makes them the one of the encounter. Called on a worker.
     *
     * @throws MemoryFailure when nothing was created
     */
    Created create(String encounterKey, NewCustomer wanted);

    /** Makes a customer the one of the encounter; on the UI thread, must not block. */
    void open(String encounterKey, Customer customer);

    /** Asks the memory for the number again; on the UI thread, must not block. */
    void retry(String encounterKey);

    /** Tells the agent that nobody new was created because the memory knew them; on the UI thread. */
    void existedBefore(Customer customer);
}
