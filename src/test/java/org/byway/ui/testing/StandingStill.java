package org.byway.ui.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.byway.model.ListEntry;
import org.byway.ui.bridge.Ways;

/** Writes down where a screen wanted to go, and stays. */
public final class StandingStill implements Ways {
    public final List<String> wanted = new ArrayList<>();

    @Override
    public void toHome() {
        wanted.add("home");
    }

    @Override
    public void toAdding() {
        wanted.add("adding");
    }

    @Override
    public void toEditor(Optional<ListEntry> entry) {
        wanted.add("edit " + entry.map(ListEntry::name).orElse("a new one"));
    }

    @Override
    public void toSharing(ListEntry entry) {
        wanted.add("share " + entry.name());
    }

    @Override
    public void open(String address) {
        wanted.add("open " + address);
    }
}
