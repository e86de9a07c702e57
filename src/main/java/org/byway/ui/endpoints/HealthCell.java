package org.byway.ui.endpoints;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.byway.engine.health.HealthState;
import org.byway.ui.control.HealthMark;
import org.byway.words.Words;
import org.jspecify.annotations.Nullable;

/** The mark of health; why it is not well is in its tooltip and read out with it. */
final class HealthCell extends TableCell<EndpointRow, RowState> {
    private final Words words;
    private final Tooltip tooltip = new Tooltip();
    private @Nullable HealthState marked;

    HealthCell(Words words) {
        this.words = words;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().add("health-cell");
    }

    @Override
    protected void updateItem(@Nullable RowState state, boolean isEmpty) {
        super.updateItem(state, isEmpty);
        if (isEmpty || state == null) {
            marked = null;
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
        } else {
            String text = sentence(state);
            if (state.health() != marked) {
                marked = state.health();
                setGraphic(new HealthMark(state.health()));
            }
            tooltip.setText(text);
            setTooltip(tooltip);
            setAccessibleText(text);
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
