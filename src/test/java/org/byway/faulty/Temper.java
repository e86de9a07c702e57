package org.byway.faulty;

import java.time.Duration;

/**
 * How a {@link FaultyServer} treats those who connect, as a value. Bytes are counted as they leave for the client, on each
 * connection for itself.
 */
public sealed interface Temper {
    Temper HEALTHY = new Healthy();
    Temper REFUSED = new Refused();
    Temper SYN_DROPPED = new SynDropped();
    Temper RESETS = new ResetAfter(0);
    Temper CLOSES = new Closes();
    Temper REFUSES_LOGIN = new RefusesLogin();
    Temper GARBAGE = new Garbage();
    /** RFC 1928, section 6: "general SOCKS server failure". */
    Temper GENERAL_FAILURE = new Replies(1);
    /** RFC 1928, section 6: "Host unreachable", whatever is asked for. */
    Temper UNREACHABLE = new Replies(Socks5Speech.HOST_UNREACHABLE);
    Temper RESTARTED = new Restarted();
    Temper MOVED = new Moved();

    record Healthy() implements Temper {}

    /** Nobody listens. Standing connections are reset. */
    record Refused() implements Temper {}

    /** The accept queue is full, so that a first packet goes unanswered. Standing connections freeze. */
    record SynDropped() implements Temper {}

    /** @param bytes that pass before the reset; 0 resets what is accepted */
    record ResetAfter(long bytes) implements Temper {}

    /** Ends every connection as soon as it is accepted. Standing ones are ended too. */
    record Closes() implements Temper {}

    /** Goes on to a point of the handshake and then says nothing any more. Standing connections freeze. */
    record SilentAfter(Point point) implements Temper {}

    /** What happened last before the silence. */
    enum Point {
        ACCEPTED, METHODS_OFFERED, REQUESTED, GRANTED
    }

    /** What comes after so many bytes never arrives, in either direction. */
    record FreezesAfter(long bytes) implements Temper {}

    record Throttled(int bytesPerSecond) implements Temper {}

    /** Answers every request with this code of RFC 1928, section 6. */
    record Replies(int code) implements Temper {}

    /** Reaches every destination but this one. */
    record CannotReach(String host) implements Temper {}

    /** The password was changed. */
    record RefusesLogin() implements Temper {}

    /** Says random bytes that are no answer. */
    record Garbage() implements Temper {}

    /** The answer to a request is so late; without a protocol's answer, the destination's first bytes. */
    record Late(Duration by) implements Temper {}

    /** Ill and healthy by turns, each for so long. */
    record Flapping(Temper ill, Duration every) implements Temper {}

    /** What can happen only to a protocol of datagrams. */
    sealed interface OfDatagrams extends Temper {}

    /** Datagrams of more bytes never arrive, in either direction. */
    record DropsLonger(int bytes) implements OfDatagrams {}

    /** So many of a hundred never arrive, in either direction. */
    record Loses(int percent) implements OfDatagrams {}

    /** Another process has its place, with the same key, and knows of no session. */
    record Restarted() implements OfDatagrams {}

    /** Answers from another address, and is heard at the one before only a moment longer. */
    record Moved() implements OfDatagrams {}
}
