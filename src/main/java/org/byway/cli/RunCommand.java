package org.byway.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.byway.engine.ListenAt;
import org.byway.importer.Importers;
import org.byway.model.EndpointList;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.store.Profile;
import org.byway.store.StoreException;
import org.byway.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code byway run}: the forwarder without a window. */
@Command(name = "run", description = "The forwarder without a window, until it is told to end.")
final class RunCommand implements Callable<Integer> {
    private static final HostPort USUAL = new HostPort("127.0.0.1", 1080);

    private final Program program;
    @Spec
    private CommandSpec spec = CommandSpec.create();
    @Option(names = "--socks", paramLabel = "HOST:PORT", description = "where programs connect; 127.0.0.1:1080, or a free port where that is taken", converter = HostPortConverter.class)
    private Optional<HostPort> socks = Optional.empty();
    @Option(names = "--import", paramLabel = "SOURCE", description = "adds to the profile's list first: a file, an http(s) address, - or one link")
    private List<String> sources = new ArrayList<>();
    @Option(names = "--profile", paramLabel = "DIR", description = "the folder with list and settings; the person's own where not given")
    private Optional<Path> profile = Optional.empty();
    @Option(names = "--json", description = "one JSON object a line")
    private boolean isJson;

    RunCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        EventPrinter printer = isJson
                ? new JsonEvents(out, Words.forPerson(Optional.of("en")))
                : new PlainEvents(out, Words.forPerson(Optional.empty()));
        ForwarderRun run = new ForwarderRun(program.engine(), printer);
        run.start(entries(),
                socks.<ListenAt>map(ListenAt.Exactly::new).orElseGet(() -> new ListenAt.Preferably(USUAL)));
        run.awaitSignal();
        return 0;
    }

    private List<ListEntry> entries() throws StoreException, IOException {
        List<ListEntry> read = new ArrayList<>();
        for (String source : sources) {
            read.addAll(Importers.read(Files.readAllBytes(Path.of(source)), source).entries());
        }
        if (profile.isEmpty()) {
            return EndpointList.EMPTY.with(read).list().entries();
        }
        return Profile.open(profile.get()).endpoints().update(list -> list.with(read).list()).value().entries();
    }
}
