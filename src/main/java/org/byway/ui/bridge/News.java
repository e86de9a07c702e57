package org.byway.ui.bridge;

import java.util.Optional;
import org.byway.ui.control.Notice.Tone;

/**
 * What came of the last thing that a person did on a screen.
 *
 * @param undo takes it back, where that can be done
 */
public record News(String sentence, Tone tone, Optional<Undo> undo) {
    public static final News NONE = new News("", Tone.GOOD, Optional.empty());

    /** Of what is not taken back. */
    public static News of(String sentence, Tone tone) {
        return new News(sentence, tone, Optional.empty());
    }
}
