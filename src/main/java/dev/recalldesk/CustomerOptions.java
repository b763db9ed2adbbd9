package dev.recalldesk;

import dev.recalldesk.memory.Identifier;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.PhoneNumbers;
import dev.recalldesk.ui.Text;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whom a command is about: a phone number or an id, one of the two. */
final class CustomerOptions {
    @Spec
    private @Nullable CommandSpec command;

    @Option(names = "--phone", required = true, paramLabel = "NUMBER", description = "${bundle:cli.customer.phone}")
    private @Nullable String phone;

    @Option(names = "--profile", required = true, paramLabel = "ID", description = "${bundle:cli.customer.profile}")
    private @Nullable String profile;

    /** Who has been named in this memory; several share a number now and then. An id is not checked. */
    List<String> in(Memory memory, PhoneNumbers phones) {
        return phone == null
                ? List.of(Objects.requireNonNull(profile))
                : memory.lookup(Identifier.PHONE, number(phones)).profileIds();
    }

    /** Whether a number was given that has to be looked up. */
    boolean byNumber() {
        return phone != null;
    }

    /** The number in E.164. */
    String number(PhoneNumbers phones) {
        String written = Objects.requireNonNull(phone);
        return phones.e164(written)
                .orElseThrow(() -> new ParameterException(
                        Objects.requireNonNull(command).commandLine(), Text.get("cli.customer.noNumber", written)));
    }

    /** What was given, as it was written. */
    String given() {
        return phone == null ? Objects.requireNonNull(profile) : phone;
    }
}
