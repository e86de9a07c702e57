package org.byway.protocol.socks;

import org.byway.protocol.DialWorld;
import org.byway.protocol.HandshakeContract;
import org.byway.protocol.HandshakeScript;

class Socks4UpstreamTest implements HandshakeContract {
    private final DialWorld world = new DialWorld();

    @Override
    public HandshakeScript script() {
        return new Socks4Script();
    }

    @Override
    public DialWorld world() {
        return world;
    }
}
