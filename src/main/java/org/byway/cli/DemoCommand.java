package org.byway.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.byway.engine.Engine;
import org.byway.engine.ListenAt;
import org.byway.model.HostPort;
import org.byway.model.Settings;
import org.byway.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code byway demo}: the practice network, to watch the forwarder switch. */
@Command(name = "demo", description = "A practice network on this computer; needs no internet.")
final class DemoCommand implements Callable<Integer> {
    private final Program program;
    @Spec
    private CommandSpec spec = CommandSpec.create();

    DemoCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Engine engine = program.engine();
        engine.replace(program.practice());
        ForwarderRun run = new ForwarderRun(engine, new PlainEvents(out, Words.forPerson(Optional.empty())), () -> {});
        HostPort listening = run.start(ListenAt.kept(Settings.DEFAULT));
        out.println("Try this again and again, in another terminal:");
        out.println("  curl --socks5-hostname " + listening + " http://practice.byway/");
        out.flush();
        run.awaitSignal();
        return 0;
    }
}
