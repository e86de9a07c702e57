package org.byway.engine;

import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;

/** How something failed, to be compared with how others did. */
record Symptom(Stage stage, Fault fault) {
    static Symptom of(DialException why) {
        return new Symptom(why.stage(), why.fault());
    }

    static Symptom of(Reason why) {
        return why instanceof Reason.Failed failed
                ? new Symptom(failed.stage(), failed.fault())
                : new Symptom(Stage.REQUEST, Fault.SILENT);
    }
}
