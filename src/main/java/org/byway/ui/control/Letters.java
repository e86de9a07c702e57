package org.byway.ui.control;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.byway.words.Language;
import org.byway.words.Words;

/** Which letters the fonts of this computer have. */
public final class Letters {
    private static final double SIZE = 24;
    /** Assigned to nothing (Unicode, block Greek and Coptic), so that it is drawn as a letter is that no font has. */
    private static final String IN_NO_FONT = "\u0378";

    /** Asked once: fonts that are installed meanwhile are there at the next start. */
    private static final Map<Language, Boolean> DRAWN = new EnumMap<>(Language.class);

    private Letters() {}

    /** Whether there is any font; the toolkit tells it only by failing at the first letter. */
    public static boolean areThere() {
        try {
            return new Text("a").getLayoutBounds().getWidth() > 0;
        } catch (NullPointerException noFont) {
            return false;
        }
    }

    /**
     * Whether all of them are drawn as themselves: the toolkit does not say, so they are drawn and looked at. JavaFX thread
     * only.
     */
    public static boolean canDraw(String text) {
        int[] missing = drawn(IN_NO_FONT);
        return text.codePoints().filter(Character::isLetter).distinct().mapToObj(Character::toString)
                .noneMatch(letter -> Arrays.equals(drawn(letter), missing));
    }

    /** The name of a language in its own letters; in those of the reader where this computer has none of its own. */
    public static String nameOf(Language language, Words reader) {
        boolean isDrawn = DRAWN.computeIfAbsent(language, it -> canDraw(it.ownName()));
        return isDrawn ? language.ownName() : language.nameIn(reader.language());
    }

    private static int[] drawn(String letter) {
        Text text = new Text(letter);
        text.setFont(Font.font(SIZE));
        Image picture = text.snapshot(null, null);
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] pixels = new int[1 + width * height];
        pixels[0] = width;
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 1, width);
        return pixels;
    }
}
