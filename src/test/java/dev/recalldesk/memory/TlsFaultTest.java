package dev.recalldesk.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a failed handshake is called, by what it comes from, however deep that lies. */
class TlsFaultTest {
    static Stream<Arguments> causes() {
        return Stream.of(
                Arguments.of(new SocketTimeoutException(), TlsFault.SILENT),
                Arguments.of(new SocketException("Connection reset"), TlsFault.BROKEN),
                Arguments.of(new EOFException(), TlsFault.BROKEN),
                Arguments.of(new CertPathValidatorException("no", new CertificateExpiredException()), TlsFault.EXPIRED),
                Arguments.of(new CertificateNotYetValidException(), TlsFault.EXPIRED),
                Arguments.of(new CertPathBuilderException(), TlsFault.UNTRUSTED),
                Arguments.of(new CertPathValidatorException(), TlsFault.UNTRUSTED),
                Arguments.of(new CertificateException("No name matching"), TlsFault.OTHER_NAME),
                Arguments.of(new SSLPeerUnverifiedException("no"), TlsFault.OTHER_NAME),
                Arguments.of(new IllegalStateException(), TlsFault.NOT_SAFE));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void isNamedByItsCause(Throwable cause, TlsFault named) {
        assertThat(TlsFault.of(new SSLException("no", cause))).isEqualTo(named);
        SSLHandshakeException deep = new SSLHandshakeException("no");
        SSLException _ = (SSLException) deep.initCause(new RuntimeException(cause));
        assertThat(TlsFault.of(deep)).isEqualTo(named);
    }
}
