package org.byway.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.byway.importer.ExportFormat;
import org.byway.model.ListEntry;
import org.byway.store.PrivateFile;
import org.byway.store.StoreException;
import org.byway.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code byway export}: the list with its secrets, for another computer or program. */
@Command(name = "export", description = "Writes the list, passwords included, for another computer or program.", footer = "What the format has no words for is named on standard error; that is no failure.")
final class ExportCommand implements Callable<Integer> {
    private final Program program;
    @Spec
    private CommandSpec spec = CommandSpec.create();
    @Mixin
    private ProfileOption profile = new ProfileOption();
    @Option(names = "--format", paramLabel = "FORMAT", required = true, description = "${COMPLETION-CANDIDATES}: links is a share link a line, base64 the same as the body of a subscription", converter = FormatConverter.class, completionCandidates = Formats.class)
    private ExportFormat format = ExportFormat.LINKS;
    @Option(names = "--out", paramLabel = "FILE", description = "a file that only you may read; standard output where not given")
    private Optional<Path> file = Optional.empty();
    @Option(names = "--force", description = "replaces the file where there is one")
    private boolean mayReplace;

    ExportCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws StoreException {
        PrintWriter err = spec.commandLine().getErr();
        Words words = Words.forPerson(Optional.empty());
        ExportFormat.Export export = format.write(profile.open(program, err).list().now());
        String text = export.text().reveal();
        if (file.isPresent()) {
            PrivateFile.write(file.get(), text.getBytes(StandardCharsets.UTF_8), mayReplace);
        } else {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        }
        for (ListEntry left : export.leftOut()) {
            err.println("byway: " + Isolates.remove(words.naming("export.left-out", left.name())));
        }
        err.println("byway: " + words.text("export.sums", words.number(export.written()),
                words.number(export.leftOut().size())));
        err.flush();
        return 0;
    }

    /** The names of the formats, for help and completion. */
    static final class Formats extends java.util.ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Formats() {
            for (ExportFormat format : ExportFormat.values()) {
                add(format.text());
            }
        }
    }

    /** Says which formats there are where one is asked for that is none. */
    static final class FormatConverter implements ITypeConverter<ExportFormat> {
        @Override
        public ExportFormat convert(String text) {
            for (ExportFormat format : ExportFormat.values()) {
                if (format.text().equals(text)) {
                    return format;
                }
            }
            throw new TypeConversionException(Words.forPerson(Optional.empty()).text("export.unknown-format",
                    String.join(", ", new Formats())));
        }
    }
}
