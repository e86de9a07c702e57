package org.byway.fetch;

import java.time.Duration;
import org.byway.net.Blame;
import org.byway.net.Fault;
import org.byway.net.Stage;

/** What a probe has shown of an endpoint; durations run from the probe's begin. */
public sealed interface ProbeVerdict {
    /** Enough bytes came through, or the whole of a smaller answer. */
    record Works(Duration opened, Duration firstByte, Duration whole, long bytes) implements ProbeVerdict {}

    /** This version cannot use an endpoint of that kind, so nothing was tried and nobody is to blame. */
    record Unsupported() implements ProbeVerdict {}

    /** No stream was opened. */
    record NotOpened(Stage stage, Blame blame, Fault fault) implements ProbeVerdict {}

    /** Said "connected", and then nothing came back. */
    record NoAnswer(Duration opened) implements ProbeVerdict {}

    /** The answer stopped, or ended in its middle, after so many bytes of its body. */
    record Freezes(Duration opened, Duration firstByte, long bytes) implements ProbeVerdict {}

    /** The answer was still coming in when the time was over. */
    record TooSlow(Duration opened, Duration firstByte, long bytes) implements ProbeVerdict {}

    /**
     * What came back was not the page: another status, a wrong certificate, no HTTP.
     *
     * @param status the HTTP status, 0 where that was not what was wrong
     */
    record WrongAnswer(Duration opened, FetchException.Kind kind, int status) implements ProbeVerdict {
        private static final int NETWORK_AUTHENTICATION_REQUIRED = 511; // RFC 6585, section 6

        /** Whether somebody on the way answered in the page's place, as networks do that want a login first. */
        public boolean isOfAnother() {
            return kind == FetchException.Kind.DOWNGRADE || status == NETWORK_AUTHENTICATION_REQUIRED;
        }
    }
}
