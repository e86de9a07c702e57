package org.byway.subscription;

import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.byway.model.Secret;
import org.byway.model.Source;
import org.byway.store.SourcesStore;
import org.byway.store.StoreException;
import org.byway.subscription.SourceException.Kind;

/** The sources of a profile: which there are, reading one again, and taking one away with what came from it alone. */
public final class KnownSources {
    private final SourcesStore store;
    private final ListImport imports;
    private final LiveList list;
    private final InstantSource clock;

    public KnownSources(SourcesStore store, ListImport imports, LiveList list, InstantSource clock) {
        this.store = store;
        this.imports = imports;
        this.list = list;
        this.clock = clock;
    }

    /** Those that were read, the last first, and those that entries name without more being known of them. */
    public List<Source> all() throws StoreException {
        List<Source> read = store.load().value().all();
        Set<String> names = read.stream().map(Source::name).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> more = new LinkedHashSet<>();
        list.now().entries().forEach(entry -> more.addAll(entry.sources()));
        more.removeAll(names);
        return Stream.concat(read.stream(), more.stream().map(KnownSources::named)).toList();
    }

    private static Source named(String name) {
        return new Source(name, Optional.empty(), 0, Source.Reading.FAILED);
    }

    /**
     * Reads it again: what is new is added, and nothing is taken away. That it fails is remembered as well, but not that it is
     * given up.
     */
    public ImportReport refresh(Source source, Cancellation givenUp) throws SourceException, StoreException {
        String place = source.place().map(Secret::reveal)
                .orElseThrow(() -> new SourceException(Kind.NOT_FOUND, source.name(), null));
        try {
            return imports.add(place, givenUp);
        } catch (SourceException failure) {
            store.update(known -> known.with(source.withReading(clock.instant(), Source.Reading.FAILED)));
            throw failure;
        }
    }

    /**
     * Forgets it, and takes the entries away that came from nowhere else, unless another source has the same name; what is
     * returned brings both back.
     */
    public LiveList.Restore remove(Source source) throws StoreException {
        store.update(known -> known.without(source));
        boolean isShared = store.load().value().all().stream().anyMatch(it -> it.name().equals(source.name()));
        LiveList.Restore entries = isShared ? () -> {} : list.removeSource(source.name());
        return () -> {
            entries.run();
            store.update(known -> source.readEpochSecond() == 0 ? known : known.with(source));
        };
    }
}
