package org.byway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.engine.EngineWorld.DEAD;
import static org.byway.engine.EngineWorld.entry;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.endpoint.HttpProxyEndpoint;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Packet;
import org.byway.net.Stage;
import org.byway.testing.FakePackets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ways for datagrams, over a whole engine in virtual time. */
@SuppressWarnings("StaticAssignmentOfThrowable") // a dial's failure is a value without a stack trace
class PacketFailoverTest {
    private static final DialException NO_ROUTE = new DialException(Stage.CONNECT, Blame.LOCAL_NETWORK,
            Fault.UNREACHABLE);
    private static final DialException REFUSED = new DialException(Stage.REQUEST, Blame.UPSTREAM, Fault.FORBIDDEN);

    private final EngineWorld world = new EngineWorld();
    private final ListEntry first = entry("first");
    private final ListEntry second = entry("second");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void upstreamThatCannotIsPassedOver() {
        FakePackets packets = carries(second);
        start(first, second);

        assertThat(open().isSuccess()).isTrue();
        assertThat(packets.opened()).hasSize(1);
    }

    @Test
    void endpointThatCanIsFoundBehindHundredsThatCannot() {
        carries(second);
        Stream<ListEntry> proxies = IntStream.range(0, 300).mapToObj(i -> ListEntry
                .of(new HttpProxyEndpoint(new HostPort("p" + i + ".example", 80), Optional.empty()), "p" + i, "test"));
        start(Stream.concat(proxies, Stream.of(second)).toArray(ListEntry[]::new));

        assertThat(open().isSuccess()).isTrue();
    }

    @Test
    void deadUpstreamIsLeftForTheNext() {
        carries(first).fails(DEAD);
        carries(second);
        start(first, second);

        assertThat(open().isSuccess()).isTrue();
    }

    @Test
    void refusalOfDatagramsSaysNothingOfStreamsAndIsRemembered() {
        FakePackets refusing = carries(first).fails(REFUSED);
        carries(second);
        start(first, second);
        open();
        open();

        assertThat(refusing.asked()).hasSize(1);
        assertThat(world.ask().successes).isEqualTo(1);
        assertThat(world.dials(first)).isEqualTo(1);
        assertThat(world.state().selected()).hasValueSatisfying(
                selection -> assertThat(selection.endpoint()).isEqualTo(EngineWorld.name(first)));
    }

    @Test
    void nobodyThatCarriesDatagramsIsNoTrouble() {
        start(first, second);
        world.ask();
        Future<Channel> way = open();

        assertThat(way.cause()).isInstanceOfSatisfying(DialException.class,
                why -> assertThat(why.fault()).isEqualTo(Fault.UNSUPPORTED));
        assertThat(world.state().state()).isEqualTo(EngineSnapshot.State.ON);
    }

    @Test
    void everyoneDeadIsSaidAsItWas() {
        carries(first).fails(DEAD);
        start(first);

        assertThat(open().cause()).isSameAs(DEAD);
    }

    @Test
    void wayThatIsAskedForWhileThisComputerIsCutOffWaitsForTheNetwork() {
        FakePackets packets = carries(first).fails(NO_ROUTE);
        start(first);
        world.networks.cutOff();
        Future<Channel> way = open();
        assertThat(way.isDone()).isFalse();
        packets.opens();
        world.networks.on(FakeNetworks.HOME);
        world.time.advance(Duration.ofSeconds(3));

        assertThat(way.isSuccess()).isTrue();
        assertThat(world.state().state()).isNotEqualTo(EngineSnapshot.State.TROUBLE);
    }

    @Test
    void wayThatFailsWithoutARouteIsRefusedAtOnceWhereTheComputerIsNotCutOff() {
        carries(first).fails(NO_ROUTE);
        start(first);

        assertThat(open().cause()).isSameAs(NO_ROUTE);
    }

    @Test
    void silenceEndsWithTheBudget() {
        FakePackets silent = carries(first).waits();
        start(first);
        Future<Channel> way = open();
        world.time.advance(EngineWorld.BUDGET);

        assertThat(way.cause()).isInstanceOf(DialException.class);
        assertThat(silent.asked().getFirst().isCancelled()).isTrue();
    }

    @Test
    void datagramsAreCounted() {
        FakePackets packets = carries(first);
        start(first);
        open().getNow().writeAndFlush(new Packet(EngineWorld.PAGE,
                Unpooled.wrappedBuffer(new byte[7])));
        world.time.advance(Duration.ofSeconds(1));

        assertThat(world.state().traffic().up()).isEqualTo(7);
        assertThat(world.state().traffic().connections()).isEqualTo(1);
        packets.opened().getFirst().close();
        world.time.advance(Duration.ofSeconds(1));
        assertThat(world.state().traffic().connections()).isZero();
    }

    private FakePackets carries(ListEntry entry) {
        FakePackets packets = new FakePackets(world.time);
        world.of(entry).carries(packets);
        return packets;
    }

    private void start(ListEntry... entries) {
        world.engine.replace(List.of(entries));
        world.start();
    }

    private Future<Channel> open() {
        Future<Channel> way = world.inbounds.getLast().packets().open(world.time.loop());
        world.time.run();
        return way;
    }
}
