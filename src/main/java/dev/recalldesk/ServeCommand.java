package dev.recalldesk;

import dev.recalldesk.desk.SettingsFile;
import dev.recalldesk.memory.local.LocalAccount;
import dev.recalldesk.server.Credentials;
import dev.recalldesk.server.Listening;
import dev.recalldesk.server.Server;
import dev.recalldesk.ui.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The memory of this machine, answered on the wire until the program is told to stop. */
@Command(
        name = "serve",
        resourceBundle = "messages",
        description = "${bundle:cli.serve}",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%n${bundle:cli.exitCodes}%n",
        exitCodeList = {"0:${bundle:cli.serve.exit.0}", "1:${bundle:cli.serve.exit.1}", "2:${bundle:cli.exit.2}"})
final class ServeCommand implements Callable<Integer> {
    private static final String USER = "TWILIO_ACCOUNT_SID";
    private static final String PASSWORD = "TWILIO_AUTH_TOKEN";
    private final Map<String, String> environment;
    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ListenOptions where = new ListenOptions();

    @Option(names = "--data", paramLabel = "DIR", description = "${bundle:cli.data}")
    private @Nullable Path data;

    @Option(names = "--user", description = "${bundle:cli.serve.user}")
    private @Nullable String user;

    @Option(names = "--password", description = "${bundle:cli.serve.password}")
    private @Nullable String password;

    @Option(names = "--words-only", description = "${bundle:cli.serve.wordsOnly}")
    private boolean wordsOnly;

    @Option(names = "--ids-at-once", description = "${bundle:cli.serve.idsAtOnce}")
    private boolean idsAtOnce;

    ServeCommand() {
        this(System.getenv());
    }

    ServeCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        Credentials given = credentials(command);
        try {
            Listening listening = where.read(command.commandLine()).tellingIdsAtOnce(idsAtOnce);
            try (LocalAccount account = open()) {
                return serve(account, given, listening, out, err);
            }
        } catch (ListenOptions.Refused e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.println(Sentences.of(e));
        } finally {
            err.flush();
            stopped.countDown();
        }
        return 1;
    }

    private int serve(
            LocalAccount account, @Nullable Credentials given, Listening listening, PrintWriter out, PrintWriter err)
            throws InterruptedException {
        Credentials credentials = given == null ? Credentials.generated() : given;
        try (Server server = Server.start(account, credentials, listening, InstantSource.system())) {
            if (given == null) {
                err.println(Text.get("cli.serve.generated", credentials.user(), credentials.password()));
                err.flush();
            }
            out.println(Text.get("cli.serve.ready", server.address()));
            out.flush();
            untilTold();
            return 0;
        } catch (IOException e) {
            err.println(Text.get("cli.serve.portInUse", String.valueOf(listening.port())));
            return 1;
        }
    }

    /** Waits for the signal to stop, and keeps the Java machine from ending before everything is closed. */
    private void untilTold() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            stop();
            try {
                stopped.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        told.await();
    }

    /** Ends the serving; {@link #call} returns once everything is closed. */
    void stop() {
        told.countDown();
    }

    private @Nullable Credentials credentials(CommandSpec command) {
        String name = user == null ? environment.get(USER) : user;
        String secret = password == null ? environment.get(PASSWORD) : password;
        if (name == null && secret == null) {
            return null;
        }
        if (name == null || name.isEmpty() || name.contains(":") || secret == null || secret.isEmpty()) {
            throw new ParameterException(command.commandLine(), Text.get("cli.serve.wrongCredentials"));
        }
        return new Credentials(name, secret);
    }

    private LocalAccount open() throws IOException {
        Path folder = DataFolder.make(data == null ? DataFolder.standard() : data);
        String region = new SettingsFile(folder.resolve("settings.json")).read().homeRegion();
        return wordsOnly
                ? LocalAccount.open(folder, region, InstantSource.system())
                : LocalAccount.openWithMeaning(folder, region, InstantSource.system());
    }
}
