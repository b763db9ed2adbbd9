package dev.recalldesk.app;

import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.local.ImportOptions;
import dev.recalldesk.memory.local.LocalAccount;
import dev.recalldesk.memory.local.StoreArchive;
import dev.recalldesk.telephony.Simulator.Numbers;
import dev.recalldesk.telephony.Simulator.Surroundings;
import java.io.InputStream;
import java.net.URL;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleConsumer;

/** The demo customers: they come in by the same import as any others. */
final class DemoMemory {
    /** Who rings in the simulator: customers of the demo store, strangers, and a number two customers share. */
    static final Numbers NUMBERS = new Numbers(
            List.of("+1 317-555-0143", "+1 206-555-0119", "+1 503-555-0128", "+44 20 7946 0188", "+1 514-555-0186"),
            List.of("+1 415-555-0177", "+44 20 7946 0321"),
            List.of("+1 317-555-0142"));

    static final Surroundings SURROUNDINGS =
            new Surroundings(List.of("MARLOW A", "RAMAN P", "CALDER J"), List.of("Billing", "Support", "Delivery"));

    private DemoMemory() {}

    /**
     * Brings the demo store in.
     *
     * @param progress hears how far the import is, 0 to 1
     */
    static void bringIn(LocalAccount account, InstantSource clock, DoubleConsumer progress) throws Exception {
        ImportOptions moved = new ImportOptions(null, clock.instant());
        URL demo = Objects.requireNonNull(DemoMemory.class.getResource("/assets/demo/demo.jsonl"));
        long size = demo.openConnection().getContentLengthLong();
        try (InputStream archive = demo.openStream()) {
            Store _ = StoreArchive.importInto(
                    account,
                    archive,
                    size,
                    moved,
                    (done, all) -> progress.accept(all > 0 ? (double) done / all : 0),
                    () -> false);
        }
    }
}
