package org.byway.protocol.wireguard;

import io.netty.buffer.ByteBuf;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.byway.model.AddressBlock;
import org.byway.model.Destination;
import org.byway.model.NumberRange;
import org.byway.model.endpoint.WireGuardEndpoint;
import org.byway.model.endpoint.WireGuardPeer;
import org.jspecify.annotations.Nullable;

/** A peer and where it is now: datagrams go to where its last valid one came from (section 2.1). On the tunnel's loop. */
final class RemotePeer implements Peer.Outside {
    /** After so many initiations without answer its name is asked for anew, and another port of ours is tried. */
    private static final int UNANSWERED = 3;

    private final Setup setup;
    private final WireGuardTunnel tunnel;
    private final Peer peer;
    private @Nullable Destination place;

    /**
     * What is known of a peer beforehand.
     *
     * @param server   absent where it speaks first
     * @param reserved empty, or the three bytes that messages to it carry
     */
    record Setup(Keys keys, Optional<Destination> server, List<AddressBlock> allowedIps,
            Optional<NumberRange> keepalive, Optional<String> reserved) {
        static Setup of(WireGuardEndpoint endpoint, WireGuardPeer peer) {
            return new Setup(Keys.of(endpoint, peer), Optional.of(new Destination(peer.server())), peer.allowedIps(),
                    peer.keepalive(), peer.reserved());
        }
    }

    RemotePeer(Setup setup, WireGuardTunnel tunnel, Peer.Makings makings) {
        this.setup = setup;
        this.tunnel = tunnel;
        this.place = setup.server().orElse(null);
        this.peer = new Peer(setup.keys(), new PeerTimers(makings.times(), setup.keepalive()), makings, this);
    }

    Peer peer() {
        return peer;
    }

    Setup setup() {
        return setup;
    }

    Optional<Destination> place() {
        return Optional.ofNullable(place);
    }

    /** From now on datagrams go there: a valid message came from it. */
    void isAt(Destination where) {
        place = where;
    }

    void isAt(Optional<Destination> where) {
        place = where.orElse(null);
    }

    @Override
    public void send(ByteBuf datagram) {
        if (place == null) {
            datagram.release();
            return;
        }
        setup.reserved().ifPresent(it -> datagram.setBytes(1, HexFormat.of().parseHex(it)));
        tunnel.sendTo(place, datagram);
    }

    @Override
    public void established() {
        tunnel.established();
    }

    @Override
    public void unanswered(int initiations) {
        if (initiations % UNANSWERED == 0 && setup.server().isPresent()) {
            place = setup.server().get();
            tunnel.openAnew();
        }
    }

    @Override
    public void heard() {
        tunnel.heard();
    }

    @Override
    public boolean isWanted() {
        return tunnel.isWanted();
    }

    @Override
    public void gaveUp() {
        tunnel.gaveUp();
    }
}
