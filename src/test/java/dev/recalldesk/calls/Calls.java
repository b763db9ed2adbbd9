package dev.recalldesk.calls;

import dev.recalldesk.desk.CallLog;
import dev.recalldesk.desk.Caller;
import dev.recalldesk.desk.Candidate;
import dev.recalldesk.desk.Customer;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Encounter.Phase;
import dev.recalldesk.desk.Identity;
import dev.recalldesk.desk.Panel;
import dev.recalldesk.desk.Part;
import dev.recalldesk.memory.Profile;
import dev.recalldesk.memory.Trait;
import dev.recalldesk.memory.TraitValue;
import dev.recalldesk.telephony.CallControls;
import dev.recalldesk.ui.Seconds;
import dev.recalldesk.ui.UiThread;
import dev.recalldesk.ui.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executors;

/** Calls for tests, at one afternoon. */
final class Calls {
    static final Instant NOW = Instant.parse("2026-11-24T14:05:11Z");
    static final ZoneId ZONE = ZoneOffset.UTC;

    private Calls() {}

    static Seconds seconds() {
        return new Seconds(() -> NOW);
    }

    static Customer customer(String id, String first, String last, String tier, String city) {
        return new Customer(new Profile(
                id,
                Instant.parse("2023-03-14T10:00:00Z"),
                Map.of(
                        "Contact",
                        Map.of(
                                "firstName",
                                TraitValue.of(first),
                                "lastName",
                                TraitValue.of(last),
                                "city",
                                TraitValue.of(city),
                                "phone",
                                TraitValue.of("+13175550142")),
                        "Account",
                        tier.isEmpty() ? Map.of() : Map.of("tier", TraitValue.of(tier)))));
    }

    static Customer alyssa() {
        return customer("p-alyssa", "Alyssa", "Marlow", "Gold", "Indianapolis");
    }

    static Encounter known(String key, Phase phase, int seconds, Customer customer) {
        Part<List<Trait>> traits = new Part.Ready<>(
                List.of(new Trait("Support", "promise", TraitValue.of("Refund of $248.00 by 19 Nov. Card 2."), NOW)),
                NOW);
        Panel panel = new Panel(traits, Panel.EMPTY.observations(), Panel.EMPTY.summaries(), Panel.EMPTY.relevant());
        return call(key, phase, seconds, "+1 317 555 0142", new Identity.Known(customer, true), panel);
    }

    static Encounter nobody(String key, Phase phase, int seconds) {
        return call(key, phase, seconds, "+1 415 555 0177", new Identity.Nobody("+14155550177"), Panel.EMPTY);
    }

    static Encounter several(String key, Candidate... candidates) {
        return call(key, Phase.RINGING, 5, "+1 317 555 0142", new Identity.Several(List.of(candidates)), Panel.EMPTY);
    }

    static Encounter withheld(String key) {
        Instant since = NOW.minusSeconds(4);
        Caller caller = new Caller("", null, null, true, null, "+1 800 555 0199", "Support", null);
        return new Encounter(
                key, Phase.RINGING, caller, since, since, new Identity.Withheld(), Panel.EMPTY, Encounter.Timing.NONE);
    }

    static Encounter call(String key, Phase phase, int seconds, String number, Identity identity, Panel panel) {
        Instant since = NOW.minusSeconds(seconds);
        Caller caller = new Caller(
                number,
                number.replace(" ", ""),
                "US",
                false,
                identity instanceof Identity.Nobody ? "CALDER J" : null,
                "+1 800 555 0199",
                "Billing",
                null);
        return new Encounter(
                key,
                phase,
                caller,
                since,
                since,
                identity,
                panel,
                new Encounter.Timing(null, null, Duration.ofMillis(61)));
    }

    static Candidate candidate(String id, String first, String tier, String contact, String topic) {
        return new Candidate(customer(id, first, "Marlow", tier, "Indianapolis"), Instant.parse(contact), topic);
    }

    static List<CallLog.Entry> past() {
        return List.of(
                past("Lee Whitfield", "13:20", 0, CallLog.Outcome.ANSWERED),
                past("", "12:58", 0, CallLog.Outcome.MISSED),
                past("Dana Okafor", "10:26", 0, CallLog.Outcome.OUTGOING),
                past("Bartholomew Featherstonehaugh-Cholmondeley", "09:30", 0, CallLog.Outcome.ANSWERED),
                past("Hana Sato", "17:48", 1, CallLog.Outcome.ANSWERED),
                past("Owen Achebe", "11:02", 5, CallLog.Outcome.MISSED));
    }

    private static CallLog.Entry past(String name, String time, int daysAgo, CallLog.Outcome outcome) {
        Instant at = Instant.parse("2026-11-24T" + time + ":00Z").minus(Duration.ofDays(daysAgo));
        return new CallLog.Entry(
                "sim:" + time, outcome, "", null, name.isEmpty() ? null : name, name.isEmpty() ? null : "p", at, at);
    }

    /** A model with everything offered, and what was asked of the outside. */
    static final class Desk {
        final List<String> asked = new ArrayList<>();
        final Queue<Runnable> posted = new ArrayDeque<>();
        final List<CallLog.Entry> log = new ArrayList<>();
        Set<CallControls.Verb> offered = EnumSet.allOf(CallControls.Verb.class);
        final CallControls controls = new CallControls() {
            @Override
            public Set<Verb> offered() {
                return offered;
            }

            @Override
            public void perform(Verb verb, String callId) {
                asked.add(verb + " " + callId);
            }
        };

        CallsViewModel model(UiThread ui) {
            return new CallsViewModel(
                    adapter -> controls,
                    key -> asked.add("finish " + key),
                    past -> asked.add("reopen " + past.key()),
                    () -> List.copyOf(log),
                    new Work(Executors.newVirtualThreadPerTaskExecutor(), ui));
        }

        CallsViewModel model() {
            return model(action -> {
                synchronized (posted) {
                    posted.add(action);
                }
            });
        }

        /** Runs what was posted; returns whether there was anything. */
        boolean run() {
            synchronized (posted) {
                boolean any = !posted.isEmpty();
                posted.forEach(Runnable::run);
                posted.clear();
                return any;
            }
        }
    }
}
