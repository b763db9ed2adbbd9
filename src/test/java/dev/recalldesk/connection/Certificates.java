package dev.recalldesk.connection;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** The certificate of a host, signed by an authority that nobody knows but those who are told. */
public final class Certificates {
    private final HeldCertificate authority =
            new HeldCertificate.Builder().certificateAuthority(0).build();
    private final HeldCertificate host;

    private Certificates(String name, long from, long until) {
        host = new HeldCertificate.Builder()
                .signedBy(authority)
                .addSubjectAlternativeName(name)
                .validityInterval(from, until)
                .build();
    }

    /** @param name the host's name or address */
    public static Certificates of(String name) {
        long now = Instant.now().toEpochMilli();
        return new Certificates(name, now - TimeUnit.DAYS.toMillis(1), now + TimeUnit.DAYS.toMillis(1));
    }

    /** As the other, over since yesterday. */
    public static Certificates expired(String name) {
        long now = Instant.now().toEpochMilli();
        return new Certificates(name, now - TimeUnit.DAYS.toMillis(9), now - TimeUnit.DAYS.toMillis(1));
    }

    /** For the server that shows them. */
    SSLContext server() {
        return new HandshakeCertificates.Builder().heldCertificate(host).build().sslContext();
    }

    /** For a client that was told of the authority. */
    SSLContext client() {
        return new HandshakeCertificates.Builder()
                .addTrustedCertificate(authority.certificate())
                .build()
                .sslContext();
    }
}
