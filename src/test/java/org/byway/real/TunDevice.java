package org.byway.real;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.byway.netstack.PacketDevice;

/** The kernel's own end of a link for IP packets: what is sent here arrives there, at an interface that can be moved into a namespace. Needs root. */
@SuppressWarnings("restricted") // the system's calls for such devices are not in the JDK
final class TunDevice implements PacketDevice, AutoCloseable {
    private static final int READ_WRITE_NONBLOCKING = 0x802;
    private static final int TUNSETIFF = 0x4004_54ca;
    private static final short TUN_WITHOUT_PACKET_INFO = 0x1001;
    private static final int INTERFACE_REQUEST_BYTES = 40;
    private static final int FLAGS_AT = 16;
    private static final short POLLIN = 1;
    private static final int POLL_MILLIS = 100;
    private static final int LARGEST = 65_536;

    private static final MethodHandle OPEN = call("open", FunctionDescriptor.of(ValueLayout.JAVA_INT,
            ValueLayout.ADDRESS, ValueLayout.JAVA_INT), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle IOCTL = call("ioctl", FunctionDescriptor.of(ValueLayout.JAVA_INT,
            ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle READ = call("read", FunctionDescriptor.of(ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
    private static final MethodHandle WRITE = call("write", FunctionDescriptor.of(ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
    private static final MethodHandle POLL = call("poll", FunctionDescriptor.of(ValueLayout.JAVA_INT,
            ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));
    private static final MethodHandle CLOSE = call("close", FunctionDescriptor.of(ValueLayout.JAVA_INT,
            ValueLayout.JAVA_INT));

    private final int descriptor;
    private final int mtu;
    private final EventLoop loop;
    private final Thread reader;
    private final Queue<ByteBuf> arrived = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isHandOverSet = new AtomicBoolean();
    private volatile boolean isOpen = true;
    private Consumer<ByteBuf> sink = ByteBuf::release;

    TunDevice(String name, int mtu, EventLoop loop) throws IOException {
        this.mtu = mtu;
        this.loop = loop;
        try (Arena arena = Arena.ofConfined()) {
            descriptor = (int) OPEN.invokeExact(arena.allocateFrom("/dev/net/tun"), READ_WRITE_NONBLOCKING);
            MemorySegment request = arena.allocate(INTERFACE_REQUEST_BYTES);
            request.setString(0, name);
            request.set(ValueLayout.JAVA_SHORT, FLAGS_AT, TUN_WITHOUT_PACKET_INFO);
            if (descriptor < 0 || (int) IOCTL.invokeExact(descriptor, (long) TUNSETIFF, request) < 0) {
                throw new IOException("no TUN device can be made here");
            }
        } catch (IOException failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
        reader = Thread.ofPlatform().daemon().name("tun-reader").start(this::readAll);
    }

    private static MethodHandle call(String name, FunctionDescriptor shape, Linker.Option... options) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), shape, options);
    }

    @Override
    public void send(ByteBuf packet) {
        try {
            long written = (long) WRITE.invokeExact(descriptor,
                    MemorySegment.ofBuffer(packet.internalNioBuffer(packet.readerIndex(), packet.readableBytes())),
                    (long) packet.readableBytes());
            assert written != 0;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            packet.release();
        }
    }

    @Override
    public void flush() {}

    @Override
    public void receive(Consumer<ByteBuf> taker) {
        sink = taker;
    }

    @Override
    public int mtu() {
        return mtu;
    }

    private void readAll() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment poll = arena.allocate(8);
            poll.set(ValueLayout.JAVA_INT, 0, descriptor);
            poll.set(ValueLayout.JAVA_SHORT, 4, POLLIN);
            MemorySegment space = arena.allocate(LARGEST);
            while (isOpen) {
                int ready = (int) POLL.invokeExact(poll, 1L, POLL_MILLIS);
                long length = ready > 0 ? (long) READ.invokeExact(descriptor, space, (long) LARGEST) : -1;
                while (length > 0) {
                    arrived.add(ByteBufAllocator.DEFAULT.directBuffer((int) length)
                            .writeBytes(space.asSlice(0, length).asByteBuffer()));
                    if (isHandOverSet.compareAndSet(false, true)) {
                        loop.execute(this::handOver);
                    }
                    length = (long) READ.invokeExact(descriptor, space, (long) LARGEST);
                }
            }
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void handOver() {
        isHandOverSet.set(false);
        for (ByteBuf packet = arrived.poll(); packet != null; packet = arrived.poll()) {
            sink.accept(packet);
        }
    }

    @Override
    public void close() {
        isOpen = false;
        try {
            reader.join();
            int closed = (int) CLOSE.invokeExact(descriptor);
            assert closed == 0;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
        loop.submit(() -> List.copyOf(arrived).forEach(ByteBuf::release)).awaitUninterruptibly();
    }
}
