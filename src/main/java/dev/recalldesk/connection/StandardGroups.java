package dev.recalldesk.connection;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.TraitDefinition;
import dev.recalldesk.memory.TraitDefinition.DataType;
import dev.recalldesk.memory.TraitGroup;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The two trait groups the desk shows beside {@link TraitGroup#CONTACT}, which a store is not born with. */
public final class StandardGroups {
    private static final TraitGroup ACCOUNT = new TraitGroup(
            "Account",
            "What the customer has with the company.",
            Map.of(
                    "accountNumber", text("Number of the account."),
                    "tier", text("How the customer ranks, such as Gold."),
                    "customerSince", text("Day of the first order, as in 2026-11-22."),
                    "openOrders", text("Open orders out of all orders."),
                    "lifetimeValue", text("Everything bought so far.")),
            1);
    private static final TraitGroup SUPPORT = new TraitGroup(
            "Support",
            "Where things stand with support.",
            Map.of(
                    "disposition", text("State of the last matter in a few words."),
                    "promise", text("What was promised and is not done yet."),
                    "openTickets", new TraitDefinition(DataType.ARRAY, "Tickets that are not closed.", null, null)),
            1);

    private StandardGroups() {}

    /** The names of those this store lacks. Blocks. */
    public static List<String> missing(Memory memory) {
        return lacking(memory).stream().map(TraitGroup::name).toList();
    }

    /** Creates those this store lacks; what is there stays as it is. Blocks. */
    public static void create(Memory memory) {
        for (TraitGroup group : lacking(memory)) {
            try {
                memory.createTraitGroup(group);
            } catch (MemoryFailure.Conflict e) {
                // somebody else was quicker, and the group is there
            }
        }
    }

    private static List<TraitGroup> lacking(Memory memory) {
        Set<String> present =
                memory.traitGroups().stream().map(TraitGroup::name).collect(Collectors.toSet());
        return List.of(ACCOUNT, SUPPORT).stream()
                .filter(group -> !present.contains(group.name()))
                .toList();
    }

    private static TraitDefinition text(String description) {
        return new TraitDefinition(DataType.STRING, description, null, null);
    }
}
