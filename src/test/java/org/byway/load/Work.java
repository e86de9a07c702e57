package org.byway.load;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.byway.bench.Chain;
import org.byway.bench.LoadServer;
import org.byway.bench.Pattern;
import org.byway.bench.Stream;
import org.byway.bench.WrongBytesException;
import org.byway.model.HostPort;
import org.byway.testing.SocksDatagrams;

/** What programs do with a forwarder, once each time; a stream that is cut is an {@link IOException}. */
enum Work {
    SHORT_EXCHANGE {
        @Override
        void once(Chain chain, RandomGenerator random) throws IOException {
            try (Socket socket = open(chain, random)) {
                exchange(Stream.over(socket, LoadServer.ECHO), 1 + random.nextInt(3), 0);
            }
        }
    },
    LONG_EXCHANGE {
        @Override
        void once(Chain chain, RandomGenerator random) throws IOException, InterruptedException {
            try (Socket socket = open(chain, random)) {
                exchange(Stream.over(socket, LoadServer.ECHO), 20 + random.nextInt(60), 250);
            }
        }
    },
    DOWNLOAD {
        @Override
        void once(Chain chain, RandomGenerator random) throws IOException {
            try (Socket socket = open(chain, random)) {
                read(Stream.over(socket, LoadServer.SEND), random.nextLong(8L << 20), 0);
            }
        }
    },
    UPLOAD {
        @Override
        void once(Chain chain, RandomGenerator random) throws IOException {
            try (Socket socket = open(chain, random)) {
                Stream stream = Stream.over(socket, LoadServer.COUNT);
                long sent = 0;
                for (int blocks = random.nextInt(24); blocks >= 0; blocks--) {
                    sent += Pattern.write(stream.out());
                }
                stream.finish();
                long arrived = ByteBuffer.wrap(Pattern.exactly(stream.in(), Long.BYTES)).getLong();
                if (arrived != sent) {
                    throw new WrongBytesException(arrived + " of " + sent + " bytes arrived");
                }
            }
        }
    },
    SLOW_READER {
        @Override
        void once(Chain chain, RandomGenerator random) throws IOException, InterruptedException {
            try (Socket socket = open(chain, random)) {
                read(Stream.over(socket, LoadServer.SEND), 4L << 20, 10 + random.nextInt(40));
            }
        }
    },
    RESET_IN_THE_MIDDLE {
        @Override
        void once(Chain chain, RandomGenerator random) throws IOException {
            try (Socket socket = open(chain, random)) {
                read(Stream.over(socket, random.nextBoolean() ? LoadServer.SEND : LoadServer.ECHO), 0, 0);
                socket.setSoLinger(true, 0);
            }
        }
    },
    DROPPED_BEFORE_THE_REQUEST {
        @Override
        void once(Chain chain, RandomGenerator random) throws IOException {
            try (Socket socket = Opening.connect(chain)) {
                socket.getOutputStream().write(Arrays.copyOf(new byte[]{5, 1, 0, 5, 1, 0, 3, 9}, random.nextInt(9)));
                socket.setSoLinger(true, 0);
            }
        }
    },
    PLAIN_HTTP {
        @Override
        void once(Chain chain, RandomGenerator random) throws IOException {
            try (Socket socket = Opening.connect(chain)) {
                for (int requests = 1 + random.nextInt(6); requests > 0; requests--) {
                    int bytes = random.nextInt(HttpSite.LARGEST);
                    if (random.nextInt(3) == 0) {
                        HttpSite.post(socket.getInputStream(), socket.getOutputStream(), host(random), bytes);
                    } else {
                        HttpSite.get(socket.getInputStream(), socket.getOutputStream(), host(random), bytes,
                                random.nextBoolean());
                    }
                }
            }
        }
    },
    DATAGRAMS {
        @Override
        void once(Chain chain, RandomGenerator random) throws IOException {
            try (SocksDatagrams datagrams = SocksDatagrams.through(new HostPort("127.0.0.1", chain.port()))) {
                for (int count = 1 + random.nextInt(20); count > 0; count--) {
                    byte[] sent = new byte[random.nextInt(1_300)];
                    random.nextBytes(sent);
                    if (!Arrays.equals(sent, datagrams.send(new HostPort("192.0.2.7", 7_777), sent).receive())) {
                        throw new WrongBytesException("a wrong datagram");
                    }
                }
            }
        }
    };

    private static final List<Opening> OPENINGS = List.of(Opening.values());
    private static final int HOSTS = 10;

    abstract void once(Chain chain, RandomGenerator random) throws IOException, InterruptedException;

    private static String host(RandomGenerator random) {
        return "host" + random.nextInt(HOSTS) + ".example";
    }

    private static Socket open(Chain chain, RandomGenerator random) throws IOException {
        return OPENINGS.get(random.nextInt(OPENINGS.size())).open(chain, host(random));
    }

    private static void exchange(Stream stream, int times, int pauseMillis) throws IOException {
        for (int i = 0; i < times; i++) {
            stream.exchange(i);
            pause(pauseMillis);
        }
    }

    private static void read(Stream stream, long bytes, int pauseMillis) throws IOException {
        Pattern.Checker checker = new Pattern.Checker();
        while (checker.count() < bytes) {
            if (!checker.read(stream.in())) {
                throw new IOException("cut after " + checker.count());
            }
            pause(pauseMillis);
        }
    }

    private static void pause(int millis) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
