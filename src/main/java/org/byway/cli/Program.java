package org.byway.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.byway.engine.Engine;
import org.byway.fetch.ProbeVerdict;
import org.byway.fetch.WebAddress;
import org.byway.model.ListEntry;
import org.byway.model.endpoint.Endpoint;
import org.byway.store.StoreException;
import org.byway.subscription.OpenProfile;
import org.byway.subscription.SourceReader;

/** What the commands need and only the wiring can build. */
public interface Program {
    Engine engine();

    /** The pages that the engine's probes ask for from now on. */
    void probeWith(List<WebAddress> targets);

    /** That folder, or the person's own. */
    Path folder(Optional<Path> chosen);

    /** Reads what a person names as a source. */
    SourceReader sources();

    /**
     * Probes an endpoint and waits for it; absent where an interrupt gave it up.
     *
     * @param time for one page
     * @param page to be fetched, one of the usual ones where not given
     */
    Function<Endpoint, Optional<ProbeVerdict>> probes(Duration time, Optional<WebAddress> page);

    /** Opens the profile in that folder, or the person's own. */
    OpenProfile profile(Optional<Path> folder) throws StoreException;

    /** Starts the practice network and gives its entries. */
    List<ListEntry> practice();

    /** Tries this installation from the profile to the window, with a line for each step; gives whether all went well. */
    boolean selfTest(PrintWriter out, PrintWriter err);
}
