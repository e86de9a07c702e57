package org.byway.engine;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.util.Optional;
import java.util.Set;
import org.byway.model.EndpointId;
import org.byway.net.DialException;
import org.byway.net.Upstream;

/** What is asked of one upstream after the other, and what their answers say of them; on the loop of the client. */
interface Attempt {
    /** The best of those who may be asked and were not yet. */
    Optional<Candidate> next(Set<EndpointId> tried);

    /** Absent where the upstream cannot do that at all. */
    Optional<Future<Channel>> through(Upstream upstream);

    /** @param begun when the upstream was asked, by the clock of the client's loop */
    void opened(Candidate through, Channel channel, long begun);

    void failed(NamedEndpoint through, DialException why);

    /** The last one failed like this, and there is nobody or no time left. */
    void gaveUp(NamedEndpoint last, DialException why);

    /** Nobody could be asked; what the local program is told. */
    DialException nobody();
}
