package org.byway.fetch;

import org.jspecify.annotations.Nullable;

/** Why a fetch failed; the cause is a {@link org.byway.net.DialException} where the server could not be reached. */
public final class FetchException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final int status;

    FetchException(Kind kind) {
        this(kind, null);
    }

    FetchException(Kind kind, @Nullable Throwable cause) {
        super(kind.name(), cause);
        this.kind = kind;
        this.status = 0;
    }

    private FetchException(int status) {
        super(Kind.STATUS + " " + status);
        this.kind = Kind.STATUS;
        this.status = status;
    }

    static FetchException ofStatus(int status) {
        return new FetchException(status);
    }

    /** What went wrong; the sentence for it is in the resource bundles. */
    public enum Kind {
        /** not an http or https address */
        BAD_ADDRESS,
        /** the dialer did not get there */
        UNREACHABLE,
        /** no protected channel: a wrong certificate, or no TLS at all */
        NOT_SECURE,
        /** another status than 2xx, see {@link FetchException#status()} */
        STATUS,
        /** more than the limit */
        TOO_LARGE,
        /** more redirects than the limit */
        TOO_MANY_REDIRECTS,
        /** sent from https to http */
        DOWNGRADE,
        /** not done in time */
        TOO_SLOW,
        /** an answer that is no HTTP, or one that ends in its middle */
        BROKEN,
        /** given up by the caller */
        CANCELLED
    }

    public Kind kind() {
        return kind;
    }

    /** The HTTP status (RFC 9110, section 15) of kind {@code STATUS}, otherwise 0. */
    public int status() {
        return status;
    }
}
