package dev.recalldesk.calls;

import dev.recalldesk.desk.Created;
import dev.recalldesk.desk.Customer;
import dev.recalldesk.desk.NewCustomer;
import dev.recalldesk.memory.Identifier;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.ui.FailureWords;
import dev.recalldesk.ui.Text;
import java.util.List;

/** Finds and creates customers without making two of one or one of two. Every method blocks: for workers. */
final class Finder {
    private static final int MOST = 5;
    private final Memory memory;
    private final UnknownCallerVerbs verbs;

    Finder(Memory memory, UnknownCallerVerbs verbs) {
        this.memory = memory;
        this.verbs = verbs;
    }

    /** @param wanted an e-mail or the id of a customer */
    List<Customer> find(String wanted) {
        if (wanted.contains("@")) {
            return memory.lookup(Identifier.EMAIL, wanted).profileIds().stream()
                    .limit(MOST)
                    .map(this::load)
                    .toList();
        }
        try {
            return List.of(load(wanted));
        } catch (MemoryFailure.NotFound e) {
            return List.of();
        }
    }

    /** Creates the customer, or says who has the e-mail already: whether that is the caller, only the agent can know. */
    Creation create(String encounterKey, NewCustomer wanted) {
        List<Customer> same = wanted.email() == null ? List.of() : find(wanted.email());
        return same.isEmpty() ? new Creation.Done(verbs.create(encounterKey, wanted)) : new Creation.Refused(same);
    }

    /** Adds a number to a customer, who is then read anew. */
    Customer link(Customer customer, String e164) {
        memory.addIdentifier(customer.profileId(), Identifier.PHONE, e164);
        return load(customer.profileId());
    }

    /** Why something could not be done, and what is true now. */
    static String inWords(Exception failure) {
        return switch (failure) {
            case MemoryFailure.Invalid invalid
            when !invalid.field().isEmpty() -> Text.get("unknown.failed.invalid", invalid.field());
            case MemoryFailure.Conflict _ -> Text.get("unknown.failed.conflict");
            case MemoryFailure.NotFound _ -> Text.get("unknown.failed.gone");
            case MemoryFailure other
            when !other.mayHaveHappened() -> Text.get("unknown.failed.nothing", FailureWords.cause(other));
            case MemoryFailure other -> Text.get("unknown.failed.maybe", FailureWords.cause(other));
            default -> Text.get("unknown.failed.maybe", Text.get("failure.fault"));
        };
    }

    private Customer load(String id) {
        return new Customer(memory.profile(id));
    }

    /** What became of a wish to create somebody. */
    sealed interface Creation {
        record Done(Created created) implements Creation {}

        /** Nobody was created: these have the e-mail. */
        record Refused(List<Customer> same) implements Creation {}
    }
}
