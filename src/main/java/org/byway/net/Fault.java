package org.byway.net;

/** What was seen when a dial failed; the sentence for it is in the resource bundles. */
public enum Fault {
    /** the name of the server has no address, or none could be asked for */
    NAME_NOT_FOUND,
    /** answered with a reset, or "connection refused" */
    REFUSED,
    /** no route to it */
    UNREACHABLE,
    /** nothing came back in time */
    SILENT,
    /** ended the connection in mid-sentence */
    CLOSED,
    /** answered something that is not its protocol */
    GARBAGE,
    /** took the request of a protocol without replies and gave nothing back: a wrong password looks like this, too */
    UNANSWERED,
    /** does not take the user name and password */
    WRONG_LOGIN,
    /** wants a login and has none, or one of a kind that Byway cannot give */
    LOGIN_NEEDED,
    /** does not serve this destination */
    FORBIDDEN,
    /** said that it failed, without saying why */
    GENERAL_FAILURE,
    /** is this program itself */
    OURSELVES,
    /** cannot be run by this version */
    UNSUPPORTED,
    /** there was no upstream to ask */
    NO_UPSTREAM,
    /** this computer could not open the connection (descriptors, memory, permission) */
    LOCAL
}
