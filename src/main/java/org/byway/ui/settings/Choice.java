package org.byway.ui.settings;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A box to choose one of a few; tells only of what a person chose, not of what it was set to. */
final class Choice<T> extends ComboBox<T> {
    private final Function<T, String> text;
    private boolean isTold = true;

    Choice(String id, Function<T, String> text, Consumer<T> chosen) {
        this.text = text;
        setId(id);
        setMaxWidth(Double.MAX_VALUE);
        setConverter(new Names());
        valueProperty().addListener((seen, before, now) -> {
            if (isTold && now != null) {
                chosen.accept(now);
            }
        });
    }

    void show(List<T> offered, T now) {
        isTold = false;
        if (!getItems().equals(offered)) {
            getItems().setAll(offered);
        }
        setValue(now);
        isTold = true;
    }

    private final class Names extends StringConverter<T> {
        @Override
        public String toString(@Nullable T value) {
            return value == null ? "" : text.apply(value);
        }

        @Override
        public T fromString(String typed) {
            throw new UnsupportedOperationException("is chosen, not typed");
        }
    }
}
