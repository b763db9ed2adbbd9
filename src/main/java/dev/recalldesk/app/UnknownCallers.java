package dev.recalldesk.app;

import dev.recalldesk.calls.UnknownCallerVerbs;
import dev.recalldesk.desk.Created;
import dev.recalldesk.desk.Customer;
import dev.recalldesk.desk.NewCustomer;
import dev.recalldesk.desk.ScreenPop;
import dev.recalldesk.ui.Text;
import java.util.function.Consumer;

/** What may be done about a caller nobody knows, done by the screen pop. */
record UnknownCallers(ScreenPop pop, Consumer<String> news) implements UnknownCallerVerbs {
    @Override
    public Created create(String encounterKey, NewCustomer wanted) {
        return pop.create(encounterKey, wanted);
    }

    @Override
    public void open(String encounterKey, Customer customer) {
        pop.choose(encounterKey, customer.profileId(), true);
    }

    @Override
    public void retry(String encounterKey) {
        pop.retry(encounterKey);
    }

    @Override
    public void existedBefore(Customer customer) {
        news.accept(Text.get("status.existedBefore", customer.name().orElse(customer.profileId())));
    }
}
