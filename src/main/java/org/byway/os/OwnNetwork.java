package org.byway.os;

import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.byway.model.network.NetworkIdentity;
import org.byway.model.network.NetworkSight;

/**
 * Recognises the network that this computer is on by its gateway's hardware address and its prefix, of which only a salted
 * hash leaves this class. Blocks for some milliseconds; sends nothing.
 */
public final class OwnNetwork {
    private static final int HASH_LENGTH = 16;

    private final NetworkTables tables;
    private final Predicate<String> isUp;

    public OwnNetwork(Surroundings surroundings) {
        this(NetworkTables.of(surroundings), OwnNetwork::isUp);
    }

    /** @param isUp whether the interface of this name is up and has a carrier */
    OwnNetwork(NetworkTables tables, Predicate<String> isUp) {
        this.tables = tables;
        this.isUp = isUp;
    }

    /** @param salt random, for each profile its own, so that files of two computers do not show a common network */
    public NetworkSight look(String salt) {
        return new NetworkSight(identity(salt), tables.sinceBoot());
    }

    private NetworkIdentity identity(String salt) {
        try {
            List<WayOut> ways = tables.waysOut().stream().filter(it -> isUp.test(it.device())).toList();
            if (ways.isEmpty()) {
                return new NetworkIdentity.None();
            }
            // a second way out that comes and goes is no other network
            Optional<WayOut> known = ways.stream().filter(it -> it.hardware().isPresent()).findFirst();
            return known.<NetworkIdentity>map(it -> new NetworkIdentity.Known(hash(salt, it)))
                    .orElseGet(NetworkIdentity.Unknown::new);
        } catch (IOException untold) {
            return new NetworkIdentity.Unknown();
        }
    }

    private static String hash(String salt, WayOut way) {
        String text = String.join("|", "byway network", salt, way.hardware().orElse(""), way.prefix());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException missingInThisJava) {
            throw new IllegalStateException("SHA-256", missingInThisJava);
        }
    }

    private static boolean isUp(String device) {
        try {
            NetworkInterface found = NetworkInterface.getByName(device);
            return found == null || (found.isUp() && !found.isLoopback());
        } catch (SocketException gone) {
            return false;
        }
    }
}
