package org.byway.ui.bridge;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.byway.model.Source;
import org.byway.subscription.Cancellation;
import org.byway.subscription.KnownSources;

/** Done by the sources of the profile, each on a virtual thread of its own. */
record ProgramSources(KnownSources sources) implements SourceCommands {
    @Override
    public CompletionStage<List<Source>> all() {
        return Job.start("sources", sources::all);
    }

    @Override
    public CompletionStage<ImportSummary> refresh(Source source) {
        Cancellation givenUp = new Cancellation();
        return Job.start("refresh", () -> ImportSummaries.of(List.of(sources.refresh(source, givenUp))), givenUp);
    }

    @Override
    public CompletionStage<Undo> remove(Source source) {
        return Job.start("remove", () -> Job.undoing(sources.remove(source)));
    }
}
