package org.byway.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.byway.cli.RunningByway.RefusedException;
import org.byway.control.ControlRequest;
import org.byway.store.StoreException;
import org.byway.subscription.ImportReport;
import org.byway.subscription.ImportedLine;
import org.byway.subscription.SourceException;
import org.byway.subscription.SourceText;
import org.byway.words.ImportSentences;
import org.byway.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code byway import}: adds to a list and says what became of every line; done by the Byway that runs, where one does. */
@Command(name = "import", description = "Adds to the list; says what became of every line.", footer = "A Byway that runs with this profile uses what was added at once.")
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
    public Integer call() throws StoreException, RefusedException {
        Words words = Words.forPerson(Optional.empty());
        int code = 0;
        for (String source : sources) {
            try {
                code = isUseful(program.sources().read(source), words) ? code : 1;
            } catch (SourceException unreadable) {
                spec.commandLine().getErr().println("byway: " + Isolates.remove(words.failure(unreadable)));
                code = 1;
            }
        }
        return code;
    }

    private boolean isUseful(SourceText source, Words words) throws StoreException, RefusedException {
        PrintWriter out = spec.commandLine().getOut();
        Optional<JsonNode> carriedOut = profile.running(program, words).ask(ControlRequest.Command.IMPORT,
                source.name(), source.text().getBytes(StandardCharsets.UTF_8));
        if (carriedOut.isPresent()) {
            RunningByway.print(carriedOut.get().path("lines"), out);
            return carriedOut.get().path("useful").asBoolean(false);
        }
        ImportReport report = profile.open(program, spec.commandLine().getErr()).imports().add(source);
        new ImportSentences(words).all(report).forEach(sentence -> out.println(Isolates.remove(sentence)));
        out.flush();
        return report.newEntries() + report.count(ImportedLine.AlreadyThere.class) > 0;
    }
}
