package org.byway.importer;

import org.byway.model.Problem;

/** Thrown where a field of a configuration cannot be read; names the field, or none where one is missing. */
final class BadFieldException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final Problem problem;

    BadFieldException(String field, Problem problem) {
        super(problem.name(), null, false, false);
        this.field = field;
        this.problem = problem;
    }

    String field() {
        return field;
    }

    Problem problem() {
        return problem;
    }
}
