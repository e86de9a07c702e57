package org.byway.scoreboard;

import java.io.IOException;
import org.byway.bench.Chain;
import org.byway.bench.Programs;

/** A forwarder that was freshly started, the upstreams behind it and a program in front of it. */
record Rig(Network network, Programs programs, Browser browser, Chain chain) implements AutoCloseable {
    static Rig of(Forwarder forwarder, Site site) throws Exception {
        int port = Programs.freePort();
        Network network = new Network(forwarder.upstreams(), site);
        Programs programs = Programs.temporary();
        Process process = forwarder.start(programs, port, network.upstreams());
        Chain chain = new Chain(forwarder.title(), port, process.toHandle(), site.port());
        return new Rig(network, programs, new Browser(chain.front(), site.port(), forwarder.asking()), chain);
    }

    @Override
    public void close() throws IOException {
        browser.close();
        programs.close();
        network.close();
    }
}
