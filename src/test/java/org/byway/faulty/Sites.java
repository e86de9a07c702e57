package org.byway.faulty;

import java.io.IOException;
import java.net.InetSocketAddress;

/** Where the destinations that clients ask for are. */
@FunctionalInterface
public interface Sites {
    /** @throws java.net.UnknownHostException where there is no such name */
    InetSocketAddress find(String host, int port) throws IOException;
}
