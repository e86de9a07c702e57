package org.byway.os;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.OptionalLong;

/** How many descriptors (files, sockets) the system lets this process have. */
public final class OpenFiles {
    private OpenFiles() {}

    /** Absent where the system names no limit, as Windows. The runtime has raised the soft limit to the hard one. */
    public static OptionalLong most() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                && unix.getMaxFileDescriptorCount() > 0
                        ? OptionalLong.of(unix.getMaxFileDescriptorCount())
                        : OptionalLong.empty();
    }
}
