package dev.recalldesk.memory;

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
import javax.net.ssl.SSLPeerUnverifiedException;

/** Why a connection could not be made safe. */
public enum TlsFault {
    /** Nothing came in time. */
    SILENT,
    /** The connection broke meanwhile. */
    BROKEN,
    /** The certificate is for another time, or this computer's clock is wrong. */
    EXPIRED,
    /** The certificate comes from nobody this computer trusts. */
    UNTRUSTED,
    /** The certificate is for another name. */
    OTHER_NAME,
    /** Nothing both sides speak was found. */
    NOT_SAFE;

    /** What this failure of a handshake comes from. */
    public static TlsFault of(SSLException failure) {
        if (has(failure, SocketTimeoutException.class)) {
            return SILENT;
        }
        if (has(failure, CertificateExpiredException.class) || has(failure, CertificateNotYetValidException.class)) {
            return EXPIRED;
        }
        if (has(failure, CertPathBuilderException.class) || has(failure, CertPathValidatorException.class)) {
            return UNTRUSTED;
        }
        if (has(failure, CertificateException.class) || has(failure, SSLPeerUnverifiedException.class)) {
            return OTHER_NAME;
        }
        return has(failure, SocketException.class) || has(failure, EOFException.class) ? BROKEN : NOT_SAFE;
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        return Stream.<Throwable>iterate(failure, each -> each != null, Throwable::getCause)
                .anyMatch(kind::isInstance);
    }
}
