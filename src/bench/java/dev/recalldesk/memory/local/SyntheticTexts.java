package dev.recalldesk.memory.local;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Notes as support agents write them and questions as they ask them, made from random numbers: the same numbers give the
 * same texts. Few words are frequent and very many are rare, as in any language, and every other note names a number nobody
 * else has.
 */
final class SyntheticTexts {
    /** One matter customers call about. */
    private record Topic(List<String> notes, List<String> questions) {}

    /** @param topic the matter of the first sentence */
    record Note(String content, int topic) {}

    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
    private static final int RARE_WORDS = 60_000;
    private static final String[] SYLLABLES = ("ba be bi bo bu da de di do du fa fe fi ga ge gi go ka ke ki ko la le li lo lu"
                    + " ma me mi mo mu na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi vo wa we za zo")
            .split(" ");

    private static final Map<String, String[]> SLOTS = Map.of(
            "product",
                    words("heater, kettle, desk lamp, sofa, dishwasher, phone case, garden hose, drill, office chair, boiler,"
                            + " printer, coffee machine, freezer, bicycle, mattress, tent, vacuum cleaner, stroller, router,"
                            + " water filter, electric blanket, ladder, bookshelf, pressure washer, microwave, rain jacket"),
            "fault",
                    words("does not turn on, leaks, arrived broken, makes a loud noise, smells of smoke, lost a screw, trips"
                            + " the fuse, shows error 12, overheats, has a cracked lid, came in the wrong colour, stops after a"
                            + " minute, has a bent hinge, drips at the valve, has a scratched door, will not charge"),
            "place",
                    words("the depot, the shop, the front door, the neighbour, the garage, the office, the pickup point, the"
                            + " warehouse, the second floor, the reception, the locker, the shed"),
            "day", words("monday, tuesday, wednesday, thursday, friday, saturday, next week, the morning, the afternoon"),
            "way", words("by card, by bank transfer, in cash, with a voucher, in three rates, by invoice, by direct debit"),
            "mood", words("calm, upset, friendly, in a hurry, very polite, confused, angry, patient, relieved, worried"),
            "part", words("pump, valve, hinge, cable, remote, battery, filter, gasket, handle, fuse, lid, hose, bulb, wheel"));

    private static final List<Topic> TOPICS = List.of(
            topic(
                    "{product} {fault}, order {number}. | The {product} {fault} since {day}, customer asks for a repair. |"
                            + " Says the {product} from {Rare} {fault}. | {part} of the {product} must be replaced, part"
                            + " {code}.",
                    "what is wrong with the {product} | {product} {fault} | broken {part} | part {code} | order {number}"),
            topic(
                    "Refund of {amount} for order {number} was promised {way}. | Asked where the refund for the {product}"
                            + " stays. | Got {amount} back {way}, thinks it is too little. | Refund refused, returned after"
                            + " the period; {mood} about it.",
                    "refund for the {product} | how much did we give back | money returned {way} | refund order {number}"),
            topic(
                    "Delivery to {place} on {day}, courier {Rare}. | Parcel {number} was left at {place}. | Wants the"
                            + " {product} delivered to {place}, not before {day}. | Courier could not find {Rare} Street"
                            + " {small}.",
                    "where was the parcel left | delivery on {day} | courier {Rare} | when does the {product} arrive"),
            topic(
                    "Moved to {Rare} Street {small}, old address must not be used. | New address is {Rare} Road {small}. |"
                            + " Invoices go to {Rare} Lane {small}, parcels to {place}.",
                    "current address | where does the customer live now | {Rare} street | address for invoices"),
            topic(
                    "Paid {amount} {way} on {day}. | Invoice {number} is open, {amount}. | Was charged two times for the"
                            + " {product}, {amount} each. | Pays {way} from now on.",
                    "open invoice | how does the customer pay | charged twice | invoice {number} | last payment"),
            topic(
                    "Prefers to be called in {day}, works shifts at {Rare}. | Likes to be written to, not called. | Speaks"
                            + " {Rare}, please be patient. | Call back on {day}, ask for {Rare}.",
                    "when to call back | preferred contact | does the customer like mail | call on {day}"),
            topic(
                    "Complained about a late {product}; {mood}. | Third complaint this year, the {part} again. | Complains"
                            + " about the tone of {Rare} on the phone. | Wants to speak to a manager about order {number}.",
                    "the last complaint | complaint about {Rare} | why was the customer upset | first complaint"),
            topic(
                    "Cancelled the subscription for {product} at the end of the month. | Subscription renewed for {amount},"
                            + " contract {number}. | Asked what the plan {Rare} costs, told {amount}.",
                    "subscription {Rare} | when does the contract end | contract {number} | what does the plan cost"),
            topic(
                    "Warranty for the {product}, serial {code}, ends in {month}. | Serial number of the {product} is {code}."
                            + " | Registered the {product} {code} on {day}.",
                    "serial number of the {product} | warranty in {month} | {code} | is the {product} registered"),
            topic(
                    "Ordered {small} {product}s in the colour {rare}, order {number}. | Wants to exchange the {product} for"
                            + " one in size {small}. | Asked whether the {product} fits a {rare} {part}. | Bought a"
                            + " {product} at {place}, paid {amount}.",
                    "what did the customer order in {month} | exchange of the {product} | size {small} | order {number}"),
            topic(
                    "Technician {Rare} comes on {day} because of the {part}. | Technician replaced the {part}, code {code}."
                            + " | Nobody was at home when {Rare} came. | Repair took {small} hours, {amount} {way}.",
                    "when does the technician come | who repaired the {part} | technician {Rare} | repair last month"),
            topic(
                    "Password was reset, could not log in since {day}. | Two accounts under {rare}{small}@example.com, merged"
                            + " them. | Account locked after {small} tries; unlocked, {mood} afterwards.",
                    "login trouble | which mail address | account locked | {rare}{small}@example.com"));
    private static final String[] MONTHS =
            words("january, february, march, april, may, june, july, august, september, october, november, december");

    private final RandomGenerator random;

    SyntheticTexts(RandomGenerator random) {
        this.random = random;
    }

    private static String[] words(String list) {
        return list.split("\\s*,\\s*");
    }

    private static Topic topic(String notes, String questions) {
        return new Topic(List.of(notes.split(" \\| ")), List.of(questions.split(" \\| ")));
    }

    static int topics() {
        return TOPICS.size();
    }

    /** One to three sentences, the first about {@code topic}. */
    Note note(int topic) {
        StringBuilder content = new StringBuilder(filled(any(TOPICS.get(topic).notes())));
        for (int more = random.nextInt(3); more > 0; more--) {
            int next = random.nextInt(3) > 0 ? topic : random.nextInt(TOPICS.size());
            content.append(' ').append(filled(any(TOPICS.get(next).notes())));
        }
        return new Note(content.toString(), topic);
    }

    Note note() {
        return note(zipf(TOPICS.size()));
    }

    /** One in ten with a slip of the finger. */
    String question() {
        String question = filled(any(TOPICS.get(random.nextInt(TOPICS.size())).questions()));
        int slip = question.length() < 8 ? 0 : 1 + random.nextInt(question.length() - 2);
        return random.nextInt(10) > 0 || slip == 0
                ? question
                : question.substring(0, slip) + question.charAt(slip + 1) + question.charAt(slip)
                        + question.substring(slip + 2);
    }

    private String filled(String pattern) {
        Matcher slots = SLOT.matcher(pattern);
        StringBuilder text = new StringBuilder();
        while (slots.find()) {
            slots.appendReplacement(text, value(slots.group(1)));
        }
        return slots.appendTail(text).toString();
    }

    private String value(String slot) {
        return switch (slot) {
            case "number" -> String.valueOf(100_000 + random.nextInt(900_000));
            case "code" ->
                "" + (char) ('A' + random.nextInt(26)) + (char) ('A' + random.nextInt(26)) + "-" + (10_000 + random.nextInt(90_000));
            case "amount" -> (5 + random.nextInt(500)) + "." + (10 + random.nextInt(90));
            case "small" -> String.valueOf(1 + zipf(60));
            case "month" -> MONTHS[random.nextInt(MONTHS.length)];
            case "rare" -> rare();
            case "Rare" -> {
                String word = rare();
                yield Character.toUpperCase(word.charAt(0)) + word.substring(1);
            }
            default -> {
                String[] values = SLOTS.getOrDefault(slot, new String[] {slot});
                yield values[zipf(values.length)];
            }
        };
    }

    /** A word no dictionary has, such as a name. */
    private String rare() {
        StringBuilder word = new StringBuilder();
        for (int rest = SYLLABLES.length + zipf(RARE_WORDS); rest > 0; rest /= SYLLABLES.length) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        return word.toString();
    }

    private String any(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** 0 to {@code size - 1}; the chance of the n-th falls as 1/n. */
    private int zipf(int size) {
        return Math.min(size - 1, (int) Math.exp(random.nextDouble() * Math.log(size + 1.0)) - 1);
    }
}
