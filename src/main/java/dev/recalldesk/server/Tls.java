package dev.recalldesk.server;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * A certificate, those that vouch for it, and its private key, as a server shows them. Immutable and thread-safe.
 *
 * <p>Why Bouncy Castle reads them (2026-11): Java's own reader of PEM is not final yet, and a key may be written in three
 * ways, of which plain Java knows one.
 */
public final class Tls {
    private static final byte[] ANYTHING = "signed to see whether the key fits".getBytes(StandardCharsets.UTF_8);
    private static final char[] NO_PASSWORD = {};
    private final KeyStore keys;

    private Tls(KeyStore keys) {
        this.keys = keys;
    }

    /**
     * Reads the pair.
     *
     * @param certificate PEM, the server's own first
     * @param key PEM, without a passphrase
     * @throws TlsProblem when a file cannot be used, or the two do not belong together
     */
    public static Tls read(Path certificate, Path key) throws TlsProblem {
        List<X509Certificate> chain = new ArrayList<>();
        List<PrivateKey> found = new ArrayList<>();
        for (Object part : parts(certificate)) {
            if (part instanceof X509CertificateHolder holder) {
                chain.add(converted(certificate, () -> new JcaX509CertificateConverter().getCertificate(holder)));
            }
        }
        if (chain.isEmpty()) {
            throw new TlsProblem(TlsProblem.Kind.NO_CERTIFICATE, certificate, null);
        }
        for (Object part : parts(key)) {
            JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
            switch (part) {
                case PEMKeyPair pair ->
                    found.add(converted(key, () -> converter.getPrivateKey(pair.getPrivateKeyInfo())));
                case PrivateKeyInfo info -> found.add(converted(key, () -> converter.getPrivateKey(info)));
                case PEMEncryptedKeyPair _, PKCS8EncryptedPrivateKeyInfo _ ->
                    throw new TlsProblem(TlsProblem.Kind.LOCKED, key, null);
                default -> {
                    // Curves and certificates may stand beside the key.
                }
            }
        }
        if (found.isEmpty()) {
            throw new TlsProblem(TlsProblem.Kind.NO_KEY, key, null);
        }
        PrivateKey first = found.getFirst();
        if (!fits(first, chain.getFirst())) {
            throw new TlsProblem(TlsProblem.Kind.MISMATCH, key, null);
        }
        return new Tls(converted(key, () -> store(first, chain)));
    }

    /** What Jetty needs; nothing older than TLS 1.2 is spoken. */
    SslContextFactory.Server factory() {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setKeyStore(keys);
        factory.setKeyStorePassword("");
        factory.setIncludeProtocols("TLSv1.2", "TLSv1.3");
        return factory;
    }

    private static List<Object> parts(Path file) throws TlsProblem {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new TlsProblem(TlsProblem.Kind.UNREADABLE, file, e);
        }
        return converted(file, () -> {
            List<Object> parts = new ArrayList<>();
            try (PEMParser parser = new PEMParser(new StringReader(text))) {
                for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                    parts.add(part);
                }
            }
            return parts;
        });
    }

    private interface Conversion<T> {
        T make() throws IOException, GeneralSecurityException;
    }

    private static <T> T converted(Path file, Conversion<T> conversion) throws TlsProblem {
        try {
            return conversion.make();
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // Garbled bytes are met with all kinds of exceptions.
            throw new TlsProblem(TlsProblem.Kind.NOT_PEM, file, e);
        }
    }

    private static boolean fits(PrivateKey key, X509Certificate certificate) {
        String name = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        try {
            Signature signature = Signature.getInstance(name);
            signature.initSign(key);
            signature.update(ANYTHING);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(ANYTHING);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            // One is an RSA key and the other is not, for example.
            return false;
        }
    }

    private static KeyStore store(PrivateKey key, List<X509Certificate> chain)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
        return store;
    }
}
