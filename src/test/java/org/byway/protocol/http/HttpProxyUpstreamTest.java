package org.byway.protocol.http;

import org.byway.protocol.DialWorld;
import org.byway.protocol.HandshakeContract;
import org.byway.protocol.HandshakeScript;

class HttpProxyUpstreamTest implements HandshakeContract {
    private final DialWorld world = new DialWorld();

    @Override
    public HandshakeScript script() {
        return new HttpProxyScript();
    }

    @Override
    public DialWorld world() {
        return world;
    }
}
