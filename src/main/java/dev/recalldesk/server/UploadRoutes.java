package dev.recalldesk.server;

import dev.recalldesk.memory.local.ProfileImport;
import dev.recalldesk.memory.local.ProfileImports;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the file of an import is brought, once and without credentials: whoever knows the address was given it. Thread-safe.
 */
final class UploadRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(UploadRoutes.class);
    private static final String PATH = "/uploads/";
    private static final Pattern ADDRESS = Pattern.compile(PATH + "mem_import_[0-7][0-9a-z]{25}/" + UploadKey.SHAPE);
    private final ProfileImports imports;
    private final ImportWorker worker;
    /** Imports whose file is being taken, so that a second one is not taken meanwhile. */
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    UploadRoutes(ProfileImports imports, ImportWorker worker) {
        this.imports = imports;
        this.worker = worker;
    }

    void mount(RoutesConfig routes) {
        routes.put(PATH + "{import}/{key}", this::take);
    }

    /** The address at which the file of an import is taken. */
    static String address(String importId, UploadKey key) {
        return PATH + importId + "/" + key.text();
    }

    /** Whether a request is meant for such an address and so needs no credentials. */
    static boolean meant(Context ctx) {
        return HandlerType.PUT.equals(ctx.method())
                && ADDRESS.matcher(ctx.path()).matches();
    }

    private void take(Context ctx) {
        ProfileImport meant = meant(Asked.profileImport(ctx), new UploadKey(ctx.pathParam("key")));
        if (meant.received() || !underWay.add(meant.id())) {
            throw new Problem(409, 20409, "A file is brought once.");
        }
        try {
            receive(ctx, meant);
        } finally {
            underWay.remove(meant.id());
        }
        worker.submit(meant.id());
        ctx.status(200);
    }

    /** One answer for every address that is not, or no longer, good. */
    private ProfileImport meant(String id, UploadKey key) {
        return imports.uploadKey(id)
                .filter(key::left)
                .flatMap(_ -> imports.find(id))
                .filter(found -> found.received() || found.status() == ProfileImport.Status.PENDING)
                .orElseThrow(() -> new Problem(403, 403, "Nothing can be brought here, or no longer."));
    }

    private void receive(Context ctx, ProfileImport meant) {
        if (ctx.header("Content-Encoding") != null) {
            throw Problem.invalid("Content-Encoding", "Bring the file as it is.");
        }
        int most = meant.fileSize();
        if (ctx.req().getContentLengthLong() > most) {
            throw tooLarge(most);
        }
        try (InputStream content = ctx.bodyInputStream()) {
            long size = imports.receive(meant.id(), most, content);
            if (size > most) {
                throw tooLarge(most);
            }
            if (size == 0) {
                throw Problem.invalid("", "The file is empty.");
            }
        } catch (IOException e) {
            // Whoever broke off does not hear it; whoever hears it may bring the file again.
            LOG.warn("A file was not taken to its end: {}", e.getClass().getName());
            throw new Problem(503, 20503, "The file could not be taken to its end.");
        }
    }

    private static Problem tooLarge(int most) {
        return new Problem(413, 413, "The file was announced with " + most + " bytes.");
    }
}
