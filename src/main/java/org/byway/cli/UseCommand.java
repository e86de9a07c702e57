package org.byway.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.byway.cli.RunningByway.RefusedException;
import org.byway.control.ControlRequest;
import org.byway.engine.pool.Choice;
import org.byway.engine.pool.Strategy;
import org.byway.engine.pool.UnclearChoiceException;
import org.byway.store.StoreException;
import org.byway.subscription.OpenProfile;
import org.byway.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code byway use}: one endpoint and no other, or a strategy; at once where Byway runs, and at every start. */
@Command(name = "use", description = "Uses one endpoint and no other, or goes back to a strategy; at once where Byway runs, and kept for every start.", footer = "While the endpoint that you chose does not work, programs get an error: 'byway use automatic' lets Byway choose again.")
final class UseCommand implements Callable<Integer> {
    private final Program program;
    @Spec
    private CommandSpec spec = CommandSpec.create();
    @Mixin
    private ProfileOption profile = new ProfileOption();
    @Parameters(paramLabel = "NAME|ID|STRATEGY", description = "an endpoint of the list; or automatic, ordered, fastest, spread (pinned:NAME for an endpoint that is called like one of these)")
    private String choice = "";

    UseCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws RefusedException, StoreException, UnclearChoiceException {
        PrintWriter out = spec.commandLine().getOut();
        Words words = Words.forPerson(Optional.empty());
        Optional<JsonNode> answer = profile.running(program, words).ask(ControlRequest.Command.USE, choice);
        if (answer.isPresent()) {
            out.println(said(Strategy.of(answer.get().path("strategy").asString("")), words));
        } else {
            OpenProfile open = profile.open(program, spec.commandLine().getErr());
            Strategy chosen = Choice.of(choice, open.list().now());
            open.settings().update(settings -> settings.withStrategy(chosen.text()));
            out.println(said(Optional.of(chosen), words) + " " + words.text("use.at-start"));
        }
        out.flush();
        return 0;
    }

    private String said(Optional<Strategy> chosen, Words words) {
        boolean isPinned = chosen.filter(Strategy.Pinned.class::isInstance).isPresent();
        return Isolates.remove(words.naming(isPinned ? "use.pinned" : "use.strategy", choice));
    }
}
