package org.byway.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import org.byway.fetch.ProbeVerdict;
import org.byway.model.ListEntry;
import org.byway.words.Words;
import picocli.CommandLine.Help.Ansi;

/** One line on a terminal that is written over as verdicts come, in front of another printer. */
final class ProgressLine implements VerdictPrinter {
    private static final int WIDTH = 30;
    private static final String CLEAR = "\r\u001b[2K"; // ECMA-48, 8.3.41: erase the whole line

    private final VerdictPrinter behind;
    private final PrintWriter terminal;
    private final int all;
    private final Words words;
    private int done;
    private int working;

    ProgressLine(VerdictPrinter behind, PrintWriter terminal, int all, Words words) {
        this.behind = behind;
        this.terminal = terminal;
        this.all = all;
        this.words = words;
    }

    /** The printer itself where nobody looks on, or where the terminal takes no control sequences. */
    static VerdictPrinter before(VerdictPrinter printer, PrintWriter terminal, int all, Words words) {
        boolean isWatched = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
                && Ansi.AUTO.enabled();
        return isWatched ? new ProgressLine(printer, terminal, all, words) : printer;
    }

    @Override
    public void add(ListEntry entry, ProbeVerdict verdict) {
        done++;
        working += verdict instanceof ProbeVerdict.Works ? 1 : 0;
        terminal.print(CLEAR);
        terminal.flush();
        behind.add(entry, verdict);
        int full = WIDTH * done / all;
        terminal.print("[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] "
                + words.text("test.progress", words.number(done), words.number(all), words.number(working)));
        terminal.flush();
    }

    @Override
    public void end() {
        terminal.print(CLEAR);
        terminal.flush();
        behind.end();
    }
}
