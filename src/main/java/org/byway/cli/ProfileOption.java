package org.byway.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that every command about a list has. */
final class ProfileOption {
    @Option(names = "--profile", paramLabel = "DIR", description = "the folder with list and settings; your own where not given")
    private Optional<Path> folder = Optional.empty();

    Optional<Path> folder() {
        return folder;
    }
}
