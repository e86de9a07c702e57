package org.byway.engine.opening;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.byway.engine.standing.StandingStream;
import org.byway.engine.standing.TlsRecords;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Flow;
import org.byway.net.Relay;
import org.byway.net.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One request of a local program from its asking up to the first byte back: dials, answers the program when a dial is
 * ready, keeps what it says first, and says that again through another upstream where that is harmless and the first owes
 * an answer or has ended. Then the relay takes over. On the client's loop.
 */
final class Opening extends ChannelInboundHandlerAdapter implements Lane.Course {
    private static final int MOST_LANES = 3;
    /** So many that ended without a byte speak of the destination. */
    private static final int MOST_ENDED = 3;

    private final FlowOpener with;
    private final Flow flow;
    private final Channel client;
    private final EventLoop loop;
    private final DialRace race;
    private final FirstFlight flight = new FirstFlight();
    /** Ready and given what the program said; the first of them answers for all. */
    private final List<Lane> used = new ArrayList<>();
    /** Ready, should one of those fail. */
    private final List<Lane> spare = new ArrayList<>();
    private int ended;
    private int wanted;
    private @Nullable Future<?> budget;
    private @Nullable Future<?> patience;
    private boolean isAnswered;
    private boolean hasFinished;
    private boolean isOver;

    Opening(FlowOpener with, Flow flow) {
        this.with = with;
        this.flow = flow;
        this.client = flow.client();
        this.loop = client.eventLoop();
        this.race = new DialRace(with, flow.to(), loop, this, this::lost);
    }

    void start() {
        budget = loop.schedule(race::outOfTime, with.budget().toMillis(), TimeUnit.MILLISECONDS);
        client.closeFuture().addListener(gone -> end());
        if (!isOver) {
            race.next();
        }
    }

    @Override
    public void ready(Lane lane) {
        race.arrived(lane);
        with.standing().add(lane.through().id(), lane.channel());
        if (lane.isConfirmed() && used.isEmpty()) {
            race.stop(lane);
        }
        if (!isAnswered) {
            wanted = 1;
            answer();
        }
        if (isOver) {
            lane.drop();
        } else if (wanted > 0) {
            wanted--;
            use(lane);
        } else {
            spare.add(lane);
        }
    }

    @Override
    public void failed(Lane lane, DialException why) {
        race.failed(lane, why);
    }

    /** The one that returns a byte keeps the connection. */
    @Override
    public void answered(Lane lane) {
        race.stop(lane);
        used.stream().takeWhile(it -> it != lane).forEach(Lane::outrun);
        join(lane, lane.channel());
    }

    /** What may be said twice, and what was not said at all, goes through another. */
    @Override
    public boolean isReplaced(Lane lane) {
        if (!used.remove(lane)) {
            spare.remove(lane);
            return true;
        }
        ended++;
        if (!flight.maySay() || hasFinished || (used.isEmpty() && ended >= MOST_ENDED)) {
            join(lane, lane.channel());
            return false;
        }
        if (used.isEmpty()) {
            another();
        }
        return true;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf said = (ByteBuf) message;
        flight.add(said, context.alloc());
        List.copyOf(used).forEach(lane -> lane.say(said.retainedDuplicate())); // a lane may be found cut, and replaced
        said.release();
        if (used.isEmpty()) {
            client.config().setAutoRead(false);
        } else {
            flight.said();
        }
        if (flight.repeatable() == Repeatable.NO) {
            commit();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        List.copyOf(used).forEach(Lane::flush);
        if (flight.repeatable() == Repeatable.YES && !used.isEmpty()) {
            awaitAnswer(used.getLast());
        }
    }

    /** A program that has finished is not spoken for twice. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            hasFinished = true;
            commit();
        } else {
            context.fireUserEventTriggered(event);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    private void answer() {
        isAnswered = true;
        cancel(budget);
        with.meter().countOpened();
        client.closeFuture().addListener(closed -> with.meter().countClosed());
        flow.reply().succeeded();
        client.pipeline().addLast(this);
    }

    private void use(Lane lane) {
        if (!flight.maySay()) {
            lane.drop();
            lost(new DialException(Stage.REQUEST, Blame.UNKNOWN, Fault.CLOSED));
            return;
        }
        used.add(lane);
        if (!flight.isEmpty()) {
            flight.said(); // before any of it leaves
            lane.say(flight.again());
            lane.flush();
            if (!used.contains(lane)) { // it was found cut
                return;
            }
            awaitAnswer(lane);
        }
        if (flight.repeatable() == Repeatable.NO || hasFinished) {
            commit();
        } else {
            lane.listen();
            client.config().setAutoRead(true);
        }
    }

    /** Takes the place of the last one that ended. */
    private void another() {
        if (!spare.isEmpty()) {
            use(spare.removeFirst());
        } else {
            wanted++;
            if (!race.isDialling()) {
                race.next();
            }
        }
    }

    private void awaitAnswer(Lane lane) {
        cancel(patience);
        if (flight.repeatable() == Repeatable.YES) {
            patience = loop.schedule(() -> owed(lane), lane.through().pace().forAnswer().toNanos(),
                    TimeUnit.NANOSECONDS);
        }
    }

    /** The answer takes longer than usual: the same is said through another one, side by side. */
    private void owed(Lane lane) {
        if (isOver || used.size() >= MOST_LANES) {
            return;
        }
        if (!spare.isEmpty()) {
            use(spare.removeFirst());
        } else {
            wanted = 1; // before the dial, which may be ready at once
            wanted = race.isDialling() || race.rival(lane.through()) ? wanted : 0;
        }
        if (used.getLast() == lane) {
            awaitAnswer(lane);
        }
    }

    /** From here on nothing may be said twice: the oldest goes on alone. */
    private void commit() {
        if (isOver || used.isEmpty()) {
            return;
        }
        Lane only = used.getFirst();
        join(only, only.leave());
    }

    private void join(Lane only, Channel upstream) {
        if (isOver) {
            return;
        }
        isOver = true;
        used.remove(only);
        spare.remove(only);
        Optional<TlsRecords> records = flight.isTls() ? Optional.of(new TlsRecords()) : Optional.empty();
        dropAll();
        records.ifPresent(it -> upstream.pipeline().addLast(it));
        Relay relay = Relay.join(client, upstream, with.meter());
        client.pipeline().remove(this); // after the relay is there, so that nothing falls between
        with.book().add(flow, only.through().endpoint(), relay);
        with.standing().watch(new StandingStream(only.through(), upstream, only.wire(), relay, records));
        if (hasFinished) {
            client.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        }
    }

    private void lost(DialException why) {
        boolean wasAnswered = isAnswered;
        end();
        if (wasAnswered) {
            client.close();
        } else {
            flow.reply().failed(why);
        }
    }

    private void end() {
        if (!isOver) {
            isOver = true;
            dropAll();
        }
    }

    private void dropAll() {
        cancel(budget);
        cancel(patience);
        race.end();
        used.forEach(Lane::drop);
        spare.forEach(Lane::drop);
        used.clear();
        spare.clear();
        flight.forget();
    }

    private static void cancel(@Nullable Future<?> alarm) {
        if (alarm != null) {
            alarm.cancel(false);
        }
    }
}
