package dev.recalldesk.context;

import dev.recalldesk.desk.CallerContext;
import dev.recalldesk.desk.CallerContext.Fact;
import dev.recalldesk.desk.CallerContext.Item;
import dev.recalldesk.desk.CallerContext.Recalled;
import dev.recalldesk.desk.Essentials;
import dev.recalldesk.memory.PhoneNumbers;
import dev.recalldesk.ui.Text;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a context what identifies people and accounts: phone numbers, e-mail addresses, card numbers, account
 * numbers and ids. Names, dates, prices and short references such as an order number stay, or there would be nothing left
 * to work with. Thread-safe.
 */
public final class Redaction {
    /** Fields that hold an account number however short it is. */
    private static final Pattern ACCOUNT = Pattern.compile(
            "(?:account|card|contract|customer|member|policy|tax)_?(?:number|no|nr|id)|iban|ssn",
            Pattern.CASE_INSENSITIVE);

    private final PhoneNumbers phones;

    /** @param phones reads numbers without a country code as those of home */
    public Redaction(PhoneNumbers phones) {
        this.phones = phones;
    }

    /** The same context with everything masked; ids are left out. */
    public CallerContext of(CallerContext known) {
        Essentials.Contact last = known.essentials().lastContact();
        return new CallerContext(
                null,
                masked(known.name()),
                masked(known.number()),
                masked(known.tier()),
                known.since(),
                new Essentials(
                        mask(known.essentials().promise()),
                        last == null ? null : new Essentials.Contact(last.at(), mask(last.words()))),
                known.facts().stream().map(this::fact).toList(),
                known.recalled() == null ? null : recalled(known.recalled()),
                known.asOf(),
                true);
    }

    /** One text with everything masked, in one line: what is invisible or broken in two would go unseen otherwise. */
    public String mask(String text) {
        return Masking.of(Plain.line(text), phones);
    }

    private Fact fact(Fact fact) {
        boolean account = ACCOUNT.matcher(fact.name()).matches();
        String value = account ? Text.get("context.masked.number") : mask(fact.value());
        return new Fact(fact.group(), fact.name(), value, fact.changedAt());
    }

    private Recalled recalled(Recalled recalled) {
        return new Recalled(
                recalled.mode(),
                masked(recalled.question()),
                items(recalled.observations()),
                items(recalled.summaries()));
    }

    private List<Item> items(List<Item> items) {
        return items.stream()
                .map(item -> new Item(
                        null,
                        mask(item.content()),
                        masked(item.source()),
                        item.occurredAt(),
                        item.corrected(),
                        item.score(),
                        List.of()))
                .toList();
    }

    private @Nullable String masked(@Nullable String text) {
        return text == null ? null : mask(text);
    }
}
