package org.byway.ui.control;

import com.sun.javafx.font.CharToGlyphMapper;
import com.sun.javafx.text.GlyphLayout;
import com.sun.javafx.text.GlyphLayoutManager;
import com.sun.javafx.text.TextRun;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mends Persian and Arabic on Linux, by standing in for a map inside JavaFX (25.0.4 and 26.0.2). That remembers the text
 * of a run by the run alone: one that was shortened to fit its line is then shaped with what was cut off, and the layout
 * fails; here a text is remembered by the run and its length. And characters that only join, part or turn letters
 * (Unicode, "Default_Ignorable_Code_Point") get the box of a missing letter there; here they get none. A JavaFX that is
 * built in another way is left as it is.
 */
public final class PangoRunTexts extends HashMap<Object, Long> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PangoRunTexts.class);
    private static final String FIELD = "runUtf8";

    private final transient Field glyphs;

    private PangoRunTexts(Field glyphs) {
        this.glyphs = glyphs;
    }

    /** To be called before any text is laid out; JavaFX thread only. */
    public static void mend() {
        try {
            GlyphLayout layout = GlyphLayoutManager.getInstance();
            try {
                Field texts = layout.getClass().getDeclaredField(FIELD);
                texts.setAccessible(true);
                Field glyphs = TextRun.class.getDeclaredField("gids");
                glyphs.setAccessible(true);
                texts.set(layout, new PangoRunTexts(glyphs));
            } finally {
                layout.dispose();
            }
        } catch (NoSuchFieldException anotherSystem) {
            LOG.debug("text is not shaped by Pango");
        } catch (ReflectiveOperationException | RuntimeException | LinkageError closed) {
            LOG.debug("the shaping of text cannot be reached", closed);
        }
    }

    @Override
    public @Nullable Long get(@Nullable Object run) {
        return super.get(key(run));
    }

    @Override
    public @Nullable Long put(Object run, Long text) {
        return super.put(key(run), text);
    }

    /** Asked for once all runs of a text are shaped. */
    @Override
    public Collection<Long> values() {
        keySet().forEach(key -> {
            if (key instanceof Key(TextRun run, int length)) {
                hideWhatHasNoWidth(run);
            }
        });
        return super.values();
    }

    /** A letter that no font has is the glyph 0 as well, but as wide as its box. */
    private void hideWhatHasNoWidth(TextRun run) {
        try {
            int[] codes = (int[]) glyphs.get(run);
            for (int i = 0; codes != null && i < run.getGlyphCount(); i++) {
                if (codes[i] == 0 && run.getAdvance(i) == 0) {
                    codes[i] = CharToGlyphMapper.INVISIBLE_GLYPH_ID;
                }
            }
        } catch (IllegalAccessException closed) {
            LOG.debug("glyphs cannot be reached", closed);
        }
    }

    private static Object key(@Nullable Object run) {
        return run instanceof TextRun it ? new Key(it, it.getLength()) : String.valueOf(run);
    }

    private record Key(Object run, int length) {}
}
