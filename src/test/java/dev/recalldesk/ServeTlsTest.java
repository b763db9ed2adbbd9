package dev.recalldesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigInteger;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Serving with a certificate, which alone opens the way to other machines. */
class ServeTlsTest {
    private static KeyPair rsa;
    private static KeyPair curve;
    private static X509Certificate certificate;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void keys() throws Exception {
        KeyPairGenerator makesRsa = KeyPairGenerator.getInstance("RSA");
        makesRsa.initialize(2048);
        rsa = makesRsa.generateKeyPair();
        KeyPairGenerator makesCurves = KeyPairGenerator.getInstance("EC");
        makesCurves.initialize(256);
        curve = makesCurves.generateKeyPair();
        certificate = certificate(rsa, "SHA256withRSA");
    }

    private static X509Certificate certificate(KeyPair pair, String algorithm) throws Exception {
        X500Name name = new X500Name("CN=recall-desk.example.com");
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(now.minusSeconds(60)),
                Date.from(now.plusSeconds(3600)),
                name,
                pair.getPublic());
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate())));
    }

    private String pem(String name, Object... parts) throws IOException {
        Path file = folder.resolve(name);
        try (Writer writer = Files.newBufferedWriter(file);
                JcaPEMWriter pem = new JcaPEMWriter(writer)) {
            for (Object part : parts) {
                pem.writeObject(part);
            }
        }
        return file.toString();
    }

    /** As OpenSSL writes it, with the name of the curve inside. */
    private static PemObject curvePrivate() throws IOException {
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(curve.getPrivate().getEncoded());
        return new PemObject(
                "EC PRIVATE KEY",
                new ECPrivateKey(
                                256,
                                ECPrivateKey.getInstance(info.parsePrivateKey()).getKey(),
                                info.getPrivateKeyAlgorithm().getParameters())
                        .getEncoded());
    }

    private int run(String... arguments) {
        return run(
                new ServeCommand(Map.of("TWILIO_ACCOUNT_SID", "AC1", "TWILIO_AUTH_TOKEN", "a secret word")), arguments);
    }

    private int run(ServeCommand command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** What is done while it serves with this pair, given the address it printed. */
    private interface Visit {
        void at(String address) throws Exception;
    }

    private void serving(String host, String cert, String key, Visit visit) throws Exception {
        out.getBuffer().setLength(0);
        ServeCommand command =
                new ServeCommand(Map.of("TWILIO_ACCOUNT_SID", "AC1", "TWILIO_AUTH_TOKEN", "a secret word"));
        try (ExecutorService worker = Executors.newSingleThreadExecutor()) {
            Future<Integer> ended = worker.submit(() -> run(
                    command,
                    "--host",
                    host,
                    "--port",
                    "0",
                    "--data",
                    data(),
                    "--words-only",
                    "--tls-cert",
                    cert,
                    "--tls-key",
                    key));
            try {
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> out.toString().contains("\n") || ended.isDone());
                assertThat(err.toString()).isEmpty();
                assertThat(out.toString()).startsWith("Recall Desk memory on https://" + host + ":");
                visit.at(out.toString().strip().replaceFirst(".*on ", ""));
            } finally {
                command.stop();
            }
            assertThat(ended.get()).isZero();
        }
    }

    private static HttpResponse<String> ask(String address, X509Certificate trusted) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("server", trusted);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        try (HttpClient http = HttpClient.newBuilder().sslContext(context).build()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(address + "/v1/ControlPlane/Operations/x"))
                            .header("Authorization", "Basic QUMxOmEgc2VjcmV0IHdvcmQ=")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void everyWayToWriteAKeyIsRead() throws Exception {
        X509Certificate curved = certificate(curve, "SHA256withECDSA");
        String rsaCert = pem("rsa.pem", certificate);
        String curveCert = pem("ec.pem", curved);
        for (String key : List.of(
                pem("pkcs1.key", rsa.getPrivate()), pem("pkcs8.key", new JcaPKCS8Generator(rsa.getPrivate(), null)))) {
            serving(
                    "127.0.0.1",
                    rsaCert,
                    key,
                    address ->
                            assertThat(ask(address, certificate).statusCode()).isEqualTo(400));
        }
        serving("127.0.0.1", curveCert, pem("sec1.key", curvePrivate()), address -> {
            HttpResponse<String> answer = ask(address, curved);
            assertThat(answer.sslSession())
                    .hasValueSatisfying(
                            session -> assertThat(session.getProtocol()).isEqualTo("TLSv1.3"));
            assertThatThrownBy(() -> ask(address, certificate)).hasStackTraceContaining("PKIX");
            assertThatThrownBy(() -> ask(address.replace("https", "http"), curved))
                    .isInstanceOf(IOException.class);
        });
    }

    @Test
    void otherMachinesAreServedWithACertificate() throws Exception {
        String cert = pem("rsa.pem", certificate);
        String key = pem("rsa.key", rsa.getPrivate());
        serving(
                "0.0.0.0",
                cert,
                key,
                address -> assertThat(ask(address.replace("0.0.0.0", "127.0.0.1"), certificate)
                                .statusCode())
                        .isEqualTo(400));
        assertThat(run("--host", "192.0.2.77", "--data", data(), "--tls-cert", cert, "--tls-key", key))
                .isEqualTo(1);
        assertThat(err.toString()).contains("192.0.2.77 is no address of this machine.");
    }

    @Test
    void nothingOlderThanTls12IsSpoken() throws Exception {
        // The first message of a client that knows TLS 1.1 at best: version, random number, two suites, no compression.
        byte[] hello = HexFormat.of()
                .parseHex("16030100310100002d0302" + "5a".repeat(32) + "00" + "0004002fc013" + "0100" + "0000");
        serving("127.0.0.1", pem("rsa.pem", certificate), pem("rsa.key", rsa.getPrivate()), address -> {
            try (Socket socket = new Socket("127.0.0.1", URI.create(address).getPort())) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream().write(hello);
                ByteBuffer answer = ByteBuffer.wrap(socket.getInputStream().readNBytes(7));
                assertThat(answer.get(0)).as("an alert").isEqualTo((byte) 21);
                assertThat(answer.get(6)).as("of the version").isEqualTo((byte) 70);
            }
        });
    }

    private void refused(String sentence, String cert, String key) {
        err.getBuffer().setLength(0);
        assertThat(run("--port", "0", "--data", data(), "--tls-cert", cert, "--tls-key", key))
                .isEqualTo(1);
        assertThat(err.toString().lines()).containsExactly(sentence);
    }

    @Test
    void aPairThatCannotBeUsedIsToldInASentence() throws Exception {
        String cert = pem("rsa.pem", certificate);
        String key = pem("rsa.key", rsa.getPrivate());
        String locked = pem(
                "locked.key",
                new JcaPKCS8Generator(
                        rsa.getPrivate(),
                        new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                                .setProvider(new BouncyCastleProvider())
                                .setPassword("word".toCharArray())
                                .build()));
        String other = pem("other.key", curvePrivate());
        String garbled = Files.writeString(
                        folder.resolve("garbled.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")
                .toString();
        String letter =
                Files.writeString(folder.resolve("letter.txt"), "Dear Ada,").toString();
        String missing = folder.resolve("missing.pem").toString();
        refused(missing + " is not there or cannot be read.", missing, key);
        refused(missing + " is not there or cannot be read.", cert, missing);
        refused(folder + " is not there or cannot be read.", folder.toString(), key);
        refused("There is no certificate in " + letter + ".", letter, key);
        refused("There is no certificate in " + key + ".", key, key);
        refused("There is no private key in " + cert + ".", cert, cert);
        refused("What is in " + garbled + " is not PEM as it should be.", garbled, key);
        refused("The key in " + other + " does not belong to the certificate.", cert, other);
        refused(
                "The key in " + locked + " has a passphrase. Write it without one, for example with \"openssl pkey -in "
                        + locked + " -out key.pem\".",
                cert,
                locked);
        assertThat(run("--data", data(), "--tls-cert", cert)).isEqualTo(2);
        assertThat(err.toString()).contains("both together: --tls-cert and --tls-key");
        assertThat(folder.resolve("data")).doesNotExist();
        assertThat(out.toString()).isEmpty();
    }
}
