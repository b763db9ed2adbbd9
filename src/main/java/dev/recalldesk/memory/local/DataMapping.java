package dev.recalldesk.memory.local;

import java.time.Instant;
import java.util.List;

/**
 * How the fields of an outside source become traits of customers. It is kept and given back; what brings the data is outside
 * of this memory.
 *
 * @param id {@code mem_datamapping_} and 26 characters
 * @param version from 1, grows by one with every change
 */
public record DataMapping(String id, Content content, Instant createdAt, Instant updatedAt, int version) {
    /**
     * What somebody decided about a mapping.
     *
     * @param displayName 1 to 64 letters, digits, {@code -} or {@code .}, a letter first; unique within the store
     * @param description at most 512 characters, may be empty
     * @param targets 1 to 100
     */
    public record Content(
            String displayName, String description, boolean enabled, Source source, List<Target> targets) {
        public Content {
            targets = List.copyOf(targets);
        }
    }

    /** Where the data comes from. */
    public sealed interface Source {
        /** Columns that are named in the mapping itself, 1 to 100. */
        record Ingress(List<String> columns) implements Source {
            public Ingress {
                columns = List.copyOf(columns);
            }
        }

        /** A data set of an application in the cloud. */
        record CloudApp(String datasetId) implements Source {}

        /** A data set of a warehouse. */
        record Warehouse(String datasetId) implements Source {}

        default Kind kind() {
            return switch (this) {
                case Ingress _ -> Kind.INGRESS;
                case CloudApp _ -> Kind.DATASET_CLOUDAPP;
                case Warehouse _ -> Kind.DATASET_WAREHOUSE;
            };
        }
    }

    /** The kinds of source by the names they have on the wire. */
    public enum Kind {
        INGRESS,
        DATASET_CLOUDAPP,
        DATASET_WAREHOUSE
    }

    /**
     * One field and the trait it becomes.
     *
     * @param expression names the field within the source
     */
    public record Target(String expression, String traitGroup, String traitName) {}
}
