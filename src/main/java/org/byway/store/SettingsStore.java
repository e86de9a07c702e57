package org.byway.store;

import org.byway.model.Settings;

/** The settings of a profile. */
public final class SettingsStore extends DocumentStore<Settings> {
    SettingsStore(ProfileFiles files) {
        super(files, new SettingsFormat());
    }
}
