package org.byway.ui.endpoints;

import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.TableCell;
import javafx.scene.image.ImageView;
import org.byway.geo.Country;
import org.byway.ui.control.FlagPicture;
import org.byway.ui.control.LateTooltip;
import org.byway.ui.control.TextScale;
import org.byway.words.Words;
import org.jspecify.annotations.Nullable;

/** Two letters beside a small flag; the country's name is in its tooltip and read out. */
final class CountryCell extends TableCell<EndpointRow, RowState> {
    private static final double HEIGHT = 12;

    private final Words words;
    private final ImageView flag = new ImageView();
    private Optional<Country> shown = Optional.empty();

    CountryCell(Words words) {
        this.words = words;
        flag.setPreserveRatio(true);
        flag.setFitHeight(TextScale.of(HEIGHT));
        flag.setSmooth(true);
        getStyleClass().add("country-cell");
        LateTooltip.on(this, () -> Objects.requireNonNullElse(getAccessibleText(), ""));
    }

    @Override
    protected void updateItem(@Nullable RowState state, boolean isEmpty) {
        super.updateItem(state, isEmpty);
        EndpointRow row = getTableRow() == null ? null : getTableRow().getItem();
        Optional<Country> country = isEmpty || state == null || row == null
                ? Optional.empty()
                : row.country(state.entry());
        if (country.equals(shown)) {
            return;
        }
        shown = country;
        setText(country.map(Country::code).orElse(null));
        flag.setImage(country.flatMap(it -> FlagPicture.of(it.code())).orElse(null));
        setGraphic(flag.getImage() == null ? null : flag);
        setAccessibleText(country.map(it -> words.region(it.code())).orElse(null));
    }
}
