package org.byway.net;

import java.time.Duration;

/** What a dial through an upstream showed about it; the evidence that health is made of. */
public sealed interface Outcome {
    /** The server said that it reached the destination, this long after the dial began. */
    record Opened(Duration took) implements Outcome {}

    record Failed(DialException why) implements Outcome {}

    /** It was asked for a way for datagrams and has none; of streams that says nothing. */
    record CarriesNoPackets() implements Outcome {}
}
