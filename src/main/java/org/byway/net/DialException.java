package org.byway.net;

/**
 * Why a dial failed: at which stage, whose fault, and what was seen. A value rather than a surprise, so it has no stack
 * trace; its text names neither server nor destination.
 */
public final class DialException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Stage stage;
    private final Blame blame;
    private final Fault fault;

    public DialException(Stage stage, Blame blame, Fault fault) {
        super(stage + " " + fault + " (blame: " + blame + ")", null, false, false);
        this.stage = stage;
        this.blame = blame;
        this.fault = fault;
    }

    /** Nothing to ask: the list is empty or everything in it is excluded. */
    public static DialException noUpstream() {
        return new DialException(Stage.CONNECT, Blame.UNKNOWN, Fault.NO_UPSTREAM);
    }

    /** Whether nothing but this computer's own network may have failed; the resolver is of it as well. */
    public boolean isUnreached() {
        return switch (fault) {
            case NAME_NOT_FOUND -> stage == Stage.RESOLVE;
            case UNREACHABLE, SILENT -> stage == Stage.CONNECT;
            default -> false;
        };
    }

    /** The system itself says that no way leads there. */
    public boolean isWithoutRoute() {
        return blame == Blame.LOCAL_NETWORK && fault == Fault.UNREACHABLE;
    }

    public Stage stage() {
        return stage;
    }

    public Blame blame() {
        return blame;
    }

    public Fault fault() {
        return fault;
    }
}
