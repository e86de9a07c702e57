package org.byway.net;

/** Whose fault a failure is. {@code UNKNOWN} counts against the upstream with less weight, never as success. */
public enum Blame {
    UPSTREAM, DESTINATION, LOCAL_NETWORK, UNKNOWN
}
