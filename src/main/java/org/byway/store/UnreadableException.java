package org.byway.store;

/** Thrown where bytes of the profile are not what this version can read; carries nothing of them. */
final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final LoadProblem.Kind kind;

    UnreadableException(LoadProblem.Kind kind) {
        super(kind.name());
        this.kind = kind;
    }

    LoadProblem.Kind kind() {
        return kind;
    }
}
