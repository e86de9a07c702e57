package org.byway.control;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import jdk.net.ExtendedSocketOptions;

/** A connection over a Unix domain socket, closed when its time is over; lines end with a line feed. */
final class LocalChannel implements Closeable {
    private final SocketChannel channel;
    private final InputStream in;
    private final Thread deadline;

    private LocalChannel(SocketChannel channel, Duration time) {
        this.channel = channel;
        this.in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
        this.deadline = Thread.ofVirtual().name("byway-control-deadline").start(() -> closeAfter(channel, time));
    }

    static LocalChannel connect(Path socket, Duration time) throws IOException {
        return new LocalChannel(SocketChannel.open(UnixDomainSocketAddress.of(socket)), time);
    }

    static LocalChannel accept(ServerSocketChannel listener, Duration time) throws IOException {
        return new LocalChannel(listener.accept(), time);
    }

    /** Whether the other side is the user whom the socket's file belongs to; true where the system cannot tell. */
    boolean isOfOwner(Path socket) throws IOException {
        if (!channel.supportedOptions().contains(ExtendedSocketOptions.SO_PEERCRED)) {
            return true;
        }
        return channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().equals(Files.getOwner(socket));
    }

    /** The text up to the next line feed; longer than the limit is refused. */
    String readLine(int mostBytes) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the line has no end");
            } else if (line.size() == mostBytes) {
                throw new IOException("the line is too long");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    byte[] read(int bytes) throws IOException {
        byte[] content = in.readNBytes(bytes);
        if (content.length < bytes) {
            throw new EOFException("the body is cut");
        }
        return content;
    }

    void writeLine(String line) throws IOException {
        write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void write(byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    @Override
    public void close() throws IOException {
        deadline.interrupt();
        channel.close();
    }

    private static void closeAfter(SocketChannel channel, Duration time) {
        try {
            Thread.sleep(time);
            channel.close();
        } catch (InterruptedException doneInTime) {
            Thread.currentThread().interrupt();
        } catch (IOException isClosed) {
            // which is what was wanted
        }
    }
}
