package org.byway.real;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.byway.testing.Conversation;
import org.byway.testing.LoopbackServer;

/** A page whose script talks over a WebSocket (RFC 6455) and shows what came back; loading ends when it has. */
final class WebSocketSite implements AutoCloseable {
    private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: *(\\S+)");
    private static final String PAGE = """
            <!doctype html><p id=said></p><script>
            const socket = new WebSocket('ws://' + location.host + '/socket');
            socket.onopen = () => socket.send('hello');
            socket.onmessage = it => { document.getElementById('said').textContent += 'echo ' + it.data + ' '; socket.send('end'); };
            </script><img src=/wait>""";

    private final CountDownLatch echoed = new CountDownLatch(1);
    private final LoopbackServer server = new LoopbackServer(this::serve);

    String url() {
        return "http://localhost:" + server.address().port() + "/";
    }

    private void serve(Conversation client) throws IOException {
        String head = client.readHead();
        Matcher key = KEY.matcher(head);
        if (key.find()) {
            upgrade(client, key.group(1));
        } else {
            boolean isPage = head.contains(" / HTTP/1.1");
            if (!isPage) {
                awaitEcho();
            }
            client.send(
                    "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/html\r\n\r\n" + (isPage ? PAGE : ""));
        }
    }

    /** RFC 6455, sections 4.2.2 and 5.2: short masked frames come, and go back unmasked; after the second all is well. */
    private void upgrade(Conversation client, String key) throws IOException {
        client.send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n");
        for (int frame = 0; frame < 2; frame++) {
            byte[] header = client.read(2);
            byte[] mask = client.read(4);
            byte[] text = client.read(header[1] & 0x7f);
            for (int i = 0; i < text.length; i++) {
                text[i] ^= mask[i % 4];
            }
            client.send(header[0], (byte) text.length).send(text);
        }
        echoed.countDown();
        client.readToEnd();
    }

    private static String accept(String key) {
        try {
            byte[] joined = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(joined));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void awaitEcho() {
        try {
            echoed.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
