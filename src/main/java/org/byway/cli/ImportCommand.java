package org.byway.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.byway.store.StoreException;
import org.byway.subscription.ImportReport;
import org.byway.subscription.ImportedLine;
import org.byway.subscription.OpenProfile;
import org.byway.subscription.SourceException;
import org.byway.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code byway import}: adds to a list and says what became of every line. */
@Command(name = "import", description = "Adds to the list; says what became of every line.")
final class ImportCommand implements Callable<Integer> {
    private final Program program;
    @Spec
    private CommandSpec spec = CommandSpec.create();
    @Mixin
    private ProfileOption profile = new ProfileOption();
    @Parameters(paramLabel = "SOURCE", arity = "1..*", description = "a file, an http(s) address, - or one link")
    private List<String> sources = new ArrayList<>();

    ImportCommand(Program program) {
        this.program = program;
    }

    /** One source that gives nothing makes the command fail, after the others were read. */
    @Override
    public Integer call() throws StoreException {
        Words words = Words.forPerson(Optional.empty());
        ImportPrinter printer = new ImportPrinter(spec.commandLine().getOut(), words);
        OpenProfile open = profile.open(program, spec.commandLine().getErr());
        int code = 0;
        for (String source : sources) {
            try {
                ImportReport report = open.imports().add(source);
                printer.print(report);
                boolean isUseful = report.newEntries() + report.count(ImportedLine.AlreadyThere.class) > 0;
                code = isUseful ? code : 1;
            } catch (SourceException unreadable) {
                spec.commandLine().getErr().println("byway: " + Isolates.remove(words.failure(unreadable)));
                code = 1;
            }
        }
        return code;
    }
}
