package org.byway.simulation;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.byway.model.Destination;
import org.byway.net.DialException;
import org.byway.net.Flow;
import org.byway.net.FlowHandler;
import org.byway.net.FlowReply;

/**
 * Opens a page, reads it, opens the next. A page is several requests, and each is made again until it is answered, as
 * browsers and messengers do: after 1, 2, 4, 8 s.
 */
final class Person {
    private static final int REQUESTS = 6;
    private static final double READING_SECONDS = 20;
    private static final Duration GIVEN_UP = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 3;
    private static final byte[] QUESTION = "GET / HTTP/1.1\r\nHost: page.example\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    private final VirtualLoop loop;
    private final FlowHandler forwarder;
    private final RandomGenerator random;
    private final List<Gap> gaps = new ArrayList<>();
    private Duration latest = Duration.ZERO;
    private int missing;

    /** A time in which something was waited for and nothing came. */
    record Gap(Duration from, Duration until) {
        Duration length() {
            return until.minus(from);
        }
    }

    Person(VirtualLoop loop, FlowHandler forwarder, RandomGenerator random) {
        this.loop = loop;
        this.forwarder = forwarder;
        this.random = random;
    }

    void start() {
        latest = loop.now();
        missing = REQUESTS;
        for (int i = 0; i < REQUESTS; i++) {
            Destination to = Destination.of("host-" + random.nextInt(1000) + ".example", 443);
            new Request(to, 0).start();
        }
    }

    /** Up to now. */
    List<Gap> gaps() {
        List<Gap> all = new ArrayList<>(gaps);
        if (missing > 0) {
            all.add(new Gap(latest, loop.now()));
        }
        return all;
    }

    private void arrived() {
        gaps.add(new Gap(latest, loop.now()));
        latest = loop.now();
    }

    private void answered() {
        missing--;
        if (missing == 0) {
            double seconds = -READING_SECONDS * Math.log(1 - random.nextDouble());
            loop.after(Duration.ofMillis((long) (1000 * seconds)), this::start);
        }
    }

    private final class Request implements FlowReply {
        private final Destination to;
        private final int failures;
        private final VirtualChannel channel = new VirtualChannel(loop, this::received);
        private int left = Wire.ANSWER;
        private boolean isOver;

        Request(Destination to, int failures) {
            this.to = to;
            this.failures = failures;
        }

        void start() {
            channel.closeFuture().addListener(closed -> failed());
            loop.after(GIVEN_UP, this::failed);
            forwarder.open(new Flow(to, channel, this));
        }

        @Override
        public void succeeded() {
            loop.execute(() -> channel.receive(Unpooled.wrappedBuffer(QUESTION)));
        }

        @Override
        public void failed(DialException why) {
            failed();
        }

        private void received(int bytes) {
            left -= bytes;
            loop.execute(() -> {
                if (!isOver) {
                    arrived();
                    if (left <= 0) {
                        isOver = true;
                        channel.close();
                        answered();
                    }
                }
            });
        }

        private void failed() {
            if (!isOver) {
                isOver = true;
                channel.close();
                Duration pause = Duration.ofSeconds(1L << Math.min(failures, MOST_DOUBLINGS));
                loop.after(pause, () -> new Request(to, failures + 1).start());
            }
        }
    }
}
