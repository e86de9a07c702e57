package org.byway.ui.control;

import com.sun.javafx.text.GlyphLayout;
import com.sun.javafx.text.GlyphLayoutManager;
import com.sun.javafx.text.TextRun;
import java.lang.reflect.Field;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mends the wrapping of Persian and Arabic on Linux. JavaFX (25.0.4 and 26.0.2) remembers the text of a run by the run
 * alone; one that was shortened to fit its line is then shaped with what was cut off, and every layout of it fails. Here
 * a text is remembered by the run and its length. A JavaFX that is built in another way is left as it is.
 */
public final class PangoRunTexts extends HashMap<Object, Long> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PangoRunTexts.class);
    private static final String FIELD = "runUtf8";

    private PangoRunTexts() {}

    /** To be called before any text is laid out; JavaFX thread only. */
    public static void mend() {
        try {
            GlyphLayout layout = GlyphLayoutManager.getInstance();
            try {
                Field texts = layout.getClass().getDeclaredField(FIELD);
                texts.setAccessible(true);
                texts.set(layout, new PangoRunTexts());
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

    private static Object key(@Nullable Object run) {
        return new Key(run, run instanceof TextRun it ? it.getLength() : 0);
    }

    private record Key(@Nullable Object run, int length) {}
}
