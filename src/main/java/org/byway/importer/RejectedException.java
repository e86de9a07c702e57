package org.byway.importer;

/** Thrown inside this room where a line is no entry; no text of the line, no stack trace: lists may be bad by the thousand. */
final class RejectedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Rejection why;

    RejectedException(Rejection why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    Rejection why() {
        return why;
    }
}
