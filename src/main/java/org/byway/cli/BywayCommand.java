package org.byway.cli;

import java.util.Optional;
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

    /** Runs a command; 0 good, 1 failed, 2 wrong usage. */
    public static int execute(Program program, String... arguments) {
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
        return line.execute(arguments);
    }
}
