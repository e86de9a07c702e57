package org.byway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import org.byway.fetch.ProbeVerdict;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.words.Words;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final String CLEAR = "\r\u001b[2K";
    private static final Words ENGLISH = Words.forPerson(Optional.of("en"));
    private static final ListEntry ENTRY = ListEntry
            .of(new Socks5Endpoint(new HostPort("192.0.2.1", 1080), Optional.empty()), "Amsterdam", "s");
    private static final ProbeVerdict WORKS = new ProbeVerdict.Works(Duration.ZERO, Duration.ZERO, Duration.ZERO, 1);
    private static final ProbeVerdict SILENT = new ProbeVerdict.NoAnswer(Duration.ZERO);

    private final StringWriter terminal = new StringWriter();
    private final VerdictPrinter behind = new VerdictPrinter() {
        @Override
        public void add(ListEntry entry, ProbeVerdict verdict) {
            terminal.append("<a verdict>");
        }

        @Override
        public void end() {
            terminal.append("<the table>");
        }
    };

    @Test
    void lineIsWrittenOverWithEachVerdict() {
        ProgressLine line = line(3);
        line.add(ENTRY, WORKS);
        line.add(ENTRY, SILENT);

        assertThat(terminal).hasToString(CLEAR + "<a verdict>[##########....................] 1 of 3, 1 work" + CLEAR
                + "<a verdict>[####################..........] 2 of 3, 1 work");
    }

    @Test
    void lineIsGoneBeforeWhatComesAtTheEnd() {
        ProgressLine line = line(1);
        line.add(ENTRY, WORKS);
        terminal.getBuffer().setLength(0);
        line.end();

        assertThat(terminal).hasToString(CLEAR + "<the table>");
    }

    @Test
    void oneOfManyThousandsIsNoBarYetAndTheLastOneFillsIt() {
        ProgressLine line = line(50_000);
        line.add(ENTRY, SILENT);
        assertThat(terminal).asString().endsWith("[..............................] 1 of 50,000, 0 work");
        for (int i = 1; i < 50_000; i++) {
            line.add(ENTRY, SILENT);
        }

        assertThat(terminal).asString().endsWith("[##############################] 50,000 of 50,000, 0 work");
    }

    /** The tests' own output is a pipe, as a script's is. */
    @Test
    void whereNobodyLooksOnThereIsNoLine() {
        assertThat(ProgressLine.before(behind, new PrintWriter(terminal), 1, ENGLISH)).isSameAs(behind);
    }

    private ProgressLine line(int all) {
        return new ProgressLine(behind, new PrintWriter(terminal), all, ENGLISH);
    }
}
