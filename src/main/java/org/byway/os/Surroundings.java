package org.byway.os;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The system that Byway runs on, its environment variables and the person's home folder. */
public record Surroundings(Kind system, Map<String, String> environment, Path home) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** The systems that Byway tells apart; every other Unix is taken for a Linux. */
    public enum Kind {
        LINUX, MACOS, WINDOWS
    }

    public static Surroundings current() {
        return new Surroundings(kindOf(System.getProperty("os.name", "")), System.getenv(),
                Path.of(System.getProperty("user.home", ".")));
    }

    static Kind kindOf(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return Kind.WINDOWS;
        }
        return lower.startsWith("mac") || lower.startsWith("darwin") ? Kind.MACOS : Kind.LINUX;
    }

    /** A variable that is set and says something. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(it -> !it.isBlank());
    }
}
