package org.byway.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.byway.model.HostPort;
import org.byway.model.Secret;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.model.endpoint.UnsupportedEndpoint;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.EventLoops;
import org.byway.net.Fault;
import org.byway.net.ProxyUpstream;
import org.byway.net.ServerDialer;
import org.byway.net.Stage;
import org.byway.net.StreamDialer;
import org.byway.testing.LoopbackServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final StreamDialer BARE = new ServerDialer(TIME);

    private final EventLoops loops = new EventLoops();
    private final LoopbackServer page = new LoopbackServer(LoopbackServer.Temper.SILENT);

    @AfterEach
    void close() {
        page.close();
        loops.close();
    }

    @Test
    void enoughBytesWorkAndNoMoreAreWaitedFor() throws Exception {
        serve(1 << 30, Probe.ENOUGH_BYTES, false);

        assertThat(probe(TIME, BARE)).asInstanceOf(type(ProbeVerdict.Works.class)).satisfies(works -> {
            assertThat(works.bytes()).isGreaterThanOrEqualTo(Probe.ENOUGH_BYTES);
            assertThat(works.opened()).isLessThanOrEqualTo(works.firstByte());
            assertThat(works.firstByte()).isLessThanOrEqualTo(works.whole());
        });
    }

    @Test
    void aWholeSmallerPageWorks() throws Exception {
        serve(100, 100, true);

        assertThat(probe(TIME, BARE)).asInstanceOf(type(ProbeVerdict.Works.class))
                .extracting(ProbeVerdict.Works::bytes).isEqualTo(100L);
    }

    @Test
    void aPageThatIsCutFreezesThere() throws Exception {
        serve(100_000, 16_384, true);

        assertThat(probe(TIME, BARE)).asInstanceOf(type(ProbeVerdict.Freezes.class))
                .extracting(ProbeVerdict.Freezes::bytes).isEqualTo(16_384L);
    }

    @Test
    void anotherStatusIsAWrongAnswer() throws Exception {
        answer("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", 0, true);

        assertThat(probe(TIME, BARE)).asInstanceOf(type(ProbeVerdict.WrongAnswer.class))
                .extracting(ProbeVerdict.WrongAnswer::status).isEqualTo(403);
    }

    @Test
    void aFailedDialKeepsItsStageAndBlame() throws Exception {
        DialException why = new DialException(Stage.AUTHENTICATE, Blame.UPSTREAM, Fault.WRONG_LOGIN);

        assertThat(probe(TIME, (to, loop) -> loop.newFailedFuture(why)))
                .isEqualTo(new ProbeVerdict.NotOpened(Stage.AUTHENTICATE, Blame.UPSTREAM, Fault.WRONG_LOGIN));
    }

    @Test
    void anEntryThatThisVersionCannotUseIsNotTriedAndBlamesNobody() {
        Endpoint unknown = new UnsupportedEndpoint(new HostPort("192.0.2.1", 1), "vless", Secret.of("vless://u@h:1"));

        assertThat(new Probe(loops.group(), TIME, List.of()).run(unknown, endpoint -> {
            throw new AssertionError("brought to life");
        })).contains(new ProbeVerdict.Unsupported());
    }

    @Test
    void aWrongAnswerOfOneTargetIsNotHeldAgainstTheUpstream() throws Exception {
        serve(100, 100, true);
        WebAddress refusing = WebAddress.parse("http://127.0.0.1:1/");
        StreamDialer oneRefused = (to, loop) -> to.address().port() == 1
                ? loop.newFailedFuture(new DialException(Stage.REQUEST, Blame.DESTINATION, Fault.REFUSED))
                : BARE.dial(to, loop);

        assertThat(run(new Probe(loops.group(), TIME, List.of(refusing, page())), oneRefused)).get()
                .isInstanceOf(ProbeVerdict.Works.class);
    }

    @Test
    void anOpenStreamIsASignOfLifeWhereTheUpstreamConfirms() throws Exception {
        assertThat(run(new Probe(loops.group(), ProbeLimits.signOfLife(TIME), List.of(page())), BARE)).get()
                .isInstanceOf(ProbeVerdict.Works.class);
    }

    @Test
    void aStandstillIsAVerdictSoon() throws Exception {
        serve(100_000, 16_384, false);
        ProbeLimits limits = ProbeLimits.verdict(TIME, Duration.ofSeconds(1));

        assertThat(run(new Probe(loops.group(), limits, List.of(page())), BARE)).get()
                .asInstanceOf(type(ProbeVerdict.Freezes.class)).extracting(ProbeVerdict.Freezes::bytes)
                .isEqualTo(16_384L);
    }

    @Test
    void oneOfTwoTargetsIsEnoughForAGoodVerdict() throws Exception {
        serve(100, 100, true);
        ProbeLimits limits = ProbeLimits.verdict(TIME, Duration.ofSeconds(1));
        try (LoopbackServer silent = new LoopbackServer(LoopbackServer.Temper.SILENT)) {
            WebAddress mute = WebAddress.parse("http://" + silent.address() + "/");

            assertThat(run(new Probe(loops.group(), limits, List.of(mute, page())), BARE)).get()
                    .isInstanceOf(ProbeVerdict.Works.class);
        }
    }

    @Test
    void usualTargetsAreOfFourUnrelatedOperatorsAndProtected() {
        assertThat(ProbeTargets.usual()).hasSizeGreaterThanOrEqualTo(4).allMatch(WebAddress::isSecure);
        assertThat(ProbeTargets.usual()).extracting(it -> it.server().host()).doesNotHaveDuplicates();
    }

    private ProbeVerdict probe(Duration time, StreamDialer dialer) throws FetchException {
        return run(new Probe(loops.group(), time, List.of(page())), dialer).orElseThrow();
    }

    private static Optional<ProbeVerdict> run(Probe probe, StreamDialer dialer) {
        return probe.run(new Socks5Endpoint(new HostPort("192.0.2.1", 1), Optional.empty()),
                endpoint -> new ProxyUpstream(dialer));
    }

    private WebAddress page() throws FetchException {
        return WebAddress.parse("http://" + page.address() + "/");
    }

    private void serve(int said, int sent, boolean isEnded) {
        answer("HTTP/1.1 200 OK\r\nContent-Length: " + said + "\r\n\r\n", sent, isEnded);
    }

    private void answer(String head, int sent, boolean isEnded) {
        page.become(client -> {
            client.readHead();
            client.send(head);
            client.send(new byte[sent]);
            if (!isEnded) {
                client.readToEnd();
            }
        });
    }
}
