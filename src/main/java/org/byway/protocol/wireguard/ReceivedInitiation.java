package org.byway.protocol.wireguard;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Arrays;
import org.byway.crypto.LittleEndian;
import org.byway.crypto.NoiseState;
import org.byway.crypto.X25519;

/** A handshake that a peer began (section 5.4.2), and our response to it. */
final class ReceivedInitiation {
    private static final int SENDER_AT = 4;
    private static final int EPHEMERAL_AT = 8;
    private static final int STATIC_AT = 40;
    private static final int TIMESTAMP_AT = 88;
    private static final int MACS_AT = 116;
    private static final int RESPONSE_RECEIVER_AT = 8;
    private static final int RESPONSE_EPHEMERAL_AT = 12;
    private static final int RESPONSE_EMPTY_AT = 44;
    private static final byte[] NOTHING = new byte[0];

    private final NoiseState state;
    private final int theirIndex;
    private final byte[] theirEphemeral;
    private final byte[] theirStatic;
    private final byte[] sealedTimestamp;

    private ReceivedInitiation(NoiseState state, byte[] message, byte[] theirStatic) {
        this.state = state;
        this.theirIndex = LittleEndian.getInt(message, SENDER_AT);
        this.theirEphemeral = Arrays.copyOfRange(message, EPHEMERAL_AT, STATIC_AT);
        this.theirStatic = theirStatic;
        this.sealedTimestamp = Arrays.copyOfRange(message, TIMESTAMP_AT, MACS_AT);
    }

    /**
     * Reads who it is.
     *
     * @throws GeneralSecurityException where it was not made for our key
     */
    static ReceivedInitiation read(byte[] ourPrivate, byte[] ourPublic, byte[] message)
            throws GeneralSecurityException {
        NoiseState state = Noise.towards(ourPublic);
        byte[] ephemeral = Arrays.copyOfRange(message, EPHEMERAL_AT, STATIC_AT);
        state.mixEphemeral(ephemeral);
        state.mixAgreement(ourPrivate, ephemeral);
        byte[] theirs = state.decryptAndHash(Arrays.copyOfRange(message, STATIC_AT, TIMESTAMP_AT));
        return new ReceivedInitiation(state, message, theirs);
    }

    byte[] theirStatic() {
        return theirStatic;
    }

    /**
     * When it was made, as TAI64N.
     *
     * @throws GeneralSecurityException where it does not come from whom it says
     */
    byte[] timestamp(Keys keys) throws GeneralSecurityException {
        state.mixAgreement(keys.ourPrivate(), keys.theirPublic());
        return state.decryptAndHash(sealedTimestamp);
    }

    /** A response, its MACs still zero, and the session that it makes. */
    static final class Answer {
        private final byte[] message = new byte[MessageKind.RESPONSE.size()];
        private final SessionKeys keys;

        private Answer(SessionKeys keys) {
            this.keys = keys;
        }

        byte[] message() {
            return message;
        }

        SessionKeys keys() {
            return keys;
        }
    }

    /**
     * Answers (section 5.4.3), once the timestamp was read.
     *
     * @param ephemeral a fresh private key
     * @throws InvalidKeyException where the peer's keys are none
     */
    Answer answer(Keys keys, int header, int index, byte[] ephemeral) throws InvalidKeyException {
        byte[] ephemeralPublic = X25519.publicKey(ephemeral);
        state.mixEphemeral(ephemeralPublic);
        state.mixAgreement(ephemeral, theirEphemeral);
        state.mixAgreement(ephemeral, keys.theirPublic());
        state.mixKeyAndHash(keys.preshared());
        byte[] empty = state.encryptAndHash(NOTHING);
        byte[][] split = state.split();
        Answer answer = new Answer(new SessionKeys(index, theirIndex, split[1], split[0]));
        LittleEndian.putInt(answer.message, 0, header);
        LittleEndian.putInt(answer.message, SENDER_AT, index);
        LittleEndian.putInt(answer.message, RESPONSE_RECEIVER_AT, theirIndex);
        System.arraycopy(ephemeralPublic, 0, answer.message, RESPONSE_EPHEMERAL_AT, ephemeralPublic.length);
        System.arraycopy(empty, 0, answer.message, RESPONSE_EMPTY_AT, empty.length);
        return answer;
    }
}
