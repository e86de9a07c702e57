package org.byway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.engine.EngineWorld.DEAD;
import static org.byway.engine.EngineWorld.MUTE;

import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.byway.model.Destination;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.Secret;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.ShadowsocksEndpoint;
import org.byway.model.endpoint.ShadowsocksMethod;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.junit.jupiter.api.Test;

/** Blocks of whole networks and protocols, in virtual time. */
class OutageTest {
    /** FAILOVER, "Marks": first page in under 5 s, median of 20 seeds. */
    @Test
    void oneIsFoundSoonInALongListThatIsDeadBySubnet() {
        long[] millis = LongStream.range(0, 20).map(OutageTest::millisUntilFound).sorted().toArray();

        assertThat(millis[millis.length / 2]).isLessThan(5000);
    }

    @Test
    void deadNetworkIsLeftForAnotherAtOnce() {
        try (EngineWorld world = new EngineWorld()) {
            List<ListEntry> list = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                list.add(socks("10.1.0." + i));
            }
            list.add(socks("10.2.0.1"));
            world.replace(list.toArray(ListEntry[]::new));
            world.start();
            list.subList(0, 50).forEach(it -> world.of(it).fails(MUTE));

            assertThat(world.ask().isOpen()).isTrue();
            assertThat(list.subList(0, 50).stream().filter(it -> !world.of(it).dials().isEmpty())).hasSizeLessThan(3);
        }
    }

    @Test
    void deadProtocolIsLeftForAnother() {
        try (EngineWorld world = new EngineWorld()) {
            List<ListEntry> list = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                list.add(i % 4 == 0 ? shadowsocks("10." + i + ".0.1") : socks("10." + i + ".0.1"));
            }
            world.replace(list.toArray(ListEntry[]::new));
            world.start();
            world.ask();
            list.stream().filter(it -> it.endpoint() instanceof ShadowsocksEndpoint)
                    .forEach(it -> world.of(it).fails(DEAD));

            assertThat(world.ask().isOpen()).isTrue();
            assertThat(list.stream().filter(it -> it.endpoint() instanceof ShadowsocksEndpoint)
                    .filter(it -> !world.of(it).dials().isEmpty())).hasSizeLessThan(3);
        }
    }

    @Test
    void everyRequestGetsItsErrorWhereAllAreDead() {
        try (EngineWorld world = new EngineWorld()) {
            List<ListEntry> list = List.of(socks("10.1.0.1"), socks("10.2.0.1"), socks("10.3.0.1"));
            world.replace(list.toArray(ListEntry[]::new));
            world.start();
            list.forEach(it -> world.of(it).silent());
            List<EngineWorld.Request> requests = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                requests.add(world.ask());
                world.time.advance(Duration.ofSeconds(1));
            }
            world.time.advance(EngineWorld.BUDGET);

            assertThat(requests).allMatch(it -> it.failures.size() == 1 && it.successes == 0);
        }
    }

    @Test
    void deadAdvertisingDomainMovesNothing() {
        try (EngineWorld world = new EngineWorld()) {
            List<ListEntry> list = List.of(socks("10.1.0.1"), socks("10.2.0.1"), socks("10.3.0.1"));
            world.replace(list.toArray(ListEntry[]::new));
            world.start();
            world.ask();
            world.forget();
            DialException general = new DialException(Stage.REQUEST, Blame.UNKNOWN, Fault.GENERAL_FAILURE);
            for (int i = 0; i < 250; i++) {
                list.forEach(it -> world.of(it).fails(general));
                world.ask(Destination.of("ads.example", 443));
                list.forEach(it -> world.of(it).opens());
                world.ask();
                world.time.advance(Duration.ofMillis(1200));
            }

            assertThat(world.story()).isEmpty();
            assertThat(world.dials(list.getFirst())).isGreaterThan(499);
        }
    }

    private static long millisUntilFound(long seed) {
        try (EngineWorld world = new EngineWorld()) {
            List<ListEntry> list = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                list.add(socks("10." + i % 100 + "." + i / 100 + ".1"));
            }
            Collections.shuffle(list, new Random(seed));
            world.replace(list.toArray(ListEntry[]::new));
            world.start();
            world.silent(OutageTest::isBlocked);
            Future<Void> found = world.engine.search().untilOneWorks(world.time.loop());
            long millis = 0;
            while (!found.isDone()) {
                world.time.advance(Duration.ofMillis(100));
                millis += 100;
            }
            return found.isSuccess() ? millis : Long.MAX_VALUE;
        }
    }

    /** 98 of 100 networks. */
    private static boolean isBlocked(Endpoint endpoint) {
        return Integer.parseInt(endpoint.server().host().split("\\.", -1)[1]) >= 2;
    }

    private static ListEntry socks(String host) {
        return ListEntry.of(new Socks5Endpoint(new HostPort(host, 1080), Optional.empty()), "", "test");
    }

    private static ListEntry shadowsocks(String host) {
        return ListEntry.of(new ShadowsocksEndpoint(new HostPort(host, 1080), ShadowsocksMethod.AES_256_GCM,
                Secret.of("x")), "", "test");
    }
}
