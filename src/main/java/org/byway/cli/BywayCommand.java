package org.byway.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The one list of commands. */
@Command(name = "byway", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, versionProvider = Version.class, description = "A way round: one local forwarder, many servers, switching by itself.", synopsisSubcommandLabel = "[COMMAND]")
public final class BywayCommand {
    private BywayCommand() {}

    /** Runs a command; 0 good, 1 failed, 2 wrong usage. */
    public static int execute(Program program, String... arguments) {
        CommandLine line = new CommandLine(new BywayCommand());
        line.addSubcommand("run", new RunCommand(program));
        line.addSubcommand("demo", new DemoCommand(program));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            PrintWriter err = command.getErr();
            err.println("byway: " + failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
        return line.execute(arguments);
    }
}
