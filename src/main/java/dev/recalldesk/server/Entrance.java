package dev.recalldesk.server;

import io.javalin.config.JavalinConfig;
import java.time.Duration;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** The way in: where the server listens, and what it takes of whoever comes. */
final class Entrance {
    private static final int MAX_HEAD = 16 * 1024;
    private static final Duration GOODBYE = Duration.ofSeconds(3);

    private Entrance() {}

    static void build(JavalinConfig config, Listening listening) {
        Limits limits = listening.limits();
        Patience patience = new Patience(limits.patience());
        config.jetty.modifyServer(server -> {
            server.insertHandler(patience);
            // What is under way when the server is stopped is finished, but not waited for without end.
            server.insertHandler(new GracefulHandler());
            server.setStopTimeout(GOODBYE.toMillis());
            server.setErrorHandler(new RawErrors());
            NetworkConnectionLimit most = new NetworkConnectionLimit(limits.connections(), server);
            // As long as others wait, nobody keeps a connection for later.
            most.setEndPointIdleTimeout(limits.patience().toMillis() / 2);
            boolean _ = server.addBean(most);
        });
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(MAX_HEAD);
        });
        config.jetty.addConnector((server, http) -> connector(server, http, listening, patience));
    }

    private static Connector connector(Server server, HttpConfiguration http, Listening listening, Patience patience) {
        Tls tls = listening.tls();
        ServerConnector connector = tls == null
                ? new ServerConnector(server, new HttpConnectionFactory(http))
                : new ServerConnector(
                        server,
                        new SslConnectionFactory(tls.factory(), "http/1.1"),
                        new HttpConnectionFactory(secure(http)));
        connector.setHost(listening.host());
        connector.setPort(listening.port());
        connector.setIdleTimeout(listening.limits().patience().toMillis());
        boolean _ = connector.addBean(patience);
        return connector;
    }

    private static HttpConfiguration secure(HttpConfiguration http) {
        HttpConfiguration secure = new HttpConfiguration(http);
        // Teams reach it by an address or a name of their own, which a certificate of their own need not name.
        secure.addCustomizer(new SecureRequestCustomizer(false));
        return secure;
    }
}
