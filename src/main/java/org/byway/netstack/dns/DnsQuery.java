package org.byway.netstack.dns;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.netstack.udp.UdpReceiver;
import org.byway.netstack.udp.UdpSocket;
import org.byway.netstack.wire.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * One question, to one server after the other until one has answered it. Whoever answers must know the id and the port, both
 * random, and sit at the address that was asked (RFC 5452, section 9).
 */
final class DnsQuery implements UdpReceiver {
    private static final int ROUNDS = 3;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration WAIT = Duration.ofSeconds(2);

    private final DnsLink link;
    private final Question question;
    private final int id;
    private final Promise<Answer> answered;
    private @Nullable UdpSocket socket;
    private @Nullable Future<?> patience;
    private int asked;
    private int refusals;

    private DnsQuery(DnsLink link, Question question) {
        this.link = link;
        this.question = question;
        this.id = link.random().nextInt(1 << 16);
        this.answered = link.loop().newPromise();
    }

    /** Asks; fails with a {@link DialException}. */
    static Future<Answer> ask(DnsLink link, Question question) {
        DnsQuery query = new DnsQuery(link, question);
        query.socket = link.ports().open(query);
        if (query.socket == null) {
            query.fail(new DialException(Stage.REQUEST, Blame.LOCAL_NETWORK, Fault.LOCAL));
        } else if (link.servers().isEmpty()) {
            query.fail(new DialException(Stage.REQUEST, Blame.UPSTREAM, Fault.UNREACHABLE));
        } else {
            query.askNext();
        }
        return query.answered;
    }

    private void askNext() {
        List<IpAddress> servers = link.servers();
        if (patience != null) {
            patience.cancel(false);
        }
        if (asked == ROUNDS * servers.size() || refusals == servers.size()) {
            boolean isRefused = refusals > 0;
            fail(new DialException(Stage.REQUEST, Blame.UNKNOWN, isRefused ? Fault.NAME_NOT_FOUND : Fault.SILENT));
            return;
        }
        Duration wait = asked < servers.size() ? FIRST_WAIT : WAIT;
        send(servers.get(asked++ % servers.size()));
        patience = link.loop().schedule(this::askNext, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void send(IpAddress server) {
        ByteBuf query = ByteBufAllocator.DEFAULT.directBuffer();
        DnsMessage.writeQuery(query, id, question);
        if (socket != null) {
            socket.send(server, DnsLink.PORT, query);
        }
        query.release();
    }

    @Override
    public void datagram(IpAddress from, int port, ByteBuf payload) {
        if (port != DnsLink.PORT || !link.servers().contains(from)) {
            return;
        }
        Answer answer = DnsMessage.readAnswer(payload, id, question);
        if (answer == null || answered.isDone()) {
            return;
        }
        if (answer.isTruncated()) {
            askByStream(from);
        } else {
            take(answer);
        }
    }

    private void take(Answer answer) {
        if (answer.isFinal()) {
            end();
            answered.trySuccess(answer);
        } else {
            refusals++;
            askNext();
        }
    }

    /** The answer does not fit a datagram (RFC 7766, section 5). */
    private void askByStream(IpAddress server) {
        end();
        DnsOverTcp.ask(link, server, id, question).addListener((Future<Answer> done) -> {
            if (done.isSuccess()) {
                answered.trySuccess(done.getNow());
            } else {
                answered.tryFailure(done.cause());
            }
        });
    }

    @Override
    public void unreachable(IpAddress peer, int port) {
        boolean isLastAsked = asked > 0 && peer.equals(link.servers().get((asked - 1) % link.servers().size()));
        if (port == DnsLink.PORT && isLastAsked && !answered.isDone()) {
            askNext();
        }
    }

    @Override
    public void closed() {
        fail(new DialException(Stage.CONNECT, Blame.UPSTREAM, Fault.CLOSED));
    }

    private void fail(DialException why) {
        end();
        answered.tryFailure(why);
    }

    private void end() {
        if (patience != null) {
            patience.cancel(false);
        }
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
