package org.byway.ui.editor;

import java.util.List;
import org.byway.importer.ImportResult;
import org.byway.importer.Importers;
import org.byway.importer.LineVerdict;
import org.byway.importer.Rejection;
import org.byway.importer.WireGuardText;
import org.byway.model.Source;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.WireGuardEndpoint;
import org.byway.ui.editor.FormField.Kind;
import org.jspecify.annotations.Nullable;

/** A tunnel as the configuration file that people are given for it: it has more parts than fields would fit. */
final class WireGuardForm implements Form {
    private final FormField text;

    WireGuardForm(@Nullable WireGuardEndpoint initial) {
        text = new FormField("configuration", Kind.LINES, List.of(),
                initial == null ? "" : WireGuardText.file(initial));
    }

    @Override
    public List<FormField> fields() {
        return List.of(text);
    }

    @Override
    public Endpoint build() throws WrongFieldException {
        if (text.text().get().isBlank()) {
            throw new WrongFieldException(text, FormProblem.MISSING);
        }
        ImportResult read = Importers.read(text.text().get(), Source.BY_HAND);
        for (LineVerdict verdict : read.verdicts()) {
            if (verdict instanceof LineVerdict.Rejected rejected) {
                throw new WrongFieldException(text, rejected.why());
            }
        }
        return read.entries().stream().map(entry -> entry.endpoint()).filter(WireGuardEndpoint.class::isInstance)
                .findFirst().orElseThrow(() -> new WrongFieldException(text, Rejection.NOT_AN_ENTRY));
    }
}
