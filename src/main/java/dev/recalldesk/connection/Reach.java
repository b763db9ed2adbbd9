package dev.recalldesk.connection;

import dev.recalldesk.memory.TlsFault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Finds out how far the way to a host is open, without asking it anything. Thread-safe; blocks. */
final class Reach {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private final SSLSocketFactory trust;
    private final Duration patience;

    /** @param trust decides by whom a certificate must be signed */
    Reach(SSLSocketFactory trust, Duration patience) {
        this.trust = trust;
        this.patience = patience;
    }

    /** As this computer trusts. */
    static Reach usual(Duration patience) {
        return new Reach((SSLSocketFactory) SSLSocketFactory.getDefault(), patience);
    }

    /** Thrown when the way is not open. */
    static final class Closed extends Exception {
        private static final long serialVersionUID = 1L;
        private final Trouble trouble;

        Closed(Trouble trouble, Throwable cause) {
            super("The way is closed: " + trouble, cause);
            this.trouble = trouble;
        }

        Trouble trouble() {
            return trouble;
        }
    }

    InetAddress resolve(URI base) throws Closed {
        try {
            return InetAddress.getByName(base.getHost());
        } catch (UnknownHostException e) {
            throw new Closed(Trouble.NO_SUCH_HOST, e);
        }
    }

    /** Connects and agrees on how to be safe; returns that as people call it, or nothing where nothing leaves this computer. */
    String connect(URI base, InetAddress host) throws Closed {
        boolean plain = base.getScheme().equals("http");
        int port = base.getPort() >= 0 ? base.getPort() : plain ? HTTP : HTTPS;
        int millis = (int) patience.toMillis();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), millis);
            socket.setSoTimeout(millis);
            return plain ? "" : handshake(socket, base.getHost(), port);
        } catch (IOException e) {
            throw new Closed(trouble(e), e);
        }
    }

    private String handshake(Socket socket, String name, int port) throws IOException {
        try (SSLSocket safe = (SSLSocket) trust.createSocket(socket, name, port, true)) {
            SSLParameters parameters = safe.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            safe.setSSLParameters(parameters);
            safe.startHandshake();
            return safe.getSession().getProtocol().replace("TLSv", "TLS ");
        }
    }

    private static Trouble trouble(IOException e) {
        return switch (e) {
            case SocketTimeoutException _ -> Trouble.SILENT;
            case ConnectException _ -> Trouble.REFUSED;
            case NoRouteToHostException _ -> Trouble.SILENT;
            case SSLException ssl -> unsafe(ssl);
            default -> Trouble.BROKEN;
        };
    }

    private static Trouble unsafe(SSLException e) {
        return switch (TlsFault.of(e)) {
            case SILENT -> Trouble.SILENT;
            case BROKEN -> Trouble.BROKEN;
            case EXPIRED -> Trouble.EXPIRED;
            case UNTRUSTED -> Trouble.UNTRUSTED;
            case OTHER_NAME -> Trouble.OTHER_NAME;
            case NOT_SAFE -> Trouble.NOT_SAFE;
        };
    }
}
