package org.byway.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every source that is remembered, the one that was read last first. */
public record Sources(List<Source> all) {
    public static final Sources NONE = new Sources(List.of());

    /** More than anybody has; files that were opened once long ago are forgotten. */
    public static final int MOST = 200;

    public Sources {
        all = all.stream().limit(MOST).toList();
    }

    /** In the place of what was known of the same one. */
    public Sources with(Source newest) {
        return new Sources(Stream.concat(Stream.of(newest), without(newest).all.stream()).toList());
    }

    public Sources without(Source gone) {
        return new Sources(all.stream().filter(it -> !it.isSameAs(gone)).toList());
    }

    public Optional<Source> find(Source like) {
        return all.stream().filter(like::isSameAs).findFirst();
    }
}
