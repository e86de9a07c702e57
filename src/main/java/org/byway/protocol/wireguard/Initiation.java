package org.byway.protocol.wireguard;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Arrays;
import org.byway.crypto.LittleEndian;
import org.byway.crypto.NoiseState;
import org.byway.crypto.X25519;

/** A handshake that we began (section 5.4.2), until its response has come. */
final class Initiation {
    private static final int SENDER_AT = 4;
    private static final int EPHEMERAL_AT = 8;
    private static final int STATIC_AT = 40;
    private static final int TIMESTAMP_AT = 88;
    /** Of a response: type, sender, receiver, ephemeral, empty. */
    private static final int RESPONSE_EPHEMERAL_AT = 12;
    private static final int RESPONSE_EMPTY_AT = 44;
    private static final int RESPONSE_MACS_AT = 60;

    private final Keys keys;
    private final int index;
    private final byte[] ephemeral;
    private final NoiseState state;
    private final byte[] message = new byte[MessageKind.INITIATION.size()];

    private Initiation(Keys keys, int index, byte[] ephemeral) {
        this.keys = keys;
        this.index = index;
        this.ephemeral = ephemeral;
        this.state = Noise.towards(keys.theirPublic());
    }

    /**
     * @param header    what stands for the message's type
     * @param index     how the peer is to call the session
     * @param ephemeral a fresh private key
     * @throws InvalidKeyException where the peer's key is none
     */
    static Initiation begin(Keys keys, int header, int index, byte[] ephemeral, byte[] timestamp)
            throws InvalidKeyException {
        Initiation initiation = new Initiation(keys, index, ephemeral);
        initiation.write(header, timestamp);
        return initiation;
    }

    private void write(int header, byte[] timestamp) throws InvalidKeyException {
        LittleEndian.putInt(message, 0, header);
        LittleEndian.putInt(message, SENDER_AT, index);
        byte[] ephemeralPublic = X25519.publicKey(ephemeral);
        put(ephemeralPublic, EPHEMERAL_AT);
        state.mixEphemeral(ephemeralPublic);
        state.mixAgreement(ephemeral, keys.theirPublic());
        put(state.encryptAndHash(keys.ourPublic()), STATIC_AT);
        state.mixAgreement(keys.ourPrivate(), keys.theirPublic());
        put(state.encryptAndHash(timestamp), TIMESTAMP_AT);
    }

    private void put(byte[] bytes, int at) {
        System.arraycopy(bytes, 0, message, at, bytes.length);
    }

    int index() {
        return index;
    }

    /** The message, its MACs still zero. */
    byte[] message() {
        return message.clone();
    }

    /**
     * The session that a response makes (section 5.4.3).
     *
     * @throws GeneralSecurityException where it is not the peer's answer to this
     */
    SessionKeys finish(byte[] response) throws GeneralSecurityException {
        NoiseState then = state.copy();
        byte[] theirEphemeral = Arrays.copyOfRange(response, RESPONSE_EPHEMERAL_AT, RESPONSE_EMPTY_AT);
        then.mixEphemeral(theirEphemeral);
        then.mixAgreement(ephemeral, theirEphemeral);
        then.mixAgreement(keys.ourPrivate(), theirEphemeral);
        then.mixKeyAndHash(keys.preshared());
        then.decryptAndHash(Arrays.copyOfRange(response, RESPONSE_EMPTY_AT, RESPONSE_MACS_AT));
        byte[][] split = then.split();
        return new SessionKeys(index, LittleEndian.getInt(response, SENDER_AT), split[0], split[1]);
    }
}
