package org.byway.ui.control;

import atlantafx.base.controls.PasswordTextField;
import javafx.beans.property.StringProperty;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A field whose text is masked until it is asked to be seen. */
public final class SecretField extends HBox {
    private final PasswordTextField field = new PasswordTextField();

    /** @param revealText what the button that shows it is called */
    public SecretField(StringProperty text, String revealText) {
        getStyleClass().add("secret-field");
        field.setText(text.get());
        field.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        field.passwordProperty().subscribe(typed -> {
            if (!typed.equals(text.get())) {
                text.set(typed);
            }
        });
        text.subscribe(newer -> {
            if (!newer.equals(field.getPassword())) {
                field.setText(newer);
            }
        });
        ToggleButton reveal = new ToggleButton(null, Icon.EYE.sized(16));
        reveal.getStyleClass().addAll("flat", "button-icon");
        reveal.setAccessibleText(revealText);
        reveal.setTooltip(new Tooltip(revealText));
        reveal.setMinWidth(USE_PREF_SIZE);
        field.revealPasswordProperty().bind(reveal.selectedProperty());
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().addAll(field, reveal);
        focusedProperty().subscribe(isFocused -> {
            if (isFocused) {
                field.requestFocus();
            }
        });
        accessibleTextProperty().subscribe(field::setAccessibleText);
        idProperty().subscribe(id -> field.setId(id == null ? null : id + "-input"));
    }

    /** Where typing goes. */
    @Override
    public void requestFocus() {
        field.requestFocus();
    }
}
