package org.byway.cli;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.byway.store.StoreException;
import org.byway.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The one list of commands. */
@Command(name = "byway", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, versionProvider = Version.class, description = "A way round: one local forwarder, many servers, switching by itself.", synopsisSubcommandLabel = "[COMMAND]")
public final class BywayCommand {
    private static final Logger LOG = LoggerFactory.getLogger(BywayCommand.class);

    private BywayCommand() {}

    /** What {@code byway} alone does where no window can be opened: the forwarder or, with nothing in the list, practice. */
    public static int executeWithoutDisplay(Program program) {
        Words words = Words.forPerson(Optional.empty());
        try {
            AtomicBoolean isEmpty = new AtomicBoolean();
            program.profile(Optional.empty()).list().follow(list -> isEmpty.set(list.isEmpty())).run();
            System.out.println(words.text(isEmpty.get() ? "no-display.demo" : "no-display.run"));
            return execute(program, isEmpty.get() ? "demo" : "run");
        } catch (StoreException unusable) {
            System.err.println("byway: " + Isolates.remove(words.failure(unusable)));
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    /** Runs a command; 0 good, 1 failed, 2 wrong usage. */
    public static int execute(Program program, String... arguments) {
        return line(program).execute(arguments);
    }

    /** The commands with their options, ready to run. */
    public static CommandLine line(Program program) {
        CommandLine line = new CommandLine(new BywayCommand());
        line.addSubcommand("run", new RunCommand(program));
        line.addSubcommand("import", new ImportCommand(program));
        line.addSubcommand("list", new ListCommand(program));
        line.addSubcommand("demo", new DemoCommand(program));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            Words words = Words.forPerson(Optional.empty());
            command.getErr().println("byway: " + Isolates.remove(words.failure(failure)));
            LOG.debug("command failed", failure);
            return CommandLine.ExitCode.SOFTWARE;
        });
        return line;
    }
}
