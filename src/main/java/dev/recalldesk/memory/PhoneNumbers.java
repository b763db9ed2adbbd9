package dev.recalldesk.memory;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads phone numbers the way people of one home region write them. Thread-safe.
 *
 * <p>A memory reads a number without a country code as a US one, so the desk turns what a phone system sends into E.164
 * first, with the region its users live in.
 */
public final class PhoneNumbers {
    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
    /** Of a text that is nothing but digits it is enough to look at so many. */
    private static final long MOST_TRIES = 10_000;

    private final String homeRegion;

    /** @param homeRegion two-letter country code (ISO 3166-1), such as {@code US} or {@code DE} */
    public PhoneNumbers(String homeRegion) {
        this.homeRegion = homeRegion.toUpperCase(Locale.ROOT);
    }

    /** The number in E.164 ({@code +13175550142}), or nothing when this cannot be a phone number. */
    public Optional<String> e164(String written) {
        return parse(written).filter(UTIL::isPossibleNumber).map(number -> UTIL.format(number, PhoneNumberFormat.E164));
    }

    /** A number in E.164 as people read it; what is not one is returned unchanged. */
    public static String international(String e164) {
        return new PhoneNumbers("ZZ").readable(e164);
    }

    /** The number as people read it ({@code +1 317-555-0142}); what cannot be read is returned unchanged. */
    public String readable(String written) {
        return parse(written)
                .map(number ->
                        UTIL.format(number, PhoneNumberFormat.INTERNATIONAL).replace('-', ' '))
                .orElse(written);
    }

    /** The country of a number by its code, as a two-letter code; nothing when unknown. */
    public Optional<String> region(String written) {
        return parse(written)
                .map(UTIL::getRegionCodeForNumber)
                .or(() -> parse(written).map(n -> UTIL.getRegionCodeForCountryCode(n.getCountryCode())))
                .filter(code -> code.length() == 2 && !"ZZ".equals(code));
    }

    /** A phone number in a text, from {@code start} to before {@code end}. */
    public record Span(int start, int end) {}

    /**
     * The phone numbers in a text, in their order. With a country code whatever can be a number counts, without one what is
     * a number at home, or half of the figures in a text would.
     */
    public List<Span> find(String text) {
        Stream<PhoneNumberMatch> abroad = matches(text, Leniency.POSSIBLE)
                .filter(match -> match.rawString().startsWith("+"));
        return Stream.concat(abroad, matches(text, Leniency.VALID))
                .map(match -> new Span(match.start(), match.end()))
                .sorted(Comparator.comparingInt(Span::start).thenComparing(Span::end, Comparator.reverseOrder()))
                .distinct()
                .toList();
    }

    private Stream<PhoneNumberMatch> matches(String text, Leniency leniency) {
        return StreamSupport.stream(
                UTIL.findNumbers(text, homeRegion, leniency, MOST_TRIES).spliterator(), false);
    }

    private Optional<PhoneNumber> parse(String written) {
        try {
            return Optional.of(UTIL.parse(written, homeRegion));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
