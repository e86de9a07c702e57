package org.byway.net;

/** How far a dial came before it failed, in the order of the stages. */
public enum Stage {
    /** finding the server's address */
    RESOLVE,
    /** reaching the server */
    CONNECT,
    /** agreeing on a protected channel */
    SECURE,
    /** showing the login */
    AUTHENTICATE,
    /** asking for the destination */
    REQUEST
}
