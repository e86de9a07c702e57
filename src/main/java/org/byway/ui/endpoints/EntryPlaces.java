package org.byway.ui.endpoints;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.byway.geo.Country;
import org.byway.geo.CountryInName;
import org.byway.geo.CountryTable;
import org.byway.model.ListEntry;
import org.byway.words.Words;
import org.jspecify.annotations.Nullable;

/** Countries of entries: what the name says, otherwise where the address is registered. Any thread may ask. */
final class EntryPlaces implements EndpointRow.Places {
    private static final CompletableFuture<CountryTable> TABLE = new CompletableFuture<>();
    private static volatile @Nullable Thread reading;

    private final Words words;
    private final Map<Country, String> names = new ConcurrentHashMap<>();

    EntryPlaces(Words words) {
        this.words = words;
    }

    /** The table is read once, away from the window's thread; until then only names tell. */
    static CompletableFuture<CountryTable> table() {
        if (reading == null) {
            reading = Thread.ofVirtual().name("byway-countries").start(() -> TABLE.completeAsync(CountryTable::bundled,
                    Runnable::run));
        }
        return TABLE;
    }

    @Override
    public Optional<Country> of(ListEntry entry) {
        Optional<Country> said = CountryInName.of(entry.name());
        @Nullable
        CountryTable known = TABLE.getNow(null);
        return said.isPresent() || known == null ? said : known.of(entry.endpoint().server());
    }

    @Override
    public boolean areKnown() {
        return TABLE.isDone();
    }

    /** In the person's language. */
    String name(Country country) {
        return names.computeIfAbsent(country, it -> words.region(it.code()));
    }
}
