package org.byway.ui.endpoints;

import java.util.Objects;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import org.byway.engine.health.HealthState;
import org.byway.ui.control.HealthMark;
import org.byway.ui.control.LateTooltip;
import org.byway.words.Words;
import org.jspecify.annotations.Nullable;

/** The mark of health; why it is not well is in its tooltip and read out with it. */
final class HealthCell extends TableCell<EndpointRow, RowState> {
    private final Words words;
    private final HealthMark mark = new HealthMark();

    HealthCell(Words words) {
        this.words = words;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().add("health-cell");
        LateTooltip.on(this, () -> Objects.requireNonNullElse(getAccessibleText(), ""));
    }

    @Override
    protected void updateItem(@Nullable RowState state, boolean isEmpty) {
        super.updateItem(state, isEmpty);
        if (isEmpty || state == null) {
            setGraphic(null);
            setAccessibleText(null);
        } else {
            mark.show(state.health());
            setGraphic(mark);
            setAccessibleText(sentence(state));
        }
    }

    private String sentence(RowState state) {
        boolean isMet = state.status().health() != HealthState.UNKNOWN;
        if (!isMet && state.tested().isPresent()) {
            return words.sentence(state.entry(), state.tested().get());
        }
        return words.health(state.health())
                + state.status().lastFailure().map(failure -> ". " + words.whyAndAdvice(failure)).orElse("");
    }
}
