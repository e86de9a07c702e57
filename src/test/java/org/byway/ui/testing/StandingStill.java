package org.byway.ui.testing;

import java.util.ArrayList;
import java.util.List;
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
}
