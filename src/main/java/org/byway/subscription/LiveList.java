package org.byway.subscription;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.byway.model.EndpointId;
import org.byway.model.EndpointList;
import org.byway.model.ListEntry;
import org.byway.store.EndpointStore;
import org.byway.store.LoadProblem;
import org.byway.store.StoreException;

/**
 * The list as the running program uses it: what is stored, and entries of this session that are never saved. Its methods
 * wait for the disk; followers are told on the calling thread, in order.
 */
public final class LiveList {
    private final EndpointStore store;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Consumer<EndpointList>> followers = new ArrayList<>();
    private EndpointList stored = EndpointList.EMPTY;
    private EndpointList session = EndpointList.EMPTY;

    public LiveList(EndpointStore store) {
        this.store = store;
    }

    /** Reads what is stored, and follows it from then on; gives what could not be read and was set aside. */
    public List<LoadProblem> open() throws StoreException {
        store.follow(newer -> change(() -> stored = newer));
        return reload();
    }

    /** Tells the list now and after each change. */
    public Runnable follow(Consumer<EndpointList> follower) {
        lock.lock();
        try {
            followers.add(follower);
            follower.accept(all());
        } finally {
            lock.unlock();
        }
        return () -> change(() -> followers.remove(follower));
    }

    /** Reads what is stored again, since somebody may have changed it from outside; gives what was set aside. */
    public List<LoadProblem> reload() throws StoreException {
        var loaded = store.load();
        change(() -> stored = loaded.value());
        return loaded.problems();
    }

    /** The list at this moment. */
    public EndpointList now() {
        lock.lock();
        try {
            return all();
        } finally {
            lock.unlock();
        }
    }

    /** Adds entries until the program ends. */
    public void addForSession(Collection<ListEntry> entries) {
        change(() -> session = session.with(entries).list());
    }

    /** Changes entries, wherever they are, and keeps that. */
    public void edit(Collection<EndpointId> which, UnaryOperator<ListEntry> edit) throws StoreException {
        store.update(list -> list.edited(which, edit));
        change(() -> session = session.edited(which, edit));
    }

    /** Adds an entry that a person has made; one that is there already is left as it is. */
    public void add(ListEntry entry) throws StoreException {
        store.update(list -> list.with(List.of(entry)).list());
    }

    /** Takes entries out, wherever they are; what is returned puts them back where they were. */
    public Restore remove(Collection<EndpointId> gone) throws StoreException {
        EndpointList sessionBefore = session;
        List<EndpointList> storedBefore = new ArrayList<>();
        store.update(list -> {
            storedBefore.add(list);
            return list.without(gone);
        });
        change(() -> session = session.without(gone));
        return () -> {
            store.update(list -> list.withRestored(storedBefore.getLast(), gone));
            change(() -> session = session.withRestored(sessionBefore, gone));
        };
    }

    /** Takes out the entries that came from there alone; others only forget it. What is returned undoes both. */
    public Restore removeSource(String source) throws StoreException {
        List<ListEntry> from = now().entries().stream().filter(entry -> entry.sources().contains(source)).toList();
        List<EndpointId> shared = from.stream().filter(entry -> entry.sources().size() > 1).map(ListEntry::id).toList();
        Restore gone = remove(from.stream().filter(entry -> entry.sources().size() == 1).map(ListEntry::id).toList());
        edit(shared, entry -> entry.withoutSource(source));
        return () -> {
            gone.run();
            edit(shared, entry -> entry.withSource(source));
        };
    }

    /** Puts removed entries back. */
    @FunctionalInterface
    public interface Restore {
        void run() throws StoreException;
    }

    private EndpointList all() {
        return session.isEmpty() ? stored : stored.with(session.entries()).list();
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            EndpointList now = all();
            List.copyOf(followers).forEach(follower -> follower.accept(now));
        } finally {
            lock.unlock();
        }
    }
}
