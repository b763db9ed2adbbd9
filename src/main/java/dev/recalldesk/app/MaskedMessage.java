package dev.recalldesk.app;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.regex.Pattern;

/** The message of a log line with everything that looks like a phone number, a card or an e-mail address masked. */
public final class MaskedMessage extends MessageConverter {
    private static final Pattern EMAIL = Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]+");
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d[\\d ().-]{5,}\\d");

    @Override
    public String convert(ILoggingEvent event) {
        return mask(super.convert(event));
    }

    static String mask(String message) {
        return NUMBER.matcher(EMAIL.matcher(message).replaceAll("•••@•••")).replaceAll("•••");
    }
}
