package org.byway.net;

import java.time.Duration;

/** What a dial or a stream through an upstream showed about it; the evidence that health is made of. */
public sealed interface Outcome {
    /** The server said that it reached the destination, this long after the dial began. */
    record Opened(Duration took) implements Outcome {}

    /** The first byte came back, this long after the program's first flight was sent. */
    record Answered(Duration took) implements Outcome {}

    /** A probe moved more bytes than filters let pass, in this time. */
    record Carried(Duration took) implements Outcome {}

    /** Had not come beyond this stage when one that was asked later had: a suspicion, no verdict. */
    record Outrun(Stage stage) implements Outcome {}

    /**
     * Streams of it stand still in a way that their history does not explain: a suspicion, no verdict.
     *
     * @param streams how many at once
     * @param bytes   that the one which gave most had given
     */
    record Stalled(Stall how, int streams, long bytes) implements Outcome {}

    record Failed(DialException why) implements Outcome {}

    /** A probe through it was answered by somebody else than the page that it asked for; of the upstream that says nothing. */
    record Misled() implements Outcome {}

    /** It was asked for a way for datagrams and has none; of streams that says nothing. */
    record CarriesNoPackets() implements Outcome {}
}
