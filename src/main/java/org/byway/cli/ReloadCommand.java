package org.byway.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.byway.cli.RunningByway.RefusedException;
import org.byway.control.ControlRequest;
import org.byway.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code byway reload}: has the running Byway read its list again, for those who changed the profile from outside. */
@Command(name = "reload", description = "Has the Byway that runs with this profile read the list again; exit code 1 where none runs.", footer = "Not needed after import: what that adds is used at once.")
final class ReloadCommand implements Callable<Integer> {
    private final Program program;
    @Spec
    private CommandSpec spec = CommandSpec.create();
    @Mixin
    private ProfileOption profile = new ProfileOption();

    ReloadCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws RefusedException {
        Words words = Words.forPerson(Optional.empty());
        JsonNode answer = profile.running(program, words).ask(ControlRequest.Command.RELOAD, "")
                .orElseThrow(() -> new RefusedException(words.text("running.none")));
        RunningByway.print(answer.path("problems"), spec.commandLine().getErr());
        spec.commandLine().getOut().println(words.count("endpoints.count", answer.path("endpoints").asLong(0)) + ".");
        spec.commandLine().getOut().flush();
        return 0;
    }
}
