package org.byway.store;

import java.nio.file.Path;
import java.time.InstantSource;

/** What the stores of one profile share: its folder, its key, how files are changed, and the time. */
record ProfileFiles(Path folder, KeySource keys, FileSteps steps, InstantSource clock) {}
