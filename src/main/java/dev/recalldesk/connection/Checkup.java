package dev.recalldesk.connection;

import dev.recalldesk.connection.Check.State;
import dev.recalldesk.memory.Identifier;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Store;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries a connection that is not saved yet, check by check, and stops at the first that fails. Changes nothing at the other
 * end. Blocks; interrupting the thread ends it.
 */
public final class Checkup {
    private static final Logger LOG = LoggerFactory.getLogger(Checkup.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** From a range nobody can have. */
    private static final String NOBODY = "+15005550100";

    private final Reach reach;
    private final AccountDoor door;
    private final InstantSource clock;
    private final Told told;

    /** Hears how it goes, from the thread that runs the checks. */
    public interface Told {
        void check(Check check, State state);

        /** What the account has, newest first. */
        void stores(List<Store> stores);

        /** The store that the later checks are about. */
        void chosen(Store store);
    }

    /** A check that was not passed. */
    private static final class Stopped extends Exception {
        private static final long serialVersionUID = 1L;
        private final Trouble trouble;
        private final String found;

        Stopped(Trouble trouble, String found) {
            super("Stopped by " + trouble);
            this.trouble = trouble;
            this.found = found;
        }
    }

    @FunctionalInterface
    private interface Task {
        String run() throws Reach.Closed, Stopped;
    }

    public Checkup(AccountDoor door, InstantSource clock, Told told) {
        this(Reach.usual(PATIENCE), door, clock, told);
    }

    Checkup(Reach reach, AccountDoor door, InstantSource clock, Told told) {
        this.reach = reach;
        this.door = door;
        this.clock = clock;
        this.told = told;
    }

    /** Runs every check until one fails. */
    public void run(URI base, Connection connection, Secret secret) {
        InetAddress[] host = new InetAddress[1];
        boolean reached = passes(Check.NAME, () -> {
                    host[0] = reach.resolve(base);
                    return host[0].getHostAddress();
                })
                && passes(Check.SAFE, () -> reach.connect(base, host[0]));
        if (!reached) {
            return;
        }
        try (MemoryAccount account = door.open(base, connection, secret)) {
            ask(account, connection);
        }
    }

    private void ask(MemoryAccount account, Connection connection) {
        List<Store> heard = new ArrayList<>();
        Store[] chosen = new Store[1];
        boolean known = passes(Check.CREDENTIALS, () -> {
            heard.addAll(account.stores());
            return connection.user();
        });
        boolean usable = known
                && passes(Check.STORES, () -> listed(List.copyOf(heard)))
                && passes(Check.STORE, () -> {
                    chosen[0] = choose(heard, connection);
                    return chosen[0].displayName();
                });
        if (usable) {
            told.chosen(chosen[0]);
            Memory memory = account.open(chosen[0].id());
            boolean _ = passes(Check.GROUPS, () -> groups(memory)) && passes(Check.LOOKUP, () -> lookUp(memory));
        }
    }

    private String listed(List<Store> stores) throws Stopped {
        told.stores(stores);
        if (stores.isEmpty()) {
            throw new Stopped(Trouble.NO_STORES, "");
        }
        return String.valueOf(stores.size());
    }

    private static Store choose(List<Store> stores, Connection connection) throws Stopped {
        String wanted = connection.storeId();
        Optional<Store> meant = wanted.isEmpty() && stores.size() == 1
                ? Optional.of(stores.getFirst())
                : stores.stream().filter(store -> store.id().equals(wanted)).findFirst();
        Store store = meant.orElseThrow(() -> wanted.isEmpty()
                ? new Stopped(Trouble.CHOOSE_STORE, String.valueOf(stores.size()))
                : new Stopped(Trouble.STORE_GONE, connection.storeName()));
        return switch (store.status()) {
            case ACTIVE -> store;
            case QUEUED, PROVISIONING -> throw new Stopped(Trouble.STORE_NOT_READY, store.displayName());
            case FAILED -> throw new Stopped(Trouble.STORE_FAILED, store.displayName());
        };
    }

    private static String groups(Memory memory) throws Stopped {
        List<String> missing = StandardGroups.missing(memory);
        if (!missing.isEmpty()) {
            throw new Stopped(Trouble.GROUPS_MISSING, String.join(", ", missing));
        }
        return "";
    }

    private static String lookUp(Memory memory) {
        var _ = memory.lookup(Identifier.PHONE, NOBODY);
        return "";
    }

    private boolean passes(Check check, Task task) {
        long begun = System.nanoTime();
        told.check(check, new State.Running(clock.instant()));
        State end;
        try {
            String found = task.run();
            end = new State.Passed(since(begun), found);
        } catch (Reach.Closed e) {
            LOG.debug("A check of a connection failed", e);
            end = new State.Failed(since(begun), e.trouble(), "");
        } catch (Stopped e) {
            end = new State.Failed(since(begun), e.trouble, e.found);
        } catch (MemoryFailure e) {
            LOG.debug("A check of a connection failed", e);
            end = new State.Failed(since(begun), Trouble.of(e), "");
        }
        told.check(check, end);
        return end.goesOn();
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
