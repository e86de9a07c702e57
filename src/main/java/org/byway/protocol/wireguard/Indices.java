package org.byway.protocol.wireguard;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The numbers by which the other side calls our sessions and handshakes, and whose they are. On the tunnel's loop. */
final class Indices {
    private final Map<Integer, Peer> owners = new HashMap<>();
    private final RandomGenerator random;

    Indices(RandomGenerator random) {
        this.random = random;
    }

    int take(Peer owner) {
        int index = random.nextInt();
        while (owners.putIfAbsent(index, owner) != null) {
            index = random.nextInt();
        }
        return index;
    }

    @Nullable
    Peer owner(int index) {
        return owners.get(index);
    }

    void free(int index) {
        owners.remove(index);
    }

    int size() {
        return owners.size();
    }
}
