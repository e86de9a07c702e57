package org.byway.ui.editor;

import java.util.List;
import org.byway.model.endpoint.WireGuardEndpoint;
import org.jspecify.annotations.Nullable;

/** The fields of one endpoint, and the endpoint made of what was typed into them. */
interface Form {
    /** In the order in which they are read. */
    List<FormField> fields();

    /** What was typed, as a record; otherwise the field that is wrong knows why. */
    Object build() throws WrongFieldException;

    /**
     * The form of a kind: its record's components or, where nobody would type those, one of its own.
     *
     * @param initial its values, or null for an empty form
     */
    static Form of(Class<?> kind, @Nullable Object initial) {
        return kind == WireGuardEndpoint.class
                ? new WireGuardForm((WireGuardEndpoint) initial)
                : new RecordForm(kind, initial);
    }
}
