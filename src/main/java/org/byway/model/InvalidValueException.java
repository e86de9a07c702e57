package org.byway.model;

/** Thrown where a value cannot be one of the model; carries the {@link Problem} and never the value itself. */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;

    public InvalidValueException(Problem problem) {
        super(problem.name());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
