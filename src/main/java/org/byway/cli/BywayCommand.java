package org.byway.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.byway.cli.RunningByway.RefusedException;
import org.byway.store.StoreException;
import org.byway.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The one list of commands. */
@Command(name = "byway", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, versionProvider = Version.class, description = "A way round: one local forwarder, many servers, switching by itself.", synopsisSubcommandLabel = "[COMMAND]")
public final class BywayCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(BywayCommand.class);

    private final Program program;
    @Spec
    private CommandSpec spec = CommandSpec.create();
    @Option(names = "--self-test", description = "Tries this installation: opens the window, loads a page through embedded upstreams, closes.")
    private boolean isSelfTest;

    private BywayCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        CommandLine line = spec.commandLine();
        if (!isSelfTest) {
            throw new ParameterException(line, "name a command");
        }
        return program.selfTest(line.getOut(), line.getErr()) ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    /** What {@code byway} alone does where no window can be opened: the forwarder or, with nothing in the list, practice. */
    public static int executeWithoutWindow(Program program, NoWindow why) {
        Words words = Words.forPerson(Optional.empty());
        try {
            boolean isEmpty = program.profile(Optional.empty()).list().now().isEmpty();
            System.out.println(words.text(switch (why) {
                case NO_DISPLAY -> isEmpty ? "no-display.demo" : "no-display.run";
                case NO_FONTS -> isEmpty ? "no-fonts.demo" : "no-fonts.run";
            }));
            return execute(program, isEmpty ? "demo" : "run");
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
        CommandLine line = new CommandLine(new BywayCommand(program));
        line.addSubcommand("run", new RunCommand(program));
        line.addSubcommand("test", new TestCommand(program));
        line.addSubcommand("import", new ImportCommand(program));
        line.addSubcommand("list", new ListCommand(program));
        line.addSubcommand("use", new UseCommand(program));
        line.addSubcommand("status", new StatusCommand(program));
        line.addSubcommand("reload", new ReloadCommand(program));
        line.addSubcommand("export", new ExportCommand(program));
        line.addSubcommand("demo", new DemoCommand(program));
        line.setParameterExceptionHandler((wrong, given) -> {
            CommandLine command = wrong.getCommandLine();
            String sentence = Isolates.remove(String.valueOf(wrong.getMessage())).replaceAll("\\s*\\R\\s*", " ");
            command.getErr()
                    .println("byway: " + sentence + " (See: " + command.getCommandSpec().qualifiedName() + " --help)");
            return CommandLine.ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            Words words = Words.forPerson(Optional.empty());
            String sentence = failure instanceof RefusedException refused ? refused.sentence() : words.failure(failure);
            command.getErr().println("byway: " + Isolates.remove(sentence));
            LOG.debug("command failed", failure);
            return CommandLine.ExitCode.SOFTWARE;
        });
        return line;
    }
}
