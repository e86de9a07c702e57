package org.byway;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * The rooms of the house under a root package, and what each may import of the others.
 *
 * @param root the program's own root, or that of the planted violations
 */
record Rooms(String root) {
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(entry("model", Set.of()),
            entry("crypto", Set.of()), entry("geo", Set.of("model")), entry("net", Set.of("model")),
            entry("store", Set.of("model")),
            entry("importer", Set.of("model")), entry("os", Set.of("model")),
            entry("transport", Set.of("net", "crypto", "model")), entry("netstack", Set.of("net", "model")),
            entry("inbound", Set.of("transport", "net", "model")),
            entry("protocol", Set.of("transport", "netstack", "net", "crypto", "model")),
            entry("fetch", Set.of("transport", "net", "model")),
            entry("practice", Set.of("protocol", "netstack", "net", "crypto", "model")),
            entry("engine", Set.of("fetch", "net", "model")), entry("route", Set.of("net", "model")),
            entry("subscription", Set.of("fetch", "importer", "store", "net", "model")),
            entry("words", Set.of("engine", "subscription", "fetch", "store", "net", "model")),
            entry("control", Set.of("words", "engine", "subscription", "store", "model")),
            entry("cli",
                    Set.of("control", "words", "engine", "route", "subscription", "fetch", "importer", "store", "os",
                            "model")),
            entry("ui", Set.of("words", "geo", "engine", "route", "subscription", "importer", "store", "os", "model")));

    private static final Set<String> SHOWN_VALUES = Set.of("net.TrafficMeter$Traffic", "net.Stage", "net.Fault",
            "net.Blame", "fetch.ProbeVerdict", "fetch.ProbeVerdict$Works",
            "fetch.ProbeVerdict$Unsupported");

    /** The first level below the root; empty for the root itself. */
    String room(JavaClass type) {
        return part(type, 0);
    }

    ArchCondition<JavaClass> importOnlyWhatTheirRoomMay() {
        return dependOnly("import only what their room may", (from, to) -> {
            String room = room(from);
            return room.isEmpty() || room(to).equals(room)
                    || isShownValue(to) || MAY_IMPORT.getOrDefault(room, Set.of()).contains(room(to));
        });
    }

    ArchCondition<JavaClass> importNoSiblingNorParent() {
        return dependOnly("import no sibling, nor what is above them", (from, to) -> part(from, 1).isEmpty()
                || !room(to).equals(room(from)) || part(to, 1).equals(part(from, 1)));
    }

    ArchCondition<JavaClass> importNoOtherScreen() {
        Set<String> shared = Set.of("control", "bridge");
        return dependOnly("import no screen but their own", (from, to) -> part(from, 1).isEmpty()
                || part(from, 1).equals("shell") || !room(to).equals("ui") || part(to, 1).equals(part(from, 1))
                || shared.contains(part(to, 1)));
    }

    /** Each package for itself, but {@code model} and what is below it as one: the list's entry holds an endpoint. */
    SliceAssignment packages() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return room(type).equals("model")
                        ? SliceIdentifier.of(root + ".model")
                        : SliceIdentifier.of(type.getPackageName());
            }

            @Override
            public String getDescription() {
                return "packages";
            }
        };
    }

    private ArchCondition<JavaClass> dependOnly(String description, BiPredicate<JavaClass, JavaClass> isAllowed) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                    JavaClass to = dependency.getTargetClass().getBaseComponentType();
                    if (isOurs(to) && !isAllowed.test(from, to)) {
                        events.add(SimpleConditionEvent.violated(from, dependency.getDescription()));
                    }
                }
            }
        };
    }

    /** What the engine's snapshots and reasons are made of belongs to whoever shows them. */
    private boolean isShownValue(JavaClass type) {
        return SHOWN_VALUES.contains(type.getName().substring(root.length() + 1));
    }

    private boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }

    private String part(JavaClass type, int level) {
        if (!isOurs(type)) {
            return "";
        }
        String below = type.getPackageName().substring(root.length());
        String[] parts = below.isEmpty() ? new String[0] : below.substring(1).split("\\.", -1);
        return level < parts.length ? parts[level] : "";
    }
}
