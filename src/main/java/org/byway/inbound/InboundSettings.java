package org.byway.inbound;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.byway.model.endpoint.Login;

/**
 * What a listener asks of programs, and grants them.
 *
 * @param requestDeadline for a program to say what it wants
 * @param login           that programs have to show, where there is one
 * @param mostConnections that are served at the same time
 */
public record InboundSettings(Duration requestDeadline, Optional<Login> login, int mostConnections) {
    /** More than any program's browser opens, and little memory. */
    private static final int MOST = 16_384;
    /** For lists, files, the window, the runtime itself, and programs that are turned away. */
    private static final int KEPT_FREE = 256 + ConnectionLimit.TURNED_AWAY;
    private static final int FEWEST = 32;

    /**
     * As many as leave this process able to work: each takes a descriptor here and one to its server, so that a crowd is
     * told so before the system refuses everything to everybody.
     *
     * @param openFiles the most descriptors that the system lets this process have, where it says so
     */
    public static int mostConnections(OptionalLong openFiles) {
        long affordable = (openFiles.orElse(Long.MAX_VALUE) - KEPT_FREE) / 2;
        return Math.clamp(affordable, FEWEST, MOST);
    }
}
