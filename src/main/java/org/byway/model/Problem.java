package org.byway.model;

/** What is wrong with a value that a person or a list gave; the sentence for it is in the resource bundles. */
public enum Problem {
    NO_HOST, BAD_HOST, NO_PORT, BAD_PORT, IPV6_WITHOUT_BRACKETS, IPV6_WITH_ZONE, BAD_IPV6, EMPTY_LOGIN, USER_TOO_LONG, PASSWORD_TOO_LONG, COLON_IN_USER, ZERO_IN_USER, EMPTY_PASSWORD, BAD_PIN,
    /** of a WireGuard tunnel */
    BAD_KEY, BAD_ADDRESS_BLOCK, BAD_NUMBER, BAD_RESERVED, BAD_MTU, NO_TUNNEL_ADDRESS, NO_PEER, BAD_HEADERS, BAD_JUNK, BAD_SPECIAL_DATAGRAM, PADDING_TOO_SHORT
}
