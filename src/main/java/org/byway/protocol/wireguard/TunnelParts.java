package org.byway.protocol.wireguard;

import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.byway.model.endpoint.AmneziaOptions;
import org.byway.net.PacketDialer;

/**
 * What a tunnel is made with.
 *
 * @param mtu     of packets inside, in bytes
 * @param carrier the way for datagrams
 * @param clock   for the times of our initiations, which peers remember
 * @param random  for numbers that strangers must not guess
 */
record TunnelParts(Identity identity, Optional<AmneziaOptions> amnezia, int mtu, PacketDialer carrier,
        InstantSource clock, RandomGenerator random) {}
