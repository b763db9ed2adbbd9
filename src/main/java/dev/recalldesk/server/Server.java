package dev.recalldesk.server;

import dev.recalldesk.memory.local.DataMappings;
import dev.recalldesk.memory.local.LocalAccount;
import dev.recalldesk.memory.local.OperationLog;
import dev.recalldesk.memory.local.ProfileImports;
import dev.recalldesk.memory.local.StoreAdmin;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.time.InstantSource;

/**
 * The memory of this machine on the wire, from {@link #start} to {@link #close}. Every request is answered on a virtual
 * thread of its own. Thread-safe.
 */
public final class Server implements AutoCloseable {
    private final Javalin javalin;
    private final ImportWorker imports;
    private final Listening listening;

    private Server(Javalin javalin, ImportWorker imports, Listening listening) {
        this.javalin = javalin;
        this.imports = imports;
        this.listening = listening;
    }

    /** The same in plain HTTP within {@link Limits#standard}, for this machine alone. */
    public static Server start(
            LocalAccount account, Credentials credentials, String host, int port, InstantSource clock)
            throws IOException {
        return start(account, credentials, Listening.at(host, port), clock);
    }

    /**
     * Begins to answer.
     *
     * @param account stays the caller's, who closes it after the server
     * @throws IOException when the port is in use or not allowed
     */
    public static Server start(LocalAccount account, Credentials credentials, Listening listening, InstantSource clock)
            throws IOException {
        ProfileImports imports = new ProfileImports(account);
        ImportWorker worker = new ImportWorker(imports, new CsvImport(account, imports));
        Javalin javalin = Javalin.create(config -> {
            quiet(config);
            Entrance.build(config, listening);
            BodyRoom room = new BodyRoom(listening.limits().bodies());
            config.appData(Wire.ROOM, room);
            config.routes.after(room::leave);
            config.routes.before(ctx -> {
                if (!UploadRoutes.meant(ctx) && !credentials.allow(ctx.header("Authorization"))) {
                    ctx.header("WWW-Authenticate", "Basic realm=\"Recall Desk\", charset=\"UTF-8\"");
                    throw new Problem(401, 20003, "Authenticate with the user and the password of this server.");
                }
                Wire.checkEncodings(ctx);
            });
            mount(config, account, imports, clock, listening.idsAtOnce());
            new UploadRoutes(imports, worker).mount(config.routes);
            Errors.mount(config.routes);
        });
        try {
            javalin.start();
        } catch (JavalinBindException e) {
            throw new IOException("port " + listening.port(), e);
        }
        worker.start();
        return new Server(javalin, worker, listening);
    }

    private static void quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.router.javaLangErrorHandler(Errors::fatal);
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = Wire.MAX_BODY;
        config.http.compressionStrategy = CompressionStrategy.GZIP;
    }

    private static void mount(
            JavalinConfig config,
            LocalAccount account,
            ProfileImports imports,
            InstantSource clock,
            boolean idsAtOnce) {
        Stores stores = new Stores(account);
        StoreAdmin admin = new StoreAdmin(account);
        OperationLog log = new OperationLog(account);
        admin.failInterrupted();
        log.failInterrupted();
        Operations operations = new Operations(log, idsAtOnce);
        NewStores newStores = new NewStores(account, admin);
        new StoreRoutes(account, stores, admin, newStores, operations).mount(config.routes);
        new OperationRoutes(operations).mount(config.routes);
        new TraitGroupRoutes(stores, admin, operations).mount(config.routes);
        new DataMappingRoutes(stores, new DataMappings(account), operations).mount(config.routes);
        new IdentityRoutes(stores, admin, operations).mount(config.routes);
        new ServiceRoutes(account, stores, newStores).mount(config.routes);
        for (Dialect dialect : Dialect.values()) {
            new IdentifierRoutes(stores, dialect).mount(config.routes);
            new BulkRoutes(stores, dialect).mount(config.routes);
            new ImportRoutes(stores, imports, dialect).mount(config.routes);
            new ProfileRoutes(stores, dialect).mount(config.routes);
            new ObservationRoutes(stores, dialect, clock).mount(config.routes);
            new SummaryRoutes(stores, dialect, clock).mount(config.routes);
            new RecallRoutes(stores, dialect).mount(config.routes);
        }
    }

    /** Where the server answers, such as {@code http://127.0.0.1:8765}. */
    public String address() {
        return listening.base(javalin.port());
    }

    /** Stops answering; requests under way are finished or cut off. */
    @Override
    public void close() {
        javalin.stop();
        imports.close();
    }
}
