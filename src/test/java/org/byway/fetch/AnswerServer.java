package org.byway.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ServerSocketFactory;

/** Answers each connection once, with bytes made from the head of the request, and closes it; silent where there are none. */
public final class AnswerServer implements AutoCloseable {
    static final byte[] SILENCE = {0};

    private final ServerSocket server;
    private final Function<String, byte[]> answers;
    private final List<String> heads = new CopyOnWriteArrayList<>();

    public AnswerServer(Function<String, byte[]> answers) throws IOException {
        this(ServerSocketFactory.getDefault(), answers);
    }

    AnswerServer(ServerSocketFactory sockets, Function<String, byte[]> answers) throws IOException {
        this.server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.answers = answers;
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The heads of all requests so far. */
    List<String> heads() {
        return heads;
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A whole answer with this body. */
    public static byte[] ok(String body) {
        return bytes("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> answer(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket client) {
        try (client) {
            String head = head(client);
            heads.add(head);
            byte[] answer = answers.apply(head);
            if (Arrays.equals(answer, SILENCE)) {
                client.getInputStream().readAllBytes();
            }
            client.getOutputStream().write(answer);
            client.getOutputStream().flush();
        } catch (IOException clientLeft) {
            // the test sees it on the other side
        }
    }

    private static String head(Socket client) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = client.getInputStream().read();
            if (next < 0) {
                throw new IOException("closed");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
