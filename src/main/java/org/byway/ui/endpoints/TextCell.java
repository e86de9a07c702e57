package org.byway.ui.endpoints;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A cell that shows a value as text. */
final class TextCell<T> extends TableCell<EndpointRow, T> {
    private final Function<T, String> text;

    TextCell(Function<T, String> text) {
        this.text = text;
    }

    @Override
    protected void updateItem(@Nullable T value, boolean isEmpty) {
        super.updateItem(value, isEmpty);
        setText(isEmpty || value == null ? null : text.apply(value));
    }
}
