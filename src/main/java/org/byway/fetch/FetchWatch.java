package org.byway.fetch;

/** Told how a fetch comes along, on its event loop; redirects begin anew. */
interface FetchWatch {
    FetchWatch NONE = new FetchWatch() {};

    /** The dialer has opened a stream. */
    default void opened() {}

    /** The first bytes of the answer that counts have come. */
    default void answered() {}

    /** More of the body that counts has come. */
    default void received(int bytes) {}
}
