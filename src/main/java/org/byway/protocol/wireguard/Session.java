package org.byway.protocol.wireguard;

import java.security.GeneralSecurityException;
import org.byway.crypto.PacketCipher;

/** A pair of keys in use (section 5.4.6): what was sent and received with them, and since when. On the tunnel's loop. */
final class Session {
    static final long REKEY_AFTER_MESSAGES = 1L << 60;
    /** Section 6.1 has 2^64 - 2^13 - 1; numbers have a sign here, and nobody comes near. */
    static final long REJECT_AFTER_MESSAGES = Long.MAX_VALUE - ReplayWindow.SIZE;

    private final int ourIndex;
    private final int theirIndex;
    private final PacketCipher sending;
    private final PacketCipher receiving;
    private final ReplayWindow window = new ReplayWindow();
    private final boolean isOurs;
    private final long born;
    private long sent;

    /** @param isOurs whether we began the handshake */
    Session(SessionKeys keys, boolean isOurs, long born) {
        this.ourIndex = keys.ourIndex();
        this.theirIndex = keys.theirIndex();
        this.sending = new PacketCipher(keys.sending());
        this.receiving = new PacketCipher(keys.receiving());
        this.isOurs = isOurs;
        this.born = born;
    }

    int ourIndex() {
        return ourIndex;
    }

    int theirIndex() {
        return theirIndex;
    }

    boolean isOurs() {
        return isOurs;
    }

    long age(long now) {
        return now - born;
    }

    /** How many messages were sealed with it. */
    long sent() {
        return sent;
    }

    /** The number of the next message. */
    long nextCounter() {
        return sent++;
    }

    int seal(long counter, byte[] plain, int length, byte[] out) {
        return sending.at(counter).seal(plain, length, out, 0);
    }

    /**
     * Opens a message into an array.
     *
     * @return its length, or -1 where it is a forgery, or came before
     */
    int open(long counter, byte[] sealed, int length, byte[] out) {
        try {
            int opened = receiving.at(counter).open(sealed, length, out, 0);
            return window.isNew(counter) ? opened : -1;
        } catch (GeneralSecurityException forged) {
            return -1;
        }
    }
}
