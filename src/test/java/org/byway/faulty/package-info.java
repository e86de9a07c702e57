/**
 * Faulty servers on real sockets, and a censor: every fault that a switching forwarder has to survive.
 *
 * <p>The main type is {@link org.byway.faulty.FaultyServer}, whose {@link org.byway.faulty.Temper} is a value and is changed while
 * traffic flows: {@link org.byway.faulty.FaultyUpstream} for proxies, {@link org.byway.faulty.FaultyTunnel} for WireGuard.
 * {@link org.byway.faulty.Censor} strikes many proxies at once. From a test:
 *
 * <pre>{@code
 * Sites sites = (host, port) -> new InetSocketAddress("127.0.0.1", echo.port());
 * try (FaultyUpstream near = new FaultyUpstream("127.1.0.1", new Socks5Speech(), sites, Duration.ZERO)) {
 *     engine.replace(list(near.link()));
 *     near.strike(new Temper.FreezesAfter(16 * 1024)); // standing connections too; become() means new ones only
 *     near.strike(Temper.HEALTHY);
 * }
 * }</pre>
 *
 * <p>Faults are struck in real time: tests of whole outages in virtual time use {@code FakeUpstream} and {@code TestScheduler}.
 */
@NullMarked
package org.byway.faulty;

import org.jspecify.annotations.NullMarked;
