package dev.recalldesk;

import dev.recalldesk.context.ContextJson;
import dev.recalldesk.context.ContextPrompt;
import dev.recalldesk.context.ContextText;
import dev.recalldesk.context.Redaction;
import dev.recalldesk.desk.CallerContext;
import dev.recalldesk.desk.ContextReader;
import dev.recalldesk.desk.Questions;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.PhoneNumbers;
import dev.recalldesk.memory.RecallRequest;
import dev.recalldesk.ui.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the desk knows of a customer, for a program, a language model or a person without the window. */
@Command(
        name = "context",
        resourceBundle = "messages",
        description = "${bundle:cli.context}",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%n${bundle:cli.exitCodes}%n",
        exitCodeList = {
            "0:${bundle:cli.context.exit.0}",
            "2:${bundle:cli.exit.2}",
            "3:${bundle:cli.exit.3}",
            "4:${bundle:cli.exit.4}",
            "5:${bundle:cli.context.exit.5}"
        })
final class ContextCommand implements Callable<Integer> {
    private static final int MOST = 100;

    /** How a context is written down. */
    enum Format {
        text,
        json,
        prompt
    }

    private final InstantSource clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final MemoryOptions options;

    @ArgGroup(multiplicity = "1")
    private CustomerOptions customer = new CustomerOptions();

    @Option(names = "--query", paramLabel = "WORDS", description = "${bundle:cli.context.query}")
    private @Nullable String query;

    @Option(names = "--conversation", paramLabel = "ID", description = "${bundle:cli.context.conversation}")
    private @Nullable String conversation;

    @Option(names = "--limit", paramLabel = "N", description = "${bundle:cli.context.limit}")
    private @Nullable Integer limit;

    @Option(names = "--format", defaultValue = "text", description = "${bundle:cli.context.format}")
    private Format format = Format.text;

    @Option(names = "--redact", description = "${bundle:cli.context.redact}")
    private boolean redact;

    ContextCommand() {
        this(System.getenv(), InstantSource.system());
    }

    /** @param clock when it is asked, which is told */
    ContextCommand(Map<String, String> environment, InstantSource clock) {
        this.options = new MemoryOptions(environment);
        this.clock = clock;
    }

    @Override
    public Integer call() {
        PrintWriter err = command().getErr();
        RecallRequest wanted = wanted();
        PhoneNumbers phones = new PhoneNumbers(options.settings().homeRegion());
        boolean ranked = wanted.query() != null || wanted.conversationId() != null;
        try (MemoryOptions.Opened opened = options.open(ranked)) {
            List<String> found = customer.in(opened.memory(), phones);
            if (found.size() > 1) {
                err.println(Text.get("cli.customer.several", customer.given()));
                found.forEach(err::println);
                return Exit.SEVERAL;
            }
            if (found.isEmpty()) {
                return nobody(err);
            }
            CallerContext known = read(opened, found.getFirst(), wanted);
            command().getOut().println(written(redact ? new Redaction(phones).of(known) : known));
            return Exit.DONE;
        } catch (MemoryFailure.NotFound e) {
            return nobody(err);
        } catch (MemoryFailure.Invalid e) {
            throw new ParameterException(command(), String.valueOf(e.getMessage()));
        } catch (MemoryFailure | IOException e) {
            err.println(options.sentence(e));
            return Exit.NO_MEMORY;
        } finally {
            command().getOut().flush();
            err.flush();
        }
    }

    private int nobody(PrintWriter err) {
        err.println(Text.get("cli.customer.nobody", customer.given()));
        return Exit.NOBODY;
    }

    private CallerContext read(MemoryOptions.Opened opened, String profileId, RecallRequest wanted) {
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            return new ContextReader(opened.memory(), workers, clock).read(profileId, wanted);
        }
    }

    private String written(CallerContext known) {
        return switch (format) {
            case text -> ContextText.of(known, ZoneId.systemDefault());
            case json -> ContextJson.of(known);
            case prompt -> ContextPrompt.of(known, ZoneId.systemDefault());
        };
    }

    private RecallRequest wanted() {
        RecallRequest usual = query == null || query.isBlank()
                ? Questions.relevant(conversation)
                : Questions.asked(query, conversation);
        if (limit == null) {
            return usual;
        }
        if (limit < 1 || limit > MOST) {
            throw new ParameterException(command(), Text.get("cli.context.wrongLimit", String.valueOf(limit)));
        }
        return new RecallRequest(usual.query(), usual.conversationId(), null, null, limit, limit, usual.threshold());
    }

    private picocli.CommandLine command() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
