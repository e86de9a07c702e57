package org.byway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.byway.fetch.ProbeVerdict;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.words.Words;
import org.junit.jupiter.api.Test;

/** What a signal does to it is shown by a real one, in {@code org.byway.real.TerminalTest}. */
class TestRunTest {
    private static final ProbeVerdict WORKS = new ProbeVerdict.Works(Duration.ZERO, Duration.ZERO, Duration.ZERO, 1);
    private static final ProbeVerdict SILENT = new ProbeVerdict.NoAnswer(Duration.ZERO);

    private final List<String> told = new ArrayList<>();
    private final VerdictPrinter printer = new VerdictPrinter() {
        @Override
        public void add(ListEntry entry, ProbeVerdict verdict) {
            told.add(entry.name());
        }

        @Override
        public void end() {
            told.add("end");
        }
    };

    @Test
    void everyVerdictIsToldBeforeTheEndWhichIsToldOnce() throws InterruptedException {
        boolean works = new TestRun(endpoint -> Optional.of(SILENT), printer).over(entries(20), 4);

        assertThat(works).isFalse();
        assertThat(told).hasSize(21).endsWith("end").contains("1", "20");
    }

    @Test
    void oneThatWorksIsEnough() throws InterruptedException {
        assertThat(new TestRun(endpoint -> Optional.of(endpoint.server().port() == 7 ? WORKS : SILENT), printer)
                .over(entries(20), 4)).isTrue();
    }

    /** Three wait for each other, so that fewer would never end. */
    @Test
    void asManyRunAtOnceAsIsAllowedAndNoMore() throws InterruptedException {
        CyclicBarrier three = new CyclicBarrier(3);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        new TestRun(endpoint -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            await(three);
            running.decrementAndGet();
            return Optional.of(SILENT);
        }, printer).over(entries(60), 3);

        assertThat(most).hasValueLessThanOrEqualTo(3);
        assertThat(three.isBroken()).isFalse();
    }

    @Test
    void tableSaysHowManyWereNotTested() {
        StringWriter out = new StringWriter();
        VerdictTable table = new VerdictTable(new PrintWriter(out), Words.forPerson(Optional.of("en")), 3);
        table.add(entries(1).getFirst(), WORKS);
        table.end();

        assertThat(out.toString().lines()).last().isEqualTo("1 of 1 work. Still to be tested: 2.");
    }

    private static void await(CyclicBarrier others) {
        try {
            others.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException broken) {
            // the barrier says so
        }
    }

    private static List<ListEntry> entries(int many) {
        List<ListEntry> entries = new ArrayList<>();
        for (int i = 1; i <= many; i++) {
            entries.add(ListEntry.of(new Socks5Endpoint(new HostPort("192.0.2.1", i), Optional.empty()),
                    Integer.toString(i), "s"));
        }
        return entries;
    }
}
