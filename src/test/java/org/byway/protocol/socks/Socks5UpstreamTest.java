package org.byway.protocol.socks;

import org.byway.protocol.DialWorld;
import org.byway.protocol.ProxyScript;
import org.byway.protocol.UpstreamContract;

class Socks5UpstreamTest implements UpstreamContract {
    private final DialWorld world = new DialWorld();

    @Override
    public ProxyScript script() {
        return new Socks5Script();
    }

    @Override
    public DialWorld world() {
        return world;
    }
}
