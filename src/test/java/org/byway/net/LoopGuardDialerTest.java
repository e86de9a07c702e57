package org.byway.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.byway.model.Destination;
import org.byway.model.HostPort;
import org.byway.testing.TestScheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopGuardDialerTest {
    private final TestScheduler time = new TestScheduler();
    private final List<Destination> dialled = new ArrayList<>();

    /** Every way of writing this computer; the last two are what a connection to "any address" becomes. */
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "localhost", "LOCALHOST", "::1", "0.0.0.0", "::"})
    void ownListenerIsNotDialled(String host) {
        Future<Channel> dial = dial(Optional.of(new HostPort("127.0.0.1", 1080)), Destination.of(host, 1080));

        assertThat(dial.cause()).isInstanceOfSatisfying(DialException.class,
                why -> assertThat(why.fault()).isEqualTo(Fault.OURSELVES));
        assertThat(dialled).isEmpty();
    }

    @Test
    void otherPortOfThisComputerIsDialled() {
        dial(Optional.of(new HostPort("127.0.0.1", 1080)), Destination.of("127.0.0.1", 1081));

        assertThat(dialled).hasSize(1);
    }

    @Test
    void samePortOfAnotherComputerIsDialled() {
        dial(Optional.of(new HostPort("127.0.0.1", 1080)), Destination.of("server.example", 1080));

        assertThat(dialled).hasSize(1);
    }

    @Test
    void everythingIsDialledWhileNothingListens() {
        dial(Optional.empty(), Destination.of("127.0.0.1", 1080));

        assertThat(dialled).hasSize(1);
    }

    private Future<Channel> dial(Optional<HostPort> listener, Destination to) {
        StreamDialer carrier = (server, loop) -> {
            dialled.add(server);
            return loop.newSucceededFuture(time.channel());
        };
        return new LoopGuardDialer(carrier, () -> listener).dial(to, time.loop());
    }
}
