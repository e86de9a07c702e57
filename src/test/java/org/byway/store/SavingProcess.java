package org.byway.store;

import java.nio.file.Path;

/** A program that adds one entry after another to a profile, saying the number before and after each save. */
public final class SavingProcess {
    private SavingProcess() {}

    /** Arguments: the profile, the start of the names, how many to add. */
    public static void main(String[] arguments) throws StoreException {
        EndpointStore store = Profile.open(Path.of(arguments[0])).endpoints();
        int count = Integer.parseInt(arguments[2]);
        for (int i = 0; i < count; i++) {
            String host = arguments[1] + i + ".example";
            say("saving " + i);
            store.update(old -> Lists.with(old, host));
            say("saved " + i);
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
