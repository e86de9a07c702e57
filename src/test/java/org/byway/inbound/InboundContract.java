package org.byway.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.byway.testing.Eventually.eventually;

import io.netty.channel.Channel;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.byway.model.Destination;
import org.byway.model.HostPort;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Flow;
import org.byway.net.Stage;
import org.byway.testing.ChannelStream;
import org.byway.testing.Conversation;
import org.junit.jupiter.api.Test;

/** What every local listener promises to the programs of this computer, over real sockets. */
interface InboundContract {
    Destination TO = Destination.of("a.example", 443);

    /** The steps of a program that asks for {@link #TO}; an answer of {@link #answerBytes} follows each but the last. */
    List<String> steps();

    /** How many bytes answer the step. */
    int answerBytes(int step);

    /** The answer that the stream is open. */
    String yes();

    /** How the answer to a request begins that failed like this. */
    String no(DialException why);

    InboundWorld world();

    @Test
    default void requestIsHandedOver() throws IOException {
        try (Conversation _ = ask()) {
            assertThat(world().next().to()).isEqualTo(TO);
        }
    }

    @Test
    default void programIsAnsweredOnlyWhenTheFlowIs() throws IOException {
        try (Conversation program = ask()) {
            succeed(world().next());

            assertThat(text(program.read(yes().length()))).isEqualTo(yes());
        }
    }

    @Test
    default void wholeRequestInOnePacketIsTaken() throws IOException {
        try (Conversation program = Conversation.with(world().address())) {
            program.send(String.join("", steps()));

            assertThat(world().next().to()).isEqualTo(TO);
        }
    }

    @Test
    default void requestByteByByteIsTaken() throws IOException {
        try (Conversation program = Conversation.with(world().address())) {
            program.drip(String.join("", steps()).getBytes(StandardCharsets.ISO_8859_1));

            assertThat(world().next().to()).isEqualTo(TO);
        }
    }

    @Test
    default void payloadGluedToTheRequestReachesTheStream() throws IOException {
        try (Conversation program = Conversation.with(world().address())) {
            program.send(String.join("", steps()) + "early");

            assertThat(succeed(world().next()).receiveText(5)).isEqualTo("early");
        }
    }

    /** A program may speak before it was answered, in a packet of its own. */
    @Test
    default void payloadBeforeTheAnswerReachesTheStream() throws IOException {
        try (Conversation program = Conversation.with(world().address())) {
            program.send(String.join("", steps()));
            Flow flow = world().next();
            program.send("early");
            turnTheLoop(flow.client());

            assertThat(succeed(flow).receiveText(5)).isEqualTo("early");
        }
    }

    @Test
    default void bytesGoBothWaysAfterTheAnswer() throws IOException {
        try (Conversation program = ask()) {
            ChannelStream stream = succeed(world().next());
            program.read(yes().length());
            program.send("up");
            stream.send("down");

            assertThat(stream.receiveText(2)).isEqualTo("up");
            assertThat(text(program.read(4))).isEqualTo("down");
        }
    }

    /** The code is a table of its own; here: that it reaches the program, and that the connection ends after it. */
    @Test
    default void everyFailureIsAnsweredWithItsCode() throws IOException {
        for (Fault fault : Fault.values()) {
            for (Blame blame : Blame.values()) {
                DialException why = new DialException(Stage.REQUEST, blame, fault);
                try (Conversation program = ask()) {
                    Flow flow = world().next();
                    flow.client().eventLoop().execute(() -> flow.reply().failed(why));

                    assertThat(text(program.readToEnd())).startsWith(no(why));
                }
            }
        }
    }

    @Test
    default void malformedInputClosesThatConnectionAndNothingElse() throws IOException {
        Random random = new Random(1);
        try (Conversation good = ask()) {
            ChannelStream stream = succeed(world().next());
            good.read(yes().length());
            for (int i = 0; i < 50; i++) {
                byte[] garbage = new byte[1 + random.nextInt(300)];
                random.nextBytes(garbage);
                try (Conversation bad = Conversation.with(world().address())) {
                    bad.send(steps().getFirst().substring(0, steps().getFirst().length() - 1)).send(garbage).finish();
                    bad.endsWithReset();
                }
            }
            good.send("still here");

            assertThat(stream.receiveText(10)).isEqualTo("still here");
        }
    }

    @Test
    default void programThatResetsHarmsNobody() throws IOException {
        Conversation.with(world().address()).send(steps().getFirst()).reset();

        try (Conversation _ = ask()) {
            assertThat(world().next().to()).isEqualTo(TO);
        }
    }

    @Test
    default void programThatSaysNothingIsClosedAtTheDeadline() throws IOException {
        try (InboundWorld impatient = new InboundWorld(Duration.ofMillis(50));
                Conversation program = Conversation.with(impatient.address())) {
            assertThat(program.readToEnd()).isEmpty();
        }
    }

    @Test
    default void onlyTheLoopbackIsListenedOn() {
        assertThat(world().address().host()).isEqualTo("127.0.0.1");
        assertThat(world().inbound().bindAnywhere("0.0.0.0").awaitUninterruptibly().isSuccess()).isFalse();
        assertThat(world().inbound().bindAnywhere("192.0.2.1").awaitUninterruptibly().isSuccess()).isFalse();
    }

    @Test
    default void otherAddressOfTheLoopbackIsNotListenedOn() {
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 0, 2}),
                        world().address().port()), 1000);
            }
        });
    }

    @Test
    default void takenPortFailsWithABindException() {
        try (InboundWorld other = new InboundWorld(Duration.ofSeconds(10))) {
            assertThat(other.inbound().bind(world().address()).awaitUninterruptibly().cause())
                    .isInstanceOf(BindException.class);
        }
    }

    @Test
    default void nameInsteadOfAnAddressFailsAsAFuture() {
        assertThat(world().inbound().bind(new HostPort("localhost", 1080)).awaitUninterruptibly().isSuccess())
                .isFalse();
    }

    @Test
    default void closingEndsEveryConnection() throws IOException {
        try (Conversation asking = Conversation.with(world().address());
                Conversation waiting = ask();
                Conversation open = ask()) {
            world().next();
            succeed(world().next());
            asking.send(steps().getFirst().substring(0, 1));
            eventually("three are accepted", () -> world().accepted() >= 2);
            world().inbound().close().syncUninterruptibly();

            assertThat(List.of(ends(asking), ends(waiting), ends(open))).doesNotContain(false);
        }
    }

    @Test
    default void closedListenerRefusesConnections() {
        world().inbound().close().syncUninterruptibly();

        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> Conversation.with(world().address()).close());
    }

    @Test
    default void samePortCanBeListenedOnAgainAtOnce() throws IOException {
        try (Conversation program = ask()) {
            succeed(world().next());
            world().inbound().close().syncUninterruptibly();
            program.endsWithReset();
        }
        try (InboundWorld next = new InboundWorld(Duration.ofSeconds(10), world().address())) {
            assertThat(next.address()).isEqualTo(world().address());
        }
    }

    private Conversation ask() throws IOException {
        Conversation program = Conversation.with(world().address());
        for (int i = 0; i < steps().size(); i++) {
            program.send(steps().get(i));
            if (i < steps().size() - 1) {
                program.read(answerBytes(i));
            }
        }
        return program;
    }

    /** Lets the channel's loop look at its sockets a few times, so that it reads what it must not read yet. */
    private static void turnTheLoop(Channel channel) {
        for (int turn = 0; turn < 20; turn++) {
            channel.eventLoop().schedule(() -> {}, 1, TimeUnit.MILLISECONDS).syncUninterruptibly();
        }
    }

    private static ChannelStream succeed(Flow flow) {
        flow.client().eventLoop().submit(() -> flow.reply().succeeded()).syncUninterruptibly();
        return ChannelStream.over(flow.client());
    }

    private static boolean ends(Conversation program) throws IOException {
        program.endsWithReset();
        return true;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
