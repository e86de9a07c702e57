package org.byway.protocol.http;

import org.byway.protocol.DialWorld;
import org.byway.protocol.ProxyScript;
import org.byway.protocol.UpstreamContract;

class HttpProxyUpstreamTest implements UpstreamContract {
    private final DialWorld world = new DialWorld();

    @Override
    public ProxyScript script() {
        return new HttpProxyScript();
    }

    @Override
    public DialWorld world() {
        return world;
    }
}
