package org.byway.words;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.byway.engine.EngineSnapshot.State;
import org.byway.engine.health.HealthState;
import org.byway.engine.pool.Strategy;
import org.byway.engine.reason.NamedEndpoint;
import org.byway.engine.reason.NextStep;
import org.byway.engine.reason.Reason;
import org.byway.engine.reason.Verdict;
import org.byway.fetch.FetchException;
import org.byway.importer.Rejection;
import org.byway.model.EndpointId;
import org.byway.model.Settings.Theme;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.Login;
import org.byway.model.endpoint.UnsupportedEndpoint;
import org.byway.model.endpoint.WireGuardEndpoint;
import org.byway.net.Blame;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.net.Stall;
import org.byway.store.LoadProblem;
import org.byway.store.StoreException;
import org.byway.subscription.SourceException;

/** The keys that the code asks for: literals in its sources, and those made from constants. */
final class AskedKeys {
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+|connections)\"");
    /** Literals of the same shape that are no keys. */
    private static final Pattern OTHER = Pattern.compile(".*\\.(css|png|svg|org|words|txt|bin|at)");

    private static final NamedEndpoint ANYONE = new NamedEndpoint(new EndpointId("aaaaaaaaaa"), "any");

    private AskedKeys() {}

    static Set<String> inSources() {
        return Stream.of("words", "ui", "cli", "control").map(room -> Path.of("src/main/java/org/byway", room))
                .filter(Files::isDirectory).flatMap(AskedKeys::files).flatMap(AskedKeys::literals)
                .filter(text -> !OTHER.matcher(text).matches()).collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> ofConstants() {
        Set<String> keys = new TreeSet<>();
        addAll(keys, "state", State.values());
        addAll(keys, "health", HealthState.values());
        addAll(keys, "rejection", Rejection.values());
        addAll(keys, "source", SourceException.Kind.values());
        addAll(keys, "fetch", FetchException.Kind.values());
        addAll(keys, "store", StoreException.Kind.values());
        addAll(keys, "set-aside", LoadProblem.Kind.values());
        addAll(keys, "theme", Theme.values());
        addAll(keys, "stage", Stage.values());
        addAll(keys, "blame", Blame.values());
        addAll(keys, "stalled", Stall.values());
        addAll(keys, "failed", Fault.values());
        addAll(keys, "verdict", Verdict.values());
        addAll(keys, "next", NextStep.values());
        keys.addAll(ofForms());
        Strategy.NAMED.forEach(it -> keys.add("strategy." + it.text() + "-what"));
        keys.add("strategy.pinned-what");
        keys.addAll(List.of("form-problem.missing", "form-problem.not-a-number"));
        for (Fault fault : Fault.values()) {
            addAll(keys, Phrases.key("failed", fault), Stage.values());
            Arrays.stream(Stage.values()).map(stage -> new Reason.Failed(ANYONE, stage, fault).verdict().next())
                    .forEach(step -> keys.add(Phrases.key(Phrases.key("next", step), fault)));
        }
        return keys;
    }

    /** Labels of the editor: of every kind of endpoint, and of every component that has a field. */
    static Set<String> ofForms() {
        Set<String> keys = new TreeSet<>();
        for (Class<?> kind : Endpoint.class.getPermittedSubclasses()) {
            String name = kind.getSimpleName();
            if (kind != UnsupportedEndpoint.class) {
                keys.add("kind." + kebab(name.substring(0, name.length() - "Endpoint".length())));
            }
            if (kind != WireGuardEndpoint.class) {
                addFields(keys, kind);
            }
        }
        keys.add("field.configuration");
        return keys;
    }

    private static void addFields(Set<String> keys, Class<?> record) {
        for (RecordComponent component : record.getRecordComponents()) {
            boolean isMaybe = component.getType() == Optional.class;
            Class<?> type = isMaybe
                    ? (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
                    : component.getType();
            if (type.isRecord()) {
                addFields(keys, type);
            }
            // a login is there where its fields are filled in, and has no field of its own
            if (!type.isSealed() && (!type.isRecord() || (isMaybe && type != Login.class))) {
                keys.add("field." + kebab(component.getName()));
            }
        }
    }

    private static String kebab(String camels) {
        return camels.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static void addAll(Set<String> keys, String prefix, Enum<?>[] constants) {
        Arrays.stream(constants).map(constant -> Phrases.key(prefix, constant)).forEach(keys::add);
    }

    private static Stream<Path> files(Path room) {
        try (Stream<Path> files = Files.walk(room)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Stream<String> literals(Path file) {
        try {
            return LITERAL.matcher(Files.readString(file)).results().map(found -> found.group(1)).toList().stream();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
