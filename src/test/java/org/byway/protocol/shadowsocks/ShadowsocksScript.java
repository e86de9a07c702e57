package org.byway.protocol.shadowsocks;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.byway.model.HostPort;
import org.byway.model.Secret;
import org.byway.model.endpoint.Login;
import org.byway.model.endpoint.ShadowsocksEndpoint;
import org.byway.model.endpoint.ShadowsocksMethod;
import org.byway.net.ServerPacketDialer;
import org.byway.net.StreamDialer;
import org.byway.net.Upstream;
import org.byway.protocol.ProxyScript;
import org.byway.testing.Conversation;

/** A server of SIP004, which says nothing until the destination does. */
record ShadowsocksScript(ShadowsocksMethod method, String password) implements ProxyScript {
    static final String PASSWORD = "barfoo!";

    @Override
    public Upstream upstream(StreamDialer carrier, HostPort server, Optional<Login> login, Duration deadline) {
        return ShadowsocksUpstream.over(carrier, new ServerPacketDialer(),
                new ShadowsocksEndpoint(server, method, Secret.of(PASSWORD)));
    }

    @Override
    public Conversation accept(Conversation client) throws IOException {
        return client.inside(socket -> new Conversation(socket, new Opened(socket), new Sealed(socket),
                socket::shutdownOutput));
    }

    /** SIP004: "the first payload starts with the target address". */
    @Override
    public String beforeYes(Conversation client) throws IOException {
        String host = switch (client.read(1)[0]) {
            case 3 -> new String(client.read(client.read(1)[0]), StandardCharsets.US_ASCII);
            case 1 -> "v4 " + client.read(4).length;
            default -> "v6 " + client.read(16).length;
        };
        byte[] port = client.read(2);
        return host + ":" + ((port[0] & 0xff) << 8 | (port[1] & 0xff));
    }

    @Override
    public byte[] yes() {
        return new byte[0];
    }

    private final class Opened extends InputStream {
        private final InputStream raw;
        private Optional<PeerCipher> cipher = Optional.empty();
        private byte[] chunk = new byte[0];
        private int at;

        Opened(Socket socket) throws IOException {
            raw = socket.getInputStream();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (length > 0 && at == chunk.length && !nextChunk()) {
                return -1;
            }
            int count = Math.min(length, chunk.length - at);
            System.arraycopy(chunk, at, into, from, count);
            at += count;
            return count;
        }

        private boolean nextChunk() throws IOException {
            if (cipher.isEmpty()) {
                cipher = Optional.of(new PeerCipher(method, password, whole(method.keyBytes())));
            }
            byte[] sealedLength = raw.readNBytes(18);
            if (sealedLength.length == 0) {
                return false;
            }
            byte[] length = cipher.get().open(sealedLength);
            int bytes = (length[0] & 0xff) << 8 | (length[1] & 0xff);
            if (bytes > 0x3fff) {
                throw new AssertionError("a length beyond the cap: " + bytes);
            }
            chunk = cipher.get().open(whole(bytes + 16));
            at = 0;
            return true;
        }

        private byte[] whole(int bytes) throws IOException {
            byte[] read = raw.readNBytes(bytes);
            if (read.length < bytes) {
                throw new EOFException();
            }
            return read;
        }
    }

    private final class Sealed extends OutputStream {
        private final OutputStream raw;
        private Optional<PeerCipher> cipher = Optional.empty();

        Sealed(Socket socket) throws IOException {
            raw = socket.getOutputStream();
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[]{(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (cipher.isEmpty() && length > 0) {
                byte[] salt = new byte[method.keyBytes()];
                new SecureRandom().nextBytes(salt);
                cipher = Optional.of(new PeerCipher(method, password, salt));
                raw.write(salt);
            }
            for (int at = from; at < from + length; at += 0x3fff) {
                byte[] payload = Arrays.copyOfRange(bytes, at, Math.min(at + 0x3fff, from + length));
                raw.write(cipher.orElseThrow().chunk(payload));
            }
        }
    }
}
