package dev.recalldesk.desk;

import dev.recalldesk.desk.Encounter.Phase;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.PhoneNumbers;
import dev.recalldesk.telephony.CallEvent;
import dev.recalldesk.telephony.CallEvent.Direction;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * From a call to a filled screen: takes what phones announce, finds out who it is and what is remembered, and hands out a
 * new {@link Encounter} with every step. Thread-safe. Nothing but {@link #create} waits for the memory or the disk.
 *
 * <p>A missed call is written to the call log at once and stays on the desk until {@link #finish}: somebody has to see it.
 */
public final class ScreenPop {
    private final ProfileCache cache;
    private final NumberChoices choices;
    private final CallRecorder recorder;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Callers callers;
    private final CustomerMaker maker;
    private final Wave wave;
    private final Recognition recognition;
    private final Meetings meetings = new Meetings();
    private final List<Consumer<Encounter>> changed = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> gone = new CopyOnWriteArrayList<>();
    private final List<Consumer<Merged>> merged = new CopyOnWriteArrayList<>();

    /**
     * @param workers runs what waits for the memory; one thread a task
     * @param nanos only differences count, as with {@link System#nanoTime}
     */
    public ScreenPop(
            Memory memory,
            PhoneNumbers phones,
            ProfileCache cache,
            NumberChoices choices,
            CallLog log,
            ExecutorService workers,
            InstantSource clock,
            LongSupplier nanos) {
        this.cache = cache;
        this.choices = choices;
        this.recorder = new CallRecorder(log, workers);
        this.clock = clock;
        this.nanos = nanos;
        this.callers = new Callers(phones);
        this.maker = new CustomerMaker(memory, phones, clock);
        this.wave = new Wave(memory, this::certain, this::merged, workers, clock);
        this.recognition = new Recognition(memory, cache, choices, workers, nanos, wave);
    }

    /**
     * Hands every new snapshot to the listener, those of one key in order.
     *
     * @param listener called from any thread; must return quickly
     */
    public void onChange(Consumer<Encounter> listener) {
        changed.add(listener);
    }

    /** Tells the key of every encounter that left the desk; the listener is called as in {@link #onChange}. */
    public void onGone(Consumer<String> listener) {
        gone.add(listener);
    }

    /** Tells of every customer on the desk who became one with another; the listener is called as in {@link #onChange}. */
    public void onMerged(Consumer<Merged> listener) {
        merged.add(listener);
    }

    /** Takes an event in. Repeated, lost and late events do no harm. Returns before anything is looked up. */
    public void accept(CallEvent event) {
        long arrivedAt = nanos.getAsLong();
        Caller caller = callers.of(event);
        meetings.route(event, caller.e164(), key -> opened(key, event, caller, arrivedAt))
                .ifPresent(route -> {
                    if (route.fresh()) {
                        recognition.byNumber(route.meeting(), false);
                        recorder.recordIfOver(route.meeting());
                    } else {
                        turn(route.meeting(), event, caller);
                    }
                });
    }

    /** Whether this call is on the desk or was. */
    public boolean knows(CallEvent event) {
        return meetings.knows(event);
    }

    /** Shows a customer without a call, as the encounter {@code customer:profileId}, and returns its present snapshot. */
    public Encounter open(String profileId) {
        Instant now = clock.instant();
        long askedAt = nanos.getAsLong();
        Meetings.Route route = meetings.openByHand(Encounter.keyOf(profileId), key -> {
            Encounter first = Encounter.first(key, Phase.LOOKED_UP, Callers.NONE, now);
            return new Meeting(first, Direction.OUT, null, askedAt, nanos, this::publish);
        });
        if (route.fresh()) {
            recognition.byProfile(route.meeting(), profileId, false, null);
        }
        return route.meeting().now();
    }

    /**
     * Says which customer it is. Also changes a choice made before, and names somebody nobody was known for.
     *
     * @param remember the same customer is taken the next time this number calls, without asking
     */
    public void choose(String key, String profileId, boolean remember) {
        meetings.find(key).ifPresent(meeting -> {
            @Nullable String e164 = meeting.now().caller().e164();
            if (e164 != null && remember) {
                recorder.inBackground(() -> choices.remember(e164, profileId));
            } else if (e164 != null) {
                // what was known of this number is no longer sure
                cache.forget(e164);
            }
            recognition.byProfile(meeting, profileId, false, remember ? e164 : null);
            recorder.recordIfOver(meeting);
        });
    }

    /**
     * Makes the caller a customer, or finds the one they are, and shows them. Blocks.
     *
     * @throws MemoryFailure.Invalid when the number or the address is none, or both are missing; the field is named
     *     {@code phone} or {@code email}
     * @throws MemoryFailure.Conflict when number and address belong to different customers, who are left as they are
     * @throws MemoryFailure.NotFound when there is no such encounter on the desk
     */
    public Created create(String key, NewCustomer wanted) {
        Meeting meeting = meetings.find(key).orElseThrow(() -> new MemoryFailure.NotFound("This call is gone"));
        @Nullable String e164 = meeting.now().caller().e164();
        meeting.creating.lock();
        try {
            Created created = maker.create(wanted, e164);
            Customer customer = created.customer();
            maker.phone(wanted, e164).filter(phone -> phone.equals(e164)).ifPresent(phone -> certain(phone, customer));
            long ticket = meeting.newIdentity(
                    false,
                    e -> e.withIdentity(new Identity.Known(customer, true)).withPanel(Panel.EMPTY));
            wave.ask(meeting, ticket, customer.profileId(), null);
            recorder.recordIfOver(meeting);
            return created;
        } finally {
            meeting.creating.unlock();
        }
    }

    /** Reads the customer anew, for instance after a note has landed; what is shown stays until its new answer is there. */
    public void refresh(String key) {
        meetings.find(key).ifPresent(recognition::refresh);
    }

    /** Asks again after a failure: who it is where that is not known, else what is remembered. */
    public void retry(String key) {
        meetings.find(key).ifPresent(recognition::again);
    }

    /** Asks again about everybody on the desk, for instance when the memory answers after a time in which it did not. */
    public void retryAll() {
        encounters().forEach(encounter -> retry(encounter.key()));
    }

    /** The agent is done with it: it is written to the call log and leaves the desk. A call still open counts as over. */
    public void finish(String key) {
        meetings.remove(key).ifPresent(meeting -> {
            meeting.change(e -> e.live() ? e.withPhase(Phase.WRAPPING_UP, clock.instant()) : e);
            meeting.leave();
            recorder.recordIfOver(meeting);
            gone.forEach(listener -> listener.accept(key));
        });
    }

    /**
     * Goes on with what is on the desk of another, which says nothing more. Everybody is asked about anew; customers opened by
     * hand stay behind where the memory does not know them.
     *
     * @param sameCustomers whether both have the same memory; until it has answered, what was shown stays
     */
    void takeOver(ScreenPop former, boolean sameCustomers) {
        for (Meeting ended : former.meetings.handOver(meetings)) {
            Encounter was = ended.now();
            if (!sameCustomers && was.phase() == Phase.LOOKED_UP) {
                continue;
            }
            Encounter first = sameCustomers
                    ? was
                    : was.withIdentity(new Identity.Searching()).withPanel(Panel.EMPTY);
            Meeting meeting =
                    new Meeting(first, ended.direction, ended.phases(), nanos.getAsLong(), nanos, this::publish);
            if (meetings.add(meeting)) {
                if (first.identity() instanceof Identity.Searching) {
                    recognition.begin(meeting);
                } else {
                    recognition.again(meeting);
                }
                recorder.recordIfOver(meeting);
            }
        }
    }

    /** What is on the desk, in the order it came. */
    public List<Encounter> encounters() {
        return meetings.all().stream().map(Meeting::now).toList();
    }

    private Optional<Meeting> opened(String key, CallEvent event, Caller caller, long arrivedAt) {
        return CallPhases.first(event.state())
                .map(phase -> new Meeting(
                        Encounter.first(key, phase, caller, happenedAt(event)),
                        event.direction(),
                        new CallPhases(event),
                        arrivedAt,
                        nanos,
                        this::publish));
    }

    private void turn(Meeting meeting, CallEvent event, Caller caller) {
        @Nullable CallPhases phases = meeting.phases();
        if (phases != null) {
            Instant at = happenedAt(event);
            meeting.change(e -> phases.turn(e, event, at).withCaller(Callers.together(e.caller(), caller)));
            recorder.recordIfOver(meeting);
        }
    }

    /** A phone system's clock may be ahead of ours; nothing happened in the future. */
    private Instant happenedAt(CallEvent event) {
        Instant now = clock.instant();
        return event.at().isAfter(now) ? now : event.at();
    }

    private void publish(Encounter encounter) {
        changed.forEach(listener -> listener.accept(encounter));
        // who it was may become clear after the call is over
        if (CallRecorder.isOver(encounter) && encounter.customer().isPresent()) {
            meetings.find(encounter.key()).ifPresent(recorder::recordIfOver);
        }
    }

    private void merged(Merged news) {
        merged.forEach(listener -> listener.accept(news));
    }

    private void certain(String e164, Customer customer) {
        cache.put(e164, customer);
        recorder.resolve(e164, customer);
    }
}
