package org.byway.ui.bridge;

import java.time.InstantSource;
import org.byway.words.Words;

/** What every screen is built from. */
public record ScreenContext(Commands commands, Words words, InstantSource clock, Ways ways) {}
