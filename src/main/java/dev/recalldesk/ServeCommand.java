package dev.recalldesk;

import dev.recalldesk.memory.local.DataFolderInUse;
import dev.recalldesk.memory.local.LocalAccount;
import dev.recalldesk.server.Credentials;
import dev.recalldesk.server.Server;
import dev.recalldesk.ui.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The memory of this machine, answered on the wire until the program is told to stop. */
@Command(
        name = "serve",
        resourceBundle = "messages",
        description = "${bundle:cli.serve}",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final String USER = "TWILIO_ACCOUNT_SID";
    private static final String PASSWORD = "TWILIO_AUTH_TOKEN";
    private final Map<String, String> environment;
    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "${bundle:cli.serve.host}")
    private String host = "";

    @Option(names = "--port", defaultValue = "8765", description = "${bundle:cli.serve.port}")
    private int port;

    @Option(names = "--data", paramLabel = "DIR", description = "${bundle:cli.data}")
    private @Nullable Path data;

    @Option(names = "--user", description = "${bundle:cli.serve.user}")
    private @Nullable String user;

    @Option(names = "--password", description = "${bundle:cli.serve.password}")
    private @Nullable String password;

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
        if (port < 0 || port > 65_535) {
            throw new ParameterException(command.commandLine(), Text.get("cli.serve.wrongPort", String.valueOf(port)));
        }
        if (!loopback(host)) {
            err.println(Text.get("cli.serve.onlyHere", host));
            err.flush();
            return 1;
        }
        Credentials given = credentials(command);
        try (LocalAccount account = open()) {
            return serve(account, given, out, err);
        } catch (DataFolderInUse e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.println(Text.get("cli.serve.noData", String.valueOf(e.getMessage())));
        } finally {
            err.flush();
            stopped.countDown();
        }
        return 1;
    }

    private int serve(LocalAccount account, @Nullable Credentials given, PrintWriter out, PrintWriter err)
            throws InterruptedException {
        Credentials credentials = given == null ? Credentials.generated() : given;
        try (Server server = Server.start(account, credentials, host, port, InstantSource.system())) {
            if (given == null) {
                err.println(Text.get("cli.serve.generated", credentials.user(), credentials.password()));
                err.flush();
            }
            out.println(Text.get("cli.serve.ready", server.address()));
            out.flush();
            untilTold();
            return 0;
        } catch (IOException e) {
            err.println(Text.get("cli.serve.portInUse", String.valueOf(port)));
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

    /** Only written addresses are looked at: asking a name server would already be a word to the outside. */
    private static boolean loopback(String host) {
        try {
            return host.equals("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private LocalAccount open() throws IOException {
        Path folder = DataFolder.make(data == null ? DataFolder.standard() : data);
        return LocalAccount.openWithMeaning(folder, ArchiveOptions.homeRegion(folder), InstantSource.system());
    }
}
