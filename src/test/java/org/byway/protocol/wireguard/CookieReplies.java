package org.byway.protocol.wireguard;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.byway.crypto.Blake2s;
import org.byway.crypto.XChaCha20Poly1305;

/** What a server under load answers to an initiation (section 5.4.7), and what it then expects. */
final class CookieReplies {
    private static final byte[] COOKIE = "sixteen bytes ok".getBytes(StandardCharsets.US_ASCII);

    private CookieReplies() {}

    static ByteBuf to(ByteBuf initiation, byte[] serverPublicKey) {
        byte[] message = ByteBufUtil.getBytes(initiation);
        byte[] mac1 = Arrays.copyOfRange(message, 116, 132);
        byte[] key = Blake2s.hash("cookie--".getBytes(StandardCharsets.US_ASCII), serverPublicKey);
        byte[] nonce = new byte[XChaCha20Poly1305.NONCE_BYTES];
        Arrays.fill(nonce, (byte) 9);
        return Unpooled.buffer().writeIntLE(3).writeBytes(message, 4, 4).writeBytes(nonce)
                .writeBytes(XChaCha20Poly1305.seal(key, nonce, COOKIE, mac1));
    }

    static boolean hasSecondCode(ByteBuf message) {
        byte[] bytes = ByteBufUtil.getBytes(message);
        return !Arrays.equals(Arrays.copyOfRange(bytes, bytes.length - 16, bytes.length), new byte[16]);
    }

    static boolean isSecondCodeRight(ByteBuf message) {
        byte[] bytes = ByteBufUtil.getBytes(message);
        return Arrays.equals(Arrays.copyOfRange(bytes, bytes.length - 16, bytes.length),
                Blake2s.mac(COOKIE, 16, Arrays.copyOf(bytes, bytes.length - 16)));
    }
}
