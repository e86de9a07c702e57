package org.byway.importer;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.byway.model.AddressBlock;
import org.byway.model.HostPort;
import org.byway.model.NumberRange;
import org.byway.model.Secret;
import org.byway.model.endpoint.AmneziaOptions;
import org.byway.model.endpoint.WireGuardEndpoint;
import org.byway.model.endpoint.WireGuardPeer;

/** WireGuard endpoints of every shape, each made from a number. */
final class WireGuardSamples {
    private WireGuardSamples() {}

    static WireGuardEndpoint of(int seed, HostPort server) {
        Random random = new Random(seed);
        int peers = 1 + random.nextInt(3);
        return new WireGuardEndpoint(key(random),
                List.of(AddressBlock.parse("10.8.0.2/24"), AddressBlock.parse("fd00::2")),
                random.nextBoolean() ? List.of() : List.of("10.8.0.1", "2606:4700:4700::1111"),
                random.nextBoolean() ? 1420 : 1280,
                IntStream.range(0, peers)
                        .mapToObj(i -> peer(random, i == 0 ? server : new HostPort("p.example", 1 + i)))
                        .toList(),
                random.nextBoolean() ? Optional.empty() : Optional.of(amnezia(random)));
    }

    private static Secret key(Random random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Secret.of(Base64.getEncoder().encodeToString(bytes));
    }

    private static WireGuardPeer peer(Random random, HostPort server) {
        return new WireGuardPeer(server, key(random).reveal(), maybe(random, key(random)),
                List.of(AddressBlock.parse(random.nextInt(255) + ".0.0.0/8"), AddressBlock.parse("::/0")),
                maybe(random, new NumberRange(20, 20 + random.nextInt(2) * 10)), maybe(random, "00ff7a"));
    }

    private static AmneziaOptions amnezia(Random random) {
        int size = 12 + random.nextInt(100);
        return new AmneziaOptions(new AmneziaOptions.Junk(random.nextInt(10), 40, 40 + random.nextInt(60)),
                new AmneziaOptions.Padding(size, size + 1, size + 2, size + 3),
                random.nextBoolean()
                        ? List.of()
                        : List.of(NumberRange.of(4_294_967_295L), new NumberRange(5, 100), NumberRange.of(101),
                                NumberRange.of(4)),
                random.nextBoolean() ? List.of() : List.of("<b 0xc0ff><r 16>", "<t><c><rd 5><rc 7>"),
                new AmneziaOptions.Timing(maybe(random, new NumberRange(100, 140)), maybe(random, NumberRange.of(5)),
                        maybe(random, new NumberRange(170, 190)), maybe(random, NumberRange.of(9)),
                        maybe(random, new NumberRange(10, 20))),
                new AmneziaOptions.Veil(maybe(random, key(random)), maybe(random, new NumberRange(0, 64)),
                        random.nextBoolean(), random.nextBoolean()));
    }

    private static <T> Optional<T> maybe(Random random, T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }
}
