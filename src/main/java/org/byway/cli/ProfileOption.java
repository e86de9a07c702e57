package org.byway.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.byway.store.StoreException;
import org.byway.subscription.OpenProfile;
import org.byway.words.Words;
import picocli.CommandLine.Option;

/** The option that every command about a list has. */
final class ProfileOption {
    @Option(names = "--profile", paramLabel = "DIR", description = "the folder with list and settings; your own where not given")
    private Optional<Path> folder = Optional.empty();

    boolean isNamed() {
        return folder.isPresent();
    }

    /** The Byway that runs with the profile; makes no folder where there is none. */
    RunningByway running(Program program, Words words) {
        return new RunningByway(program.folder(folder), words);
    }

    /** Opens the profile; what could not be read in it, and under which name it is kept, is said there. */
    OpenProfile open(Program program, PrintWriter err) throws StoreException {
        OpenProfile open = program.profile(folder);
        Words words = Words.forPerson(Optional.empty());
        open.problems().forEach(problem -> err.println("byway: " + Isolates.remove(words.sentence(problem))));
        err.flush();
        return open;
    }
}
