package org.byway.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.crypto.SecretKey;
import org.byway.store.LoadProblem.Kind;
import tools.jackson.core.exc.JacksonIOException;

/**
 * One value of a profile on disk: loaded, changed in one piece under the profile's lock, and followed.
 *
 * <p>Every method blocks; none may be called on a network loop, the engine's thread or the window's.
 */
public abstract sealed class DocumentStore<T> permits EndpointStore, NetworkMemoryStore, SettingsStore, SourcesStore {
    private static final long MAX_SIZE = 1 << 30;

    private final ProfileFiles files;
    private final DocumentFormat<T> format;
    private final Generations generations;
    private final List<Consumer<T>> followers = new CopyOnWriteArrayList<>();
    private final ReentrantLock telling = new ReentrantLock();
    private long saved;
    private long told;

    DocumentStore(ProfileFiles files, DocumentFormat<T> format) {
        this.files = files;
        this.format = format;
        this.generations = new Generations(files.folder(), format.name(), files.steps());
    }

    /** The newest readable value; what cannot be read is set aside and named in the result. */
    public Loaded<T> load() throws StoreException {
        return ProfileLock.holding(files.folder(), () -> read().loaded());
    }

    /**
     * Reads, changes, saves and tells the followers; no other change comes between.
     *
     * @param change a quick function that may not come back to the profile; giving the same value saves nothing
     * @return the value after the change, with the problems met while reading the one before
     */
    public Loaded<T> update(UnaryOperator<T> change) throws StoreException {
        Change<T> done = ProfileLock.holding(files.folder(), () -> changed(change));
        tell(done);
        return done.after();
    }

    /** Calls the follower after each change of this store, on the changing thread; it returns at once. */
    public void follow(Consumer<T> follower) {
        followers.add(follower);
    }

    private record Read<T>(Document<T> document, Optional<String> from, List<LoadProblem> problems) {
        Loaded<T> loaded() {
            return new Loaded<>(document.value(), from, problems);
        }
    }

    private record Change<T>(Loaded<T> after, long number) {}

    private Change<T> changed(UnaryOperator<T> change) throws IOException {
        Read<T> before = read();
        T value = change.apply(before.document().value());
        if (!value.equals(before.document().value())) {
            save(before.document().with(value));
        }
        saved++;
        return new Change<>(new Loaded<>(value, before.from(), before.problems()), saved);
    }

    private Read<T> read() throws IOException {
        List<LoadProblem> problems = new ArrayList<>();
        for (Path file : generations.newestFirst()) {
            try {
                byte[] json = Envelope.open(files.keys().key(), format.name(), content(file));
                return new Read<>(format.read(json), Optional.of(nameOf(file)), problems);
            } catch (UnreadableException unreadable) {
                Path aside = SetAside.move(file, files.steps(), files.clock().instant());
                problems.add(new LoadProblem(unreadable.kind(), nameOf(file), nameOf(aside)));
            }
        }
        return new Read<>(new Document<>(format.first(), Map.of()), Optional.empty(), problems);
    }

    /** A file that opens and cannot be read is damaged; one that does not open may be a passing lack of descriptors. */
    private static byte[] content(Path file) throws IOException, UnreadableException {
        try (InputStream input = Files.newInputStream(file)) {
            if (Files.size(file) > MAX_SIZE) {
                throw new UnreadableException(Kind.DAMAGED);
            }
            return rest(input);
        } catch (AccessDeniedException forbidden) {
            throw new UnreadableException(Kind.DAMAGED);
        }
    }

    private static byte[] rest(InputStream input) throws UnreadableException {
        try {
            return input.readAllBytes();
        } catch (IOException badDisk) {
            throw new UnreadableException(Kind.DAMAGED);
        }
    }

    private void save(Document<T> document) throws IOException {
        SecretKey key = files.keys().key();
        generations.add(to -> write(document, Envelope.sealing(key, format.name(), to)));
    }

    private void write(Document<T> document, OutputStream sealed) throws IOException {
        try {
            format.write(document, sealed);
        } catch (JacksonIOException failure) {
            throw failure.getCause(); // the disk's
        }
    }

    /** Two changes may arrive here in the wrong order: the older one then says nothing. */
    private void tell(Change<T> change) {
        telling.lock();
        try {
            if (change.number() > told) {
                told = change.number();
                followers.forEach(follower -> follower.accept(change.after().value()));
            }
        } finally {
            telling.unlock();
        }
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }
}
