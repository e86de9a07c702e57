package org.byway.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.byway.store.StoreException.Kind;

/** The folder with one person's list and settings, which only its owner may read. */
public final class Profile {
    private final Path folder;
    private final EndpointStore endpoints;
    private final SettingsStore settings;
    private final NetworkMemoryStore networks;
    private final SourcesStore sources;

    private Profile(Path folder, ProfileFiles files) {
        this.folder = folder;
        this.endpoints = new EndpointStore(files);
        this.settings = new SettingsStore(files);
        this.networks = new NetworkMemoryStore(files);
        this.sources = new SourcesStore(files);
    }

    /** Opens the folder with its key in a file beside the list; makes the folder where there is none. */
    public static Profile open(Path folder) throws StoreException {
        return open(folder, InstantSource.system());
    }

    /** Opens the folder as {@link #open(Path)} does; the clock only names what has to be set aside. */
    public static Profile open(Path folder, InstantSource clock) throws StoreException {
        CallerThread.requireMayBlock();
        try {
            OwnerOnly.makeFolder(folder);
            Path real = folder.toRealPath();
            FileSteps steps = new DiskSteps();
            return over(new ProfileFiles(real, new KeyFile(real, steps, clock), steps, clock));
        } catch (IOException failure) {
            Kind kind = Files.exists(folder) && !Files.isDirectory(folder) ? Kind.NOT_A_FOLDER : Kind.UNWRITABLE;
            throw new StoreException(kind, folder, failure);
        }
    }

    static Profile over(ProfileFiles files) {
        return new Profile(files.folder(), files);
    }

    public Path folder() {
        return folder;
    }

    public EndpointStore endpoints() {
        return endpoints;
    }

    public SettingsStore settings() {
        return settings;
    }

    public NetworkMemoryStore networks() {
        return networks;
    }

    public SourcesStore sources() {
        return sources;
    }
}
