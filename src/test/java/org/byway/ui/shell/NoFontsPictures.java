package org.byway.ui.shell;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.AttributedString;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.byway.words.Language;
import org.byway.words.Words;

/**
 * Draws the pictures of {@link PictureWindow} anew, to be run by hand when its sentence has changed: every picture carries the
 * sentence that it shows as text, so that a test sees which have become old.
 */
final class NoFontsPictures {
    private static final int GREYS = 16;
    private static final int WIDTH = 480 * PictureWindow.FINENESS;
    private static final int MARGIN = 32 * PictureWindow.FINENESS;
    private static final int SIZE = 15 * PictureWindow.FINENESS;

    private static final char NON_BREAKING_HYPHEN = '\u2011';

    private NoFontsPictures() {}

    /** @param arguments a font file for Chinese, where the usual one has not its letters */
    public static void main(String[] arguments) throws IOException, FontFormatException {
        Path folder = Path.of("src/main/resources" + PictureWindow.FOLDER);
        Files.createDirectories(folder);
        for (Language language : Language.values()) {
            Words words = Words.forPerson(Optional.of(language.tag()));
            String sentence = words.text("no-fonts.window");
            Font usual = new Font("DejaVu Sans", Font.PLAIN, SIZE);
            Font other = arguments.length == 0
                    ? usual
                    : Font.createFont(Font.TRUETYPE_FONT, new File(arguments[0])).deriveFont((float) SIZE);
            // the name of a package is not broken
            AttributedString text = new AttributedString(sentence.replace('-', NON_BREAKING_HYPHEN));
            for (int i = 0; i < sentence.length(); i++) {
                text.addAttribute(TextAttribute.FONT, usual.canDisplay(sentence.charAt(i)) ? usual : other, i, i + 1);
            }
            write(draw(text, language.readsFromTheRight()), sentence, folder.resolve(language.tag() + ".png"));
        }
    }

    private static BufferedImage draw(AttributedString text, boolean isFromTheRight) {
        BufferedImage page = new BufferedImage(WIDTH + 2 * MARGIN, WIDTH, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = page.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, page.getWidth(), page.getHeight());
        pen.setColor(Color.BLACK);
        text.addAttribute(TextAttribute.RUN_DIRECTION,
                isFromTheRight ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
        LineBreakMeasurer lines = new LineBreakMeasurer(text.getIterator(), pen.getFontRenderContext());
        float y = MARGIN;
        while (lines.getPosition() < text.getIterator().getEndIndex()) {
            TextLayout line = lines.nextLayout(WIDTH);
            y += line.getAscent();
            line.draw(pen, isFromTheRight ? MARGIN + WIDTH - line.getAdvance() : MARGIN, y);
            y += line.getDescent() + line.getLeading() + SIZE * 0.3f;
        }
        pen.dispose();
        return fewGreys(page, Math.round(y) + MARGIN);
    }

    /** Half a byte for each point is fine enough for letters. */
    private static BufferedImage fewGreys(BufferedImage page, int height) {
        byte[] greys = new byte[GREYS];
        for (int i = 0; i < GREYS; i++) {
            greys[i] = (byte) (i * 255 / (GREYS - 1));
        }
        BufferedImage small = new BufferedImage(page.getWidth(), height, BufferedImage.TYPE_BYTE_BINARY,
                new IndexColorModel(4, GREYS, greys, greys, greys));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                int grey = page.getRaster().getSample(x, y, 0);
                small.getRaster().setSample(x, y, 0, (grey * (GREYS - 1) + 127) / 255);
            }
        }
        return small;
    }

    private static void write(BufferedImage picture, String sentence, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        IIOMetadata about = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture),
                writer.getDefaultWriteParam());
        IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
        entry.setAttribute("keyword", "Description");
        entry.setAttribute("compressionFlag", "FALSE");
        entry.setAttribute("compressionMethod", "0");
        entry.setAttribute("languageTag", "");
        entry.setAttribute("translatedKeyword", "");
        entry.setAttribute("text", sentence);
        IIOMetadataNode texts = new IIOMetadataNode("iTXt");
        texts.appendChild(entry);
        IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
        root.appendChild(texts);
        about.mergeTree("javax_imageio_png_1.0", root);
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(new IIOImage(picture, null, about));
        }
        writer.dispose();
    }
}
