package org.byway.net;

import io.netty.channel.ConnectTimeoutException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;

/** Turns what the system says of a connection that was not made into stage, blame and fault. */
final class SocketFailures {
    private SocketFailures() {}

    static DialException explain(Throwable cause) {
        return switch (cause) {
            case DialException known -> known;
            case UnknownHostException unknown -> new DialException(Stage.RESOLVE, Blame.UNKNOWN, Fault.NAME_NOT_FOUND);
            case ConnectTimeoutException timeout -> new DialException(Stage.CONNECT, Blame.UPSTREAM, Fault.SILENT);
            case NoRouteToHostException noRoute -> new DialException(Stage.CONNECT, Blame.UNKNOWN, Fault.UNREACHABLE);
            case ConnectException refused -> new DialException(Stage.CONNECT, Blame.UPSTREAM, Fault.REFUSED);
            case SocketException socket when says(socket, "unreachable") -> new DialException(Stage.CONNECT,
                    Blame.LOCAL_NETWORK, Fault.UNREACHABLE);
            case SocketException socket when says(socket, "reset") -> new DialException(Stage.CONNECT, Blame.UPSTREAM,
                    Fault.REFUSED);
            default -> new DialException(Stage.CONNECT, Blame.LOCAL_NETWORK, Fault.LOCAL);
        };
    }

    private static boolean says(SocketException failure, String word) {
        String message = failure.getMessage();
        return message != null && message.contains(word);
    }
}
