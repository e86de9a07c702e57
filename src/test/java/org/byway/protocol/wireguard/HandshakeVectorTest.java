package org.byway.protocol.wireguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.byway.crypto.X25519;
import org.junit.jupiter.api.Test;

/** A whole handshake with fixed keys, byte for byte, seen from both sides. */
class HandshakeVectorTest {
    private static final byte[] INITIATOR = filled(0x11);
    private static final byte[] INITIATOR_EPHEMERAL = filled(0x22);
    private static final byte[] RESPONDER = filled(0x33);
    private static final byte[] RESPONDER_EPHEMERAL = filled(0x44);
    private static final byte[] PRESHARED = filled(0x55);
    private static final int INITIATOR_INDEX = 0x01020304;
    private static final int RESPONDER_INDEX = 0x0a0b0c0d;
    private static final String INITIATION = "01000000040302010faa684ed28867b97f4a6a2dee5df8ce974e76b7018e3f22a1c4cf2678570f20"
            + "3d95fc552c29d1bed66597b8ccddb5766350b66aad8baf1f3be1ddc6d207869c1b35fcf9165dca7274c2fc8309478ea5"
            + "a698d106dde47e0325181bc100185094f7a123629882675ee6ca90bc65032f0dc43176baba3b827d9346395a"
            + "00".repeat(16);
    private static final String RESPONSE = "020000000d0c0b0a04030201ff2ee45601ec1b67310c7790404585ae697331eee1c1f8cf2419731c1fff3e6b"
            + "9c9b6f7e38116dd87af0a57a028f4de840550420acbde9665d620ccd71c82b19" + "00".repeat(16);

    @Test
    void initiationIsTheVectors() throws Exception {
        byte[] message = initiation().message();
        new Macs(initiatorKeys()).seal(message, 0);

        assertThat(hex(message)).isEqualTo(INITIATION);
    }

    @Test
    void responderReadsTheInitiationAndAnswersAsTheVectorDoes() throws Exception {
        ReceivedInitiation received = received();
        assertThat(received.theirStatic()).isEqualTo(X25519.publicKey(INITIATOR));
        assertThat(received.timestamp(responderKeys())).isEqualTo(timestamp());
        ReceivedInitiation.Answer answer = received.answer(responderKeys(), 2, RESPONDER_INDEX, RESPONDER_EPHEMERAL);
        new Macs(responderKeys()).seal(answer.message(), 0);

        assertThat(hex(answer.message())).isEqualTo(RESPONSE);
        assertThat(hex(answer.keys().receiving()))
                .isEqualTo("5f075f069554f345e5fb51f218db2396505fb732ea3a6bbc7b89a74db3264eaf");
    }

    @Test
    void initiatorTakesTheResponse() throws Exception {
        SessionKeys keys = initiation().finish(bytes(RESPONSE));

        assertThat(keys.ourIndex()).isEqualTo(INITIATOR_INDEX);
        assertThat(keys.theirIndex()).isEqualTo(RESPONDER_INDEX);
        assertThat(hex(keys.sending()))
                .isEqualTo("5f075f069554f345e5fb51f218db2396505fb732ea3a6bbc7b89a74db3264eaf");
        assertThat(hex(keys.receiving()))
                .isEqualTo("087a4496ac383e7755f26a7f16fb89d546014bacbfa7369ede7f7de61aa43147");
    }

    @Test
    void firstKeepaliveIsTheVectors() throws Exception {
        Session session = new Session(initiation().finish(bytes(RESPONSE)), true, 0);
        ByteBuf keepalive = new TransportWriter(new Disguise(Optional.empty()), 1420).writeEmpty(session);

        assertThat(ByteBufUtil.hexDump(keepalive))
                .isEqualTo("040000000d0c0b0a0000000000000000ed8681812449bd535494a6c3bc2ff983");
        keepalive.release();
    }

    @Test
    void everyChangedByteOfAResponseIsRefusedAndTheRightOneIsTakenAfterwards() throws Exception {
        Initiation initiation = initiation();
        for (int at = 12; at < 60; at++) {
            byte[] changed = bytes(RESPONSE);
            changed[at] ^= 1;
            assertThatThrownBy(() -> initiation.finish(changed)).as("byte " + at)
                    .isInstanceOf(GeneralSecurityException.class);
        }

        assertThat(initiation.finish(bytes(RESPONSE)).theirIndex()).isEqualTo(RESPONDER_INDEX);
    }

    @Test
    void everyChangedByteOfAnInitiationIsRefused() {
        for (int at = 8; at < 116; at++) {
            byte[] changed = bytes(INITIATION);
            changed[at] ^= 1;
            assertThatThrownBy(() -> ReceivedInitiation.read(RESPONDER, X25519.publicKey(RESPONDER), changed)
                    .timestamp(responderKeys())).as("byte " + at).isInstanceOf(GeneralSecurityException.class);
        }
    }

    @Test
    void onlyWhoKnowsThePublicKeyMakesTheFirstCode() {
        assertThat(new Macs(responderKeys()).isForUs(bytes(INITIATION))).isTrue();
        assertThat(new Macs(initiatorKeys()).isForUs(bytes(INITIATION))).isFalse();
        assertThat(new Macs(initiatorKeys()).isForUs(bytes(RESPONSE))).isTrue();
    }

    private static Initiation initiation() throws Exception {
        return Initiation.begin(initiatorKeys(), 1, INITIATOR_INDEX, INITIATOR_EPHEMERAL, timestamp());
    }

    private static ReceivedInitiation received() throws Exception {
        return ReceivedInitiation.read(RESPONDER, X25519.publicKey(RESPONDER), bytes(INITIATION));
    }

    private static byte[] timestamp() {
        return Timestamps.bytes(Instant.ofEpochSecond(1_700_000_000));
    }

    private static Keys initiatorKeys() {
        return new Keys(INITIATOR, X25519.publicKey(RESPONDER), Optional.of(PRESHARED));
    }

    private static Keys responderKeys() {
        return new Keys(RESPONDER, X25519.publicKey(INITIATOR), Optional.of(PRESHARED));
    }

    private static byte[] filled(int value) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) value);
        return key;
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
