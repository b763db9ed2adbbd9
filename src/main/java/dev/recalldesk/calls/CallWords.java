package dev.recalldesk.calls;

import dev.recalldesk.desk.Caller;
import dev.recalldesk.desk.Candidate;
import dev.recalldesk.desk.Customer;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Identity;
import dev.recalldesk.desk.Panel;
import dev.recalldesk.desk.Part;
import dev.recalldesk.memory.Summary;
import dev.recalldesk.memory.Trait;
import dev.recalldesk.ui.Text;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who a call is and why, in as few words as a row has room for. Pure functions of a snapshot. */
final class CallWords {
    private CallWords() {}

    /** The name, else what is known instead of one. */
    static String title(Encounter call) {
        return switch (call.identity()) {
            case Identity.Known known -> name(known.customer(), call);
            case Identity.Several several ->
                Text.get("calls.several", several.candidates().size());
            case Identity.Withheld() -> number(call);
            case Identity.Searching() -> number(call);
            case Identity.Nobody _ -> number(call);
            case Identity.Unanswered _ -> number(call);
        };
    }

    /** As {@link #title}, with the names where there are two. */
    static String longTitle(Encounter call) {
        return call.identity() instanceof Identity.Several(List<Candidate> two) && two.size() == 2
                ? Text.get(
                        "calls.either",
                        firstNameOf(two, 0, call),
                        name(two.get(1).customer(), call))
                : title(call);
    }

    /** The number as people read it, or the word for a withheld one. */
    static String number(Encounter call) {
        String number = call.caller().number();
        return number.isEmpty() ? Text.get("calls.withheld") : number;
    }

    static Optional<String> tier(Encounter call) {
        return call.customer().flatMap(Customer::tier);
    }

    /** Number, queue and the one reason worth knowing. */
    static String detail(Encounter call, String store) {
        String number = number(call);
        return Stream.of(
                        number.equals(title(call)) ? "" : number,
                        answer(call, store),
                        call.caller().queue() == null
                                ? ""
                                : queue(Objects.requireNonNull(call.caller().queue())),
                        reason(call.panel()).orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    static String queue(String name) {
        return name.toLowerCase(Locale.ENGLISH).endsWith("queue") ? name : Text.get("calls.queue", name);
    }

    /** The country of the number, not of the caller. */
    static Optional<String> country(Caller caller) {
        return Optional.ofNullable(caller.region())
                .map(region -> Locale.of("", region).getDisplayCountry(Locale.ENGLISH))
                .filter(name -> !name.isEmpty());
    }

    /** The open promise, else what the newest conversation came to. */
    static Optional<String> reason(Panel panel) {
        return promise(panel).or(() -> newestSummary(panel)).map(CallWords::firstSentence);
    }

    static String firstSentence(String text) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(text);
        int end = sentences.next();
        String first = end == BreakIterator.DONE ? text : text.substring(0, end);
        return first.strip();
    }

    private static String answer(Encounter call, String store) {
        return switch (call.identity()) {
            case Identity.Searching() -> Text.get("calls.searching", store);
            case Identity.Nobody _ -> Text.get("calls.no-match", store);
            case Identity.Unanswered _ -> Text.get("calls.unanswered");
            case Identity.Several several ->
                Text.get("calls.press", several.candidates().size());
            case Identity.Withheld() -> "";
            case Identity.Known _ -> "";
        };
    }

    private static String name(Customer customer, Encounter call) {
        return customer.name().or(customer::phone).orElseGet(() -> number(call));
    }

    private static String firstNameOf(List<Candidate> two, int index, Encounter call) {
        Customer customer = two.get(index).customer();
        return customer.firstName().orElseGet(() -> name(customer, call));
    }

    private static Optional<String> promise(Panel panel) {
        return panel.traits() instanceof Part.Ready<List<Trait>> ready
                ? ready.value().stream()
                        .filter(trait -> "Support".equals(trait.group()) && "promise".equals(trait.name()))
                        .map(trait -> trait.value().text())
                        .filter(text -> !text.isBlank())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<String> newestSummary(Panel panel) {
        return panel.summaries() instanceof Part.Ready<dev.recalldesk.memory.Page<Summary>> ready
                ? ready.value().items().stream().findFirst().map(Summary::content)
                : Optional.empty();
    }
}
