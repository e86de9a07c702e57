package org.byway.inbound;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Removes the header fields that are for one hop only (RFC 9110, section 7.6.1). */
final class HopByHop {
    private static final List<String> ALWAYS = List.of("proxy-connection", "keep-alive", "te", "trailer",
            "proxy-authorization", "proxy-authenticate");

    /** What tells where a message ends, and for whom it is, stays whatever Connection says. */
    private static final Set<String> NEVER = Set.of("host", "content-length", "transfer-encoding", "upgrade");

    private HopByHop() {}

    /** Keeps an upgrade, which both ends have to see (RFC 9110, section 7.8). */
    static void remove(HttpHeaders headers) {
        boolean isUpgrade = headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
                && headers.contains(HttpHeaderNames.UPGRADE);
        for (String options : headers.getAll(HttpHeaderNames.CONNECTION)) {
            for (String option : options.split(",", -1)) {
                String name = option.strip().toLowerCase(Locale.ROOT);
                if (!name.isEmpty() && !NEVER.contains(name)) {
                    headers.remove(name);
                }
            }
        }
        ALWAYS.forEach(headers::remove);
        headers.remove(HttpHeaderNames.CONNECTION);
        if (isUpgrade) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE);
        } else {
            headers.remove(HttpHeaderNames.UPGRADE);
        }
    }
}
