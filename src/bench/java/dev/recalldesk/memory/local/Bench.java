package dev.recalldesk.memory.local;

import dev.recalldesk.desk.ScreenPopBench;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures one side of the memory and prints tables; docs/benchmarks.md says how to ask for which. */
@Command(name = "bench")
final class Bench implements Callable<Integer> {
    private enum Kind {
        /** How well recall ranks. */
        quality,
        /** How fast recall is and how much room it takes, in small and large stores. */
        scale,
        /** How many requests the server answers. */
        load,
        /** How soon a caller has a name and a panel when the memory is some way off. */
        screenpop
    }

    @Parameters
    private Kind kind = Kind.quality;

    /** Labelled texts; see {@link Labelled}. */
    @Option(names = "--data", split = ",")
    private List<Path> data = List.of();

    /** Where synthetic stores are kept from one run to the next. */
    @Option(names = "--folder")
    private Path folder = Path.of("bench");

    @Option(names = "--sizes", split = ",")
    private List<Integer> sizes = List.of();

    @Option(names = "--clients", split = ",")
    private List<Integer> clients = List.of();

    @Option(names = "--seconds")
    private int seconds;

    /** Flags of the Java machine that is measured. */
    @Option(names = "--flags", split = " ")
    private List<String> flags = List.of();

    public static void main(String[] arguments) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        switch (kind) {
            case quality -> RecallBench.run(out, data);
            case scale -> new ScaleBench(out, folder, flags).run(sizes);
            case screenpop -> ScreenPopBench.run(out);
            case load -> new LoadBench(out, folder, sizes.getFirst(), flags).run(clients, Duration.ofSeconds(seconds));
        }
        return 0;
    }
}
