package org.byway.netstack.dns;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.netstack.wire.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * Finds the addresses of a name by the tunnel's resolvers: those of the families that the tunnel has, IPv6 first. On the
 * stack's loop.
 */
public final class TunnelResolver {
    /** How long the second family is waited for once the first is there (RFC 8305, section 3). */
    private static final Duration SECOND_FAMILY = Duration.ofMillis(50);

    private final DnsLink link;
    private final List<RecordType> types;
    private final DnsCache cache;
    private final Map<Question, Future<Answer>> underWay = new HashMap<>();

    /** @param hasV4 whether addresses of that family can be reached at all, as {@code hasV6} of the other */
    public TunnelResolver(DnsLink link, boolean hasV4, boolean hasV6) {
        this.link = link;
        this.cache = new DnsCache(link.loop().ticker());
        this.types = new ArrayList<>();
        if (hasV6) {
            types.add(RecordType.AAAA);
        }
        if (hasV4) {
            types.add(RecordType.A);
        }
    }

    /** At least one address, the preferred first; fails with a {@link DialException}. */
    public Future<List<IpAddress>> resolve(String name) {
        String asked = (name.endsWith(".") ? name.substring(0, name.length() - 1) : name).toLowerCase(Locale.ROOT);
        EventLoop loop = link.loop();
        if (!DnsMessage.isAskable(asked) || isLocal(asked)) {
            return loop.newFailedFuture(notFound());
        }
        Resolution resolution = new Resolution(loop.newPromise());
        for (RecordType type : types) {
            ask(new Question(asked, type)).addListener((Future<Answer> done) -> resolution.answered(type, done));
        }
        return resolution.ready;
    }

    /** No resolver beyond the tunnel knows such names (RFC 6762, section 3); a single label is one of a local network, too. */
    private static boolean isLocal(String name) {
        return name.indexOf('.') < 0 || name.endsWith(".local");
    }

    private static DialException notFound() {
        return new DialException(Stage.REQUEST, Blame.DESTINATION, Fault.NAME_NOT_FOUND);
    }

    /** From what is known, or together with whoever asks the same already. */
    private Future<Answer> ask(Question question) {
        Answer known = cache.get(question);
        if (known != null) {
            return link.loop().newSucceededFuture(known);
        }
        Future<Answer> joined = underWay.get(question);
        if (joined != null) {
            return joined;
        }
        Future<Answer> query = DnsQuery.ask(link, question);
        underWay.put(question, query);
        query.addListener((Future<Answer> done) -> {
            underWay.remove(question);
            if (done.isSuccess()) {
                cache.put(question, done.getNow());
            }
        });
        return query;
    }

    /** Both families of one name. */
    private final class Resolution {
        private final Promise<List<IpAddress>> ready;
        private final Map<RecordType, List<IpAddress>> found = new HashMap<>();
        private int done;
        private @Nullable Throwable failure;
        private @Nullable Future<?> patience;

        Resolution(Promise<List<IpAddress>> ready) {
            this.ready = ready;
        }

        void answered(RecordType type, Future<Answer> answer) {
            done++;
            if (answer.isSuccess()) {
                found.put(type, answer.getNow().addresses());
            } else {
                failure = answer.cause();
            }
            if (done == types.size()) {
                finish();
            } else if (answer.isSuccess() && !answer.getNow().addresses().isEmpty()) {
                patience = link.loop().schedule(this::finish, SECOND_FAMILY.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        private void finish() {
            if (patience != null) {
                patience.cancel(false);
            }
            List<IpAddress> addresses = types.stream().flatMap(type -> found.getOrDefault(type, List.of()).stream())
                    .toList();
            if (!addresses.isEmpty()) {
                ready.trySuccess(addresses);
            } else {
                ready.tryFailure(failure == null ? notFound() : failure);
            }
        }
    }
}
