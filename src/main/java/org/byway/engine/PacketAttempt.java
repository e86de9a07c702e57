package org.byway.engine;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.Optional;
import java.util.Set;
import org.byway.model.EndpointId;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Outcome;
import org.byway.net.Stage;
import org.byway.net.Upstream;

/** Asks upstreams for a way for datagrams; those that have none are asked no more, and are no worse for streams. */
record PacketAttempt(EventLoop loop, FailoverDialer dialer) implements Attempt {
    @Override
    public Optional<Candidate> next(Set<EndpointId> tried) {
        return dialer.pool().packetView().ranked().stream().filter(it -> !tried.contains(it.id())).findFirst();
    }

    @Override
    public Optional<Future<Channel>> through(Upstream upstream) {
        return upstream.packets().map(packets -> packets.open(loop));
    }

    /** Many ways open without a word from the server, so this shows nothing. */
    @Override
    public void opened(Candidate through, Channel channel, long begun) {}

    @Override
    public void failed(NamedEndpoint through, DialException why) {
        boolean isRefusal = why.stage() == Stage.REQUEST && why.blame() != Blame.LOCAL_NETWORK;
        Outcome outcome = isRefusal ? new Outcome.CarriesNoPackets() : new Outcome.Failed(why);
        dialer.watch().saw(new Evidence(through, Optional.empty(), outcome));
    }

    /** Streams may go on, so it is no trouble of the forwarder's. */
    @Override
    public void gaveUp(NamedEndpoint last, DialException why) {}

    @Override
    public DialException nobody() {
        return new DialException(Stage.REQUEST, Blame.UPSTREAM, Fault.UNSUPPORTED);
    }
}
