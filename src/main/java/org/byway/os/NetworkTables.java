package org.byway.os;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How one system tells of its network; blocks. */
interface NetworkTables {
    /**
     * The ways out, the preferred one first; none where the computer is cut off.
     *
     * @throws IOException where the system does not tell
     */
    List<WayOut> waysOut() throws IOException;

    /** Real time since the system's start, sleep included and whatever the clock was set to. */
    Optional<Duration> sinceBoot();

    static NetworkTables of(Surroundings surroundings) {
        return switch (surroundings.system()) {
            case LINUX -> new LinuxNetworkTables();
            case MACOS -> new MacNetworkTables();
            case WINDOWS -> new WindowsNetworkTables();
        };
    }
}
