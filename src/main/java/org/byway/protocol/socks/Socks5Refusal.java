package org.byway.protocol.socks;

import org.byway.net.Blame;
import org.byway.net.Fault;

/** What a REP field other than success means (RFC 1928, section 6). */
record Socks5Refusal(Blame blame, Fault fault) {
    static Socks5Refusal of(int code) {
        return switch (code) {
            case 2 -> new Socks5Refusal(Blame.DESTINATION, Fault.FORBIDDEN); // not allowed by ruleset
            case 3, 4 -> new Socks5Refusal(Blame.DESTINATION, Fault.UNREACHABLE); // network, host unreachable
            case 5 -> new Socks5Refusal(Blame.DESTINATION, Fault.REFUSED); // connection refused
            case 6 -> new Socks5Refusal(Blame.DESTINATION, Fault.SILENT); // TTL expired
            case 7, 8 -> new Socks5Refusal(Blame.UPSTREAM, Fault.FORBIDDEN); // command, address type not supported
            default -> new Socks5Refusal(Blame.UNKNOWN, Fault.GENERAL_FAILURE); // 1 and what is unassigned
        };
    }
}
