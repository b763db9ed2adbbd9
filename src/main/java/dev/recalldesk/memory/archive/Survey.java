package dev.recalldesk.memory.archive;

import dev.recalldesk.memory.Identifier;
import dev.recalldesk.memory.IdentifierConfig;
import dev.recalldesk.memory.IdentifierConfig.Normalization;
import dev.recalldesk.memory.IdentitySettings;
import dev.recalldesk.memory.TraitDefinition;
import dev.recalldesk.memory.TraitGroup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an archive is going to bring into a memory, read before anything is sent: the store, its definitions, how much there is,
 * and whether the memory can keep the customers apart. Confined to one import.
 */
final class Survey {
    /** What the group every store is born with identifies by. */
    static final TraitGroup CONTACT = new TraitGroup(
            TraitGroup.CONTACT,
            "",
            Map.of(Identifier.EMAIL, identifying(Identifier.EMAIL), Identifier.PHONE, identifying(Identifier.PHONE)),
            1);

    private final Map<String, TraitGroup> groups = new LinkedHashMap<>();
    private final List<TraitGroup> own = new ArrayList<>();
    private final List<Known> known = new ArrayList<>();
    /** Whose each identifier is, and which are several customers'. */
    private final Map<Identifier, String> owners = new HashMap<>();

    private final Set<Identifier> shared = new HashSet<>();
    private final List<Clash> clashes = new ArrayList<>();
    private final @Nullable IdentitySettings present;
    private ArchiveItems.@Nullable Header header;
    private @Nullable IdentitySettings settings;
    private long customers;
    private long lines;

    /** A customer and what the traits tell of who that is. */
    private record Known(long line, List<Identifier> claims) {}

    /** An identifier that is a customer's above. */
    private record Clash(long line, String idType) {}

    private Survey(List<TraitGroup> present, @Nullable IdentitySettings settings) {
        present.forEach(group -> groups.put(group.name(), group));
        this.present = settings;
    }

    private static TraitDefinition identifying(String type) {
        return new TraitDefinition(TraitDefinition.DataType.STRING, "", null, type);
    }

    /**
     * Reads the whole file.
     *
     * @param groups of the store it goes into, or those every store is born with
     * @param settings of the store it goes into; {@code null} where that is to be made
     * @throws ImportFailed when a customer could not be made or would be taken for another one
     */
    static Survey of(ArchiveFile file, List<TraitGroup> groups, @Nullable IdentitySettings settings)
            throws IOException {
        Survey survey = new Survey(groups, settings);
        file.read(survey::take);
        if (survey.header == null) {
            throw new ImportFailed(List.of(new ImportFailed.Problem(1, "the file is empty")));
        }
        survey.keepApart();
        return survey;
    }

    ArchiveItems.Header header() {
        return Objects.requireNonNull(header);
    }

    /** The trait groups in the archive. */
    List<TraitGroup> groups() {
        return own;
    }

    long customers() {
        return customers;
    }

    /** The last line. */
    long lines() {
        return lines;
    }

    private void take(long number, String type, ArchiveLine line) {
        lines = number;
        if (header == null && !type.equals("header")) {
            throw new LineProblem("the first line must be the header");
        }
        switch (type) {
            case "header" -> header = ArchiveItems.header(line);
            case "traitGroup" -> {
                TraitGroup group = ArchiveItems.traitGroup(line);
                own.add(group);
                groups.merge(group.name(), group, Survey::together);
            }
            case "identitySettings" -> settings = ArchiveIdentity.read(line).settings();
            case "profile" -> customer(number, line);
            case "identifier" -> {
                String idType = line.text("idType");
                for (String value : line.texts("values")) {
                    claim(number, claim(idType, value), line.text("profile"));
                }
            }
            default -> {}
        }
    }

    /** What is there stays as it is, and what is missing is added. */
    static TraitGroup together(TraitGroup there, TraitGroup added) {
        Map<String, TraitDefinition> all = new HashMap<>(added.traits());
        all.putAll(there.traits());
        return new TraitGroup(there.name(), there.description(), all, there.version());
    }

    private void customer(long number, ArchiveLine line) {
        customers++;
        String ref = line.text("ref");
        List<TraitGroup> all = List.copyOf(groups.values());
        List<Identifier> claims = CustomerPlan.of(ArchiveItems.traits(line), all, expected()).told().stream()
                .map(one -> claim(one.idType(), one.values().getFirst()))
                .toList();
        if (claims.isEmpty()) {
            throw new LineProblem(
                    "this memory takes a customer only with a trait that identifies, such as Contact.phone");
        }
        claims.forEach(claim -> claim(number, claim, ref));
        known.add(new Known(number, claims));
    }

    private static Identifier claim(String idType, String written) {
        return new Identifier(idType, List.of(written.strip().toLowerCase(Locale.ROOT)));
    }

    private void claim(long number, Identifier claim, String ref) {
        String owner = owners.putIfAbsent(claim, ref);
        if (owner != null && !owner.equals(ref)) {
            shared.add(claim);
            clashes.add(new Clash(number, claim.idType()));
        }
    }

    /** The identity settings the store will have, once it is made where it is not there yet. */
    IdentitySettings expected() {
        IdentitySettings begun =
                Objects.requireNonNullElse(present, Objects.requireNonNullElse(settings, IdentitySettings.DEFAULT));
        return withTypes(present == null && settings == null ? sharing(begun) : begun);
    }

    /** With the types the definitions promote to. */
    private IdentitySettings withTypes(IdentitySettings begun) {
        List<IdentifierConfig> configs = new ArrayList<>(begun.identifierConfigs());
        groups.values().stream()
                .flatMap(group -> group.traits().values().stream())
                .map(TraitDefinition::promotedTo)
                .filter(Objects::nonNull)
                .distinct()
                .filter(type -> begun.config(type).isEmpty())
                .forEach(type -> configs.add(IdentifierConfig.of(type, Normalization.TRIM)));
        return new IdentitySettings(configs, begun.matchingRules(), begun.version());
    }

    private IdentitySettings sharing(IdentitySettings begun) {
        Set<String> types = shared.stream().map(Identifier::idType).collect(Collectors.toSet());
        return new IdentitySettings(
                begun.identifierConfigs().stream()
                        .map(config -> types.contains(config.idType()) ? config.shared() : config)
                        .toList(),
                begun.matchingRules(),
                begun.version());
    }

    /**
     * What a new store's settings have to be.
     *
     * @param born those it was made with
     */
    IdentitySettings wanted(IdentitySettings born) {
        return settings == null ? sharing(born) : settings;
    }

    private void keepApart() throws ImportFailed {
        IdentitySettings rules = expected();
        SortedMap<Long, String> problems = new TreeMap<>();
        for (Clash clash : clashes) {
            if (unique(rules, clash.idType())) {
                String _ = problems.put(
                        clash.line(),
                        "a customer above has this " + clash.idType()
                                + " too, and the memory would take both for one by its identity settings");
            }
        }
        for (Known customer : known) {
            boolean own = customer.claims().stream().anyMatch(claim -> unique(rules, claim.idType()));
            if (!own && customer.claims().stream().anyMatch(shared::contains)) {
                String _ = problems.putIfAbsent(
                        customer.line(),
                        "this customer has no identifier but one of another customer, and the memory would take both for one");
            }
        }
        if (!problems.isEmpty()) {
            throw new ImportFailed(problems.entrySet().stream()
                    .limit(ArchiveFile.MAX_PROBLEMS)
                    .map(problem -> new ImportFailed.Problem(problem.getKey(), problem.getValue()))
                    .toList());
        }
    }

    private static boolean unique(IdentitySettings rules, String idType) {
        return rules.config(idType).filter(IdentifierConfig::unique).isPresent();
    }
}
