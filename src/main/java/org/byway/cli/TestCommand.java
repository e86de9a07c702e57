package org.byway.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.byway.fetch.WebAddress;
import org.byway.importer.ImportResult;
import org.byway.importer.Importers;
import org.byway.importer.LineVerdict;
import org.byway.model.EndpointList;
import org.byway.model.ListEntry;
import org.byway.store.StoreException;
import org.byway.subscription.SourceException;
import org.byway.subscription.SourceText;
import org.byway.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code byway test}: probes endpoints of sources or of a profile, and changes nothing. */
@Command(name = "test", description = "Moves 64 KiB through each endpoint and says what works, how fast, and what failed at which stage. Changes nothing.", footer = {
        "Exit code 0 where at least one works, 1 where none does. Ctrl+C ends it with 130 and prints what is known so far.",
        "Every endpoint tested is seen by whoever watches this network; --url names a page of your own instead of one of a few well-known ones."})
final class TestCommand implements Callable<Integer> {
    private final Program program;
    @Spec
    private CommandSpec spec = CommandSpec.create();
    @Mixin
    private ProfileOption profile = new ProfileOption();
    @Parameters(paramLabel = "SOURCE", arity = "0..*", description = "a file, an http(s) address of a list, - or one link")
    private List<String> sources = new ArrayList<>();
    @Option(names = "--url", paramLabel = "URL", description = "the page to fetch, best of more than 64 KiB", converter = WebAddressConverter.class)
    private Optional<WebAddress> url = Optional.empty();
    @Option(names = "--timeout", paramLabel = "SECONDS", description = "for one page, from 1 to 120; ${DEFAULT-VALUE} where not given", defaultValue = "15")
    private int seconds;
    @Option(names = "--parallel", paramLabel = "N", description = "so many at once, from 1 to 64; ${DEFAULT-VALUE} where not given", defaultValue = "16")
    private int parallel;
    @Option(names = "--json", description = "one JSON object a line, as they come")
    private boolean isJson;

    TestCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws StoreException, InterruptedException {
        Words words = Words.forPerson(Optional.empty());
        require(sources.isEmpty() == profile.isNamed(), words.text("test.source-or-profile"));
        require(seconds >= 1 && seconds <= 120, words.text("test.bad-timeout"));
        require(parallel >= 1 && parallel <= 64, words.text("test.bad-parallel"));
        List<ListEntry> entries = entries(words);
        if (entries.isEmpty()) {
            spec.commandLine().getErr().println("byway: " + words.text("test.nothing"));
            return 1;
        }
        return test(entries, words) ? 0 : 1;
    }

    private void require(boolean isRight, String otherwise) {
        if (!isRight) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }

    private boolean test(List<ListEntry> entries, Words words) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        VerdictPrinter printer = isJson
                ? new JsonVerdicts(out, Words.forPerson(Optional.of("en")))
                : new VerdictTable(out, words, entries.size());
        VerdictPrinter watched = ProgressLine.before(printer, spec.commandLine().getErr(), entries.size(), words);
        return new TestRun(program.probes(Duration.ofSeconds(seconds), url), watched).over(entries, parallel);
    }

    private List<ListEntry> entries(Words words) throws StoreException {
        if (sources.isEmpty()) {
            return profile.open(program, spec.commandLine().getErr()).list().now().entries();
        }
        EndpointList list = EndpointList.EMPTY;
        for (String source : sources) {
            try {
                SourceText text = program.sources().read(source);
                ImportResult read = Importers.read(text.text(), text.name());
                read.verdicts().forEach(line -> sayRejected(line, words));
                list = list.with(read.entries()).list();
            } catch (SourceException unreadable) {
                spec.commandLine().getErr().println("byway: " + Isolates.remove(words.failure(unreadable)));
            }
        }
        return list.entries();
    }

    private void sayRejected(LineVerdict line, Words words) {
        if (line instanceof LineVerdict.Rejected rejected) {
            spec.commandLine().getErr().println("byway: " + words.text("import.line", words.number(line.line())) + ": "
                    + words.constant("rejection", rejected.why()));
        }
    }
}
