package dev.recalldesk.desk;

import dev.recalldesk.desk.Encounter.Phase;
import dev.recalldesk.desk.Encounter.Timing;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.Profile;
import dev.recalldesk.memory.Summary;
import dev.recalldesk.memory.Trait;
import dev.recalldesk.memory.TraitValue;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Snapshots of calls, for tests of what shows them. */
public final class Sample {
    public static final Instant NOW = Instant.parse("2026-11-24T14:05:11Z");
    public static final String NUMBER = "+1 317 555 0142";

    private Sample() {}

    /** The traits of Alyssa Marlow, a customer with much to tell. */
    public static List<Trait> traits() {
        return List.of(
                trait("Contact", "firstName", "Alyssa", 800),
                trait("Contact", "lastName", "Marlow", 800),
                trait("Contact", "email", "a.marlow@example.com", 800),
                trait("Contact", "city", "Indianapolis", 21),
                trait("Account", "tier", "Gold", 21),
                trait("Account", "openOrders", "1 of 14", 2),
                trait("Account", "customerSince", "2023-03-08", 900),
                trait("Account", "lifetimeValue", "$6,412", 2),
                trait("Support", "promise", "Refund of $248.00 promised by Thu 19 Nov", 5),
                trait("Support", "disposition", "Refund pending", 7),
                trait("Delivery", "gateCode", "4711", 40));
    }

    public static Trait trait(String group, String name, String value, int daysAgo) {
        return new Trait(group, name, TraitValue.of(value), NOW.minus(Duration.ofDays(daysAgo)));
    }

    public static Customer customer(String id, List<Trait> traits) {
        Map<String, Map<String, TraitValue>> groups = new LinkedHashMap<>();
        traits.forEach(trait -> groups.computeIfAbsent(trait.group(), group -> new LinkedHashMap<>())
                .put(trait.name(), trait.value()));
        return new Customer(new Profile(id, Instant.parse("2024-05-06T07:08:09Z"), groups));
    }

    public static Customer alyssa() {
        return customer("alyssa", traits());
    }

    public static Identity known(Customer customer) {
        return new Identity.Known(customer, true);
    }

    public static Encounter call(String key, Identity identity) {
        Caller caller = new Caller(NUMBER, "+13175550142", "US", false, null, null, "Billing", "conv-1");
        Timing timing = new Timing(Duration.ofMillis(30), Duration.ofMillis(300), Duration.ofMillis(84));
        return new Encounter(key, Phase.TALKING, caller, NOW, NOW, identity, Panel.EMPTY, timing);
    }

    /** The same call with somebody else on the line. */
    public static Encounter as(Encounter call, Identity identity) {
        return call.withIdentity(identity);
    }

    public static Encounter withTraits(Encounter call, Part<List<Trait>> traits) {
        return call.withPanel(call.panel().withTraits(traits));
    }

    public static Encounter withTraits(Encounter call, List<Trait> traits) {
        return withTraits(call, new Part.Ready<>(traits, NOW));
    }

    public static Encounter withObservations(Encounter call, Observation... observations) {
        return call.withPanel(
                call.panel().withObservations(new Part.Ready<>(new Page<>(List.of(observations), null), NOW)));
    }

    public static Encounter withSummaries(Encounter call, Summary... summaries) {
        return call.withPanel(call.panel().withSummaries(new Part.Ready<>(new Page<>(List.of(summaries), null), NOW)));
    }

    public static Observation observation(String content, int daysAgo) {
        Instant at = NOW.minus(Duration.ofDays(daysAgo));
        return new Observation("o" + daysAgo, content, "agent.jdoe", at, at, at, List.of());
    }

    public static Summary summary(String content, int daysAgo) {
        Instant at = NOW.minus(Duration.ofDays(daysAgo));
        return new Summary("s" + daysAgo, "conv-0", content, "memory", at, at, at);
    }

    /** A call with Alyssa in which everything has landed. */
    public static Encounter full() {
        Encounter call = withTraits(call("sim:1", known(alyssa())), traits());
        call = withObservations(
                call, observation("Asked for a copy of invoice HP-20418; the first never arrived. Call back.", 7));
        return withSummaries(
                call,
                summary(
                        "Charged twice for one sofa order; support confirmed the duplicate and promised a refund to the"
                                + " card within five working days.",
                        12));
    }

    /** A note in a state, as the outbox tells of it. */
    public static Note note(String id, String key, Note.State state) {
        return new Note(
                id,
                key,
                "alyssa",
                "Alyssa Marlow",
                "Second charge on HP-20418 is still there. Bank shows no refund so far.",
                "agent.jdoe",
                NOW,
                null,
                state,
                state == Note.State.NEEDS_YOU ? NoteTrouble.CUSTOMER_GONE.name() : null,
                NOW);
    }
}
