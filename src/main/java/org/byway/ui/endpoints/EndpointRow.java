package org.byway.ui.endpoints;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.byway.engine.health.EndpointStatus;
import org.byway.geo.Country;
import org.byway.model.EndpointId;
import org.byway.model.ListEntry;
import org.jspecify.annotations.Nullable;

/** One row: an entry of the list with what the engine knows about it, both changed in place. */
final class EndpointRow {
    private final EndpointId id;
    private final Places places;
    private final ReadOnlyObjectWrapper<RowState> state;
    private volatile @Nullable Card card;

    /** In which country an entry is, and how that is called. */
    interface Places {
        Optional<Country> of(ListEntry entry);

        String name(Country country);
    }

    /** What is made of an entry once, because it costs something: for sorting and for searching. */
    record Card(ListEntry of, String name, Optional<Country> country, String searched) {}

    EndpointRow(ListEntry entry, Places places) {
        this.id = entry.id();
        this.places = places;
        this.state = new ReadOnlyObjectWrapper<>(RowState.of(entry));
    }

    EndpointId id() {
        return id;
    }

    ListEntry entry() {
        return state.get().entry();
    }

    EndpointStatus status() {
        return state.get().status();
    }

    ReadOnlyObjectProperty<RowState> state() {
        return state.getReadOnlyProperty();
    }

    void change(Function<RowState, RowState> change) {
        RowState before = state.get();
        RowState after = change.apply(before);
        if (!after.equals(before)) {
            state.set(after);
        }
    }

    /** From any thread, so that it can be made before anybody asks. */
    Card card() {
        ListEntry entry = entry();
        Card made = card;
        if (made == null || !made.of().equals(entry)) {
            made = make(entry);
            card = made;
        }
        return made;
    }

    /** The table of countries has come: what was made without it is made anew. */
    void forgetCard() {
        card = null;
    }

    private Card make(ListEntry entry) {
        Optional<Country> country = places.of(entry);
        StringBuilder searched = new StringBuilder(96).append(entry.name()).append('\n')
                .append(entry.endpoint().server()).append('\n').append(entry.endpoint().protocol());
        entry.tags().forEach(tag -> searched.append('\n').append(tag));
        country.ifPresent(it -> searched.append('\n').append(it.code()).append('\n').append(places.name(it)));
        return new Card(entry, entry.name().toLowerCase(Locale.ROOT), country,
                searched.toString().toLowerCase(Locale.ROOT));
    }
}
