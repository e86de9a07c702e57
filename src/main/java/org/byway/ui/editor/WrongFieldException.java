package org.byway.ui.editor;

import org.byway.importer.Rejection;
import org.byway.model.Problem;
import org.byway.words.Words;

/** Which field is wrong, and why; holds nothing of what was typed. */
final class WrongFieldException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient FormField field;
    private final Enum<?> why;

    WrongFieldException(FormField field, Problem why) {
        this(field, (Enum<?>) why);
    }

    WrongFieldException(FormField field, FormProblem why) {
        this(field, (Enum<?>) why);
    }

    WrongFieldException(FormField field, Rejection why) {
        this(field, (Enum<?>) why);
    }

    private WrongFieldException(FormField field, Enum<?> why) {
        super(field.component() + " " + why);
        this.field = field;
        this.why = why;
    }

    /** Says it at the field. */
    void tell(Words words) {
        field.blame(switch (why) {
            case Problem problem -> words.problem(problem);
            case Rejection rejection -> words.constant("rejection", rejection);
            default -> words.constant("form-problem", why);
        });
    }

    FormField field() {
        return field;
    }
}
