package dev.recalldesk;

import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Where the program starts. Not an Application itself, so that it runs from the class path. */
@Command(
        name = "recall-desk",
        resourceBundle = "messages",
        description = "${bundle:cli.about}",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            DeskCommand.class,
            TourCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            ServeCommand.class,
            CheckCommand.class,
            ContextCommand.class,
            NoteCommand.class,
            OutboxCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main {
    private Main() {}

    /** Runs one command; without any, the window. */
    public static void main(String[] args) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        String[] words = args.length == 0 ? new String[] {"desk"} : args;
        System.exit(new CommandLine(new Main()).execute(words));
    }

    /** The version written into the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"Recall Desk " + (version == null ? "" : version).strip()};
        }
    }
}
