package org.byway.ui.control;

import javafx.beans.binding.Bindings;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** How wide the columns of a table are. */
public final class Columns {
    /** Of what they need, how much is still room enough. */
    private static final double SHARE = 0.9;
    /** In em: what stands round a title. */
    private static final double ROUND_TITLE = 1.6;

    private Columns() {}

    /** Its usual width, in em of the usual text; never less than its title needs, in whatever language. */
    public static void width(TableColumn<?, ?> column, double ems) {
        double em = TextScale.of(Font.getDefault().getSize());
        Text title = new Text(column.getText());
        title.setFont(Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, em));
        double least = Math.ceil(title.getLayoutBounds().getWidth() + ROUND_TITLE * em);
        column.setMinWidth(least);
        column.setPrefWidth(Math.max(least, ems * em));
    }

    /** Never less than that text needs, with so much beside it, in em. */
    public static void room(TableColumn<?, ?> column, String text, double ems) {
        double em = TextScale.of(Font.getDefault().getSize());
        Text widest = new Text(text);
        widest.setFont(Font.font(Font.getDefault().getFamily(), em));
        double least = Math.ceil(widest.getLayoutBounds().getWidth() + ems * em);
        column.setMinWidth(Math.max(column.getMinWidth(), least));
        column.setPrefWidth(Math.max(column.getPrefWidth(), least));
    }

    /** Columns share the width of their table where each has room; otherwise they keep theirs and are scrolled. */
    public static void fit(TableView<?> table) {
        double needed = table.getColumns().stream().mapToDouble(column -> column.getPrefWidth()).sum();
        table.columnResizePolicyProperty().bind(Bindings.createObjectBinding(() -> table.getWidth() >= SHARE * needed
                ? TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN
                : TableView.UNCONSTRAINED_RESIZE_POLICY, table.widthProperty()));
    }
}
