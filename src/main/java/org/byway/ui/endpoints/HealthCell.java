package org.byway.ui.endpoints;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.byway.engine.health.EndpointStatus;
import org.byway.ui.control.HealthMark;
import org.byway.words.Words;
import org.jspecify.annotations.Nullable;

/** The mark of health; why it is not well is in its tooltip and read out with it. */
final class HealthCell extends TableCell<EndpointRow, EndpointStatus> {
    private final Words words;

    HealthCell(Words words) {
        this.words = words;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().add("health-cell");
    }

    @Override
    protected void updateItem(@Nullable EndpointStatus status, boolean isEmpty) {
        super.updateItem(status, isEmpty);
        if (isEmpty || status == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
        } else {
            String text = words.health(status.health())
                    + status.lastFailure().map(failure -> ". " + words.whyAndAdvice(failure)).orElse("");
            setGraphic(new HealthMark(status.health()));
            setTooltip(new Tooltip(text));
            setAccessibleText(text);
        }
    }
}
