package dev.recalldesk;

import dev.recalldesk.server.Limits;
import dev.recalldesk.server.Listening;
import dev.recalldesk.server.Tls;
import dev.recalldesk.server.TlsProblem;
import dev.recalldesk.ui.Text;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where a server listens, as the command line says it. */
final class ListenOptions {
    private static final int LAST_PORT = 65_535;

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "${bundle:cli.serve.host}")
    private String host = "";

    @Option(names = "--port", defaultValue = "8765", description = "${bundle:cli.serve.port}")
    private int port;

    @Option(names = "--tls-cert", paramLabel = "FILE", description = "${bundle:cli.serve.tlsCert}")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "${bundle:cli.serve.tlsKey}")
    private @Nullable Path key;

    /** Its message is a sentence for the user. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String sentence) {
            super(sentence);
        }
    }

    /**
     * Checked, so that it can be listened there if the port is free.
     *
     * @throws ParameterException when the words contradict themselves
     * @throws Refused when the machine or the files do not allow it
     */
    Listening read(CommandLine command) throws Refused {
        if (port < 0 || port > LAST_PORT) {
            throw new ParameterException(command, Text.get("cli.serve.wrongPort", String.valueOf(port)));
        }
        if (certificate == null || key == null) {
            if (certificate != null || key != null) {
                throw new ParameterException(command, Text.get("cli.serve.halfTls"));
            }
            if (!loopback(host)) {
                throw new Refused(Text.get("cli.serve.onlyHere", host));
            }
            return Listening.at(host, port);
        }
        if (!ours(host)) {
            throw new Refused(Text.get("cli.serve.notOurs", host));
        }
        try {
            return new Listening(host, port, Tls.read(certificate, key), Limits.standard(), false);
        } catch (TlsProblem e) {
            throw new Refused(sentence(e));
        }
    }

    /** Only written addresses are looked at: asking a name server would already be a word to the outside. */
    private static boolean loopback(String host) {
        try {
            return host.equals("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean ours(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            return address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException e) {
            return false;
        }
    }

    private static String sentence(TlsProblem problem) {
        String file = problem.file().toString();
        return switch (problem.kind()) {
            case UNREADABLE -> Text.get("cli.tls.unreadable", file);
            case NOT_PEM -> Text.get("cli.tls.notPem", file);
            case NO_CERTIFICATE -> Text.get("cli.tls.noCertificate", file);
            case NO_KEY -> Text.get("cli.tls.noKey", file);
            case LOCKED -> Text.get("cli.tls.locked", file);
            case MISMATCH -> Text.get("cli.tls.mismatch", file);
        };
    }
}
