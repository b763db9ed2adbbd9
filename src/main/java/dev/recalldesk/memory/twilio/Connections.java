package dev.recalldesk.memory.twilio;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * How connections are made and kept. Of what the library would do by itself, following redirects, repeating, signing in and
 * keeping cookies are switched off: each is decided where it is known what was asked.
 */
final class Connections {
    private static final int MOST = 32;
    private static final Http1Config HTTP = Http1Config.custom()
            .setMaxHeaderCount(100)
            .setMaxLineLength(16 * 1024)
            .build();
    private static final TimeValue KEPT_WARM = TimeValue.ofMinutes(3);
    private static final TimeValue OLDEST = TimeValue.ofMinutes(30);
    private static final TimeValue TRUSTED_FOR = TimeValue.ofSeconds(1);

    private Connections() {}

    /** @param trust by whom a certificate must be signed; {@code null} for those this computer trusts */
    static PoolingHttpClientConnectionManager pool(Duration connect, @Nullable SSLContext trust) {
        ClientTlsStrategyBuilder tls = ClientTlsStrategyBuilder.create()
                .setTlsVersions(TLS.V_1_3, TLS.V_1_2)
                .setHostVerificationPolicy(HostnameVerificationPolicy.BUILTIN);
        if (trust != null) {
            tls.setSslContext(trust);
        }
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(tls.buildClassic())
                .setConnectionFactory(Connections::connection)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(connect))
                        .setValidateAfterInactivity(TRUSTED_FOR)
                        .setTimeToLive(OLDEST)
                        .build())
                .setMaxConnTotal(MOST)
                .setMaxConnPerRoute(MOST)
                .build();
    }

    private static WatchedConnection connection(@Nullable Socket bound) throws IOException {
        // the strict parser: the library's own skips what is no answer until one comes
        WatchedConnection connection = new WatchedConnection(HTTP, new DefaultHttpResponseParserFactory());
        if (bound != null) {
            connection.bind(bound);
        }
        return connection;
    }

    static CloseableHttpClient client(PoolingHttpClientConnectionManager pool) {
        return HttpClients.custom()
                .setConnectionManager(pool)
                .setRequestExecutor(new Sender())
                .setUserAgent("recall-desk")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .build();
    }

    /** For one exchange that has this long. */
    static RequestConfig config(Duration left) {
        Timeout timeout = Timeout.ofMilliseconds(Math.max(1, left.toMillis()));
        return RequestConfig.custom()
                .setConnectionRequestTimeout(timeout)
                .setResponseTimeout(timeout)
                .setConnectionKeepAlive(KEPT_WARM)
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
    }
}
