package org.byway.protocol.wireguard;

import org.jspecify.annotations.Nullable;

/**
 * The sessions of a peer (section 5.4.6 and 6.2): the one that is sent with, the one before, whose packets may still be under
 * way, and one that the peer began and has not used yet.
 */
final class Sessions {
    private final Peer peer;
    private final Indices indices;
    private @Nullable Session previous;
    private @Nullable Session current;
    private @Nullable Session next;

    Sessions(Peer peer, Indices indices) {
        this.peer = peer;
        this.indices = indices;
    }

    @Nullable
    Session current() {
        return current;
    }

    /** One that we began is used at once. */
    void begun(Session session) {
        free(previous);
        if (next != null) {
            free(current);
            previous = next;
            next = null;
        } else {
            previous = current;
        }
        current = session;
    }

    /** One that they began waits until they have used it: only then is it sure that our response arrived. */
    void answered(Session session) {
        free(next);
        free(previous);
        previous = null;
        next = session;
    }

    /** They have used this one; true where it is the first time, and it is sent with from now on. */
    boolean confirm(Session session) {
        if (session != next) {
            return false;
        }
        free(previous);
        previous = current;
        current = session;
        next = null;
        return true;
    }

    @Nullable
    Session find(int index) {
        if (current != null && current.ourIndex() == index) {
            return current;
        }
        if (previous != null && previous.ourIndex() == index) {
            return previous;
        }
        return next != null && next.ourIndex() == index ? next : null;
    }

    void clear() {
        free(previous);
        free(current);
        free(next);
        previous = null;
        current = null;
        next = null;
    }

    private void free(@Nullable Session session) {
        if (session != null && indices.owner(session.ourIndex()) == peer) {
            indices.free(session.ourIndex());
        }
    }
}
