package org.byway.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.byway.control.ControlServer;
import org.byway.control.RunningProfile;
import org.byway.engine.Engine;
import org.byway.engine.ListenAt;
import org.byway.engine.pool.Choice;
import org.byway.engine.pool.Strategy;
import org.byway.engine.pool.UnclearChoiceException;
import org.byway.fetch.WebAddress;
import org.byway.model.HostPort;
import org.byway.model.Settings;
import org.byway.store.StoreException;
import org.byway.subscription.OpenProfile;
import org.byway.subscription.SourceException;
import org.byway.words.ImportSentences;
import org.byway.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code byway run}: the forwarder without a window. */
@Command(name = "run", description = "The forwarder without a window, until it is told to end.")
final class RunCommand implements Callable<Integer> {
    private final Program program;
    @Spec
    private CommandSpec spec = CommandSpec.create();
    @Mixin
    private ProfileOption profile = new ProfileOption();
    @Option(names = "--socks", paramLabel = "HOST:PORT", description = "where programs connect; without it 127.0.0.1:1080 or, where that is taken, a free port that is then kept", converter = ListenAddressConverter.class)
    private Optional<HostPort> socks = Optional.empty();
    @Option(names = "--import", paramLabel = "SOURCE", description = "adds to the list first: a file, an http(s) address, - or one link")
    private List<String> sources = new ArrayList<>();
    @Option(names = "--strategy", paramLabel = "NAME", description = "how endpoints are chosen, for this run: automatic, ordered, fastest, spread, or pinned:NAME for one and no other", converter = StrategyConverter.class)
    private Optional<String> strategy = Optional.empty();
    @Option(names = "--login-file", paramLabel = "FILE", description = "holds USER:PASSWORD, which programs have to show from now on; kept in the profile; an empty file ends it", converter = LoginFileConverter.class)
    private Optional<LoginFileConverter.Given> login = Optional.empty();
    @Option(names = "--probe-url", paramLabel = "URL", description = "a page that probes of a doubtful server ask for, best of more than 64 KiB, for this run; may be given again; a few well-known ones where not given", converter = WebAddressConverter.class)
    private List<WebAddress> probeUrls = new ArrayList<>();
    @Option(names = "--json", description = "one JSON object a line")
    private boolean isJson;

    RunCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws StoreException, SourceException, UnclearChoiceException, InterruptedException {
        OpenProfile open = profile.open(program, spec.commandLine().getErr());
        Words words = Words.forPerson(Optional.empty());
        PrintWriter err = spec.commandLine().getErr();
        for (String source : sources) {
            new ImportSentences(words).brief(open.imports().add(source))
                    .forEach(sentence -> err.println(Isolates.remove(sentence)));
        }
        err.flush();
        if (!probeUrls.isEmpty()) {
            program.probeWith(probeUrls);
        }
        Engine engine = program.engine();
        engine.choose(strategy(open));
        open.list().follow(list -> engine.replace(list.entries()));
        try (ControlServer control = ControlServer.open(open.folder(), new RunningProfile(engine, open))) {
            forward(open, new ForwarderRun(engine, printer(words), control::close));
        }
        return 0;
    }

    private Strategy strategy(OpenProfile open) throws StoreException, UnclearChoiceException {
        return strategy.isPresent()
                ? Choice.of(strategy.get(), open.list().now())
                : RunningProfile.strategy(open.settings().load().value());
    }

    private void forward(OpenProfile open, ForwarderRun run) throws StoreException, InterruptedException {
        if (login.isPresent()) {
            open.settings().update(now -> now.withLogin(login.get().login()));
        }
        Settings settings = open.settings().load().value();
        if (socks.isPresent()) {
            run.start(new ListenAt.Exactly(socks.get(), settings.login()));
        } else {
            HostPort at = run.start(ListenAt.kept(settings));
            open.settings().update(now -> now.withListen(at));
        }
        run.awaitSignal();
    }

    private EventPrinter printer(Words words) {
        PrintWriter out = spec.commandLine().getOut();
        return isJson ? new JsonEvents(out, Words.forPerson(Optional.of("en"))) : new PlainEvents(out, words);
    }
}
