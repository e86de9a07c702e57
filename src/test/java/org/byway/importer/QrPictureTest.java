package org.byway.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.byway.model.Secret;
import org.junit.jupiter.api.Test;

class QrPictureTest {
    private static final String LINK = "ss://YWVzLTI1Ni1nY206c2VjcmV0@198.51.100.7:8388#Дом%20Кати";

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(QrPicture.read(png(LINK))).contains(LINK);
    }

    @Test
    void aPhotographThatIsTurnedGreyAndLargeIsRead() throws IOException {
        BufferedImage code = ImageIO.read(new ByteArrayInputStream(png(LINK)));
        BufferedImage photograph = new BufferedImage(3000, 2200, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = photograph.createGraphics();
        pen.setColor(new Color(190, 180, 170));
        pen.fillRect(0, 0, 3000, 2200);
        AffineTransform turned = AffineTransform.getTranslateInstance(1200, 500);
        turned.rotate(0.2);
        turned.scale(2.4, 2.4);
        pen.drawImage(code, turned, null);
        pen.dispose();
        assertThat(QrPicture.read(file(photograph, "jpg"))).contains(LINK);
    }

    @Test
    void lightOnDarkIsRead() throws IOException {
        BufferedImage code = ImageIO.read(new ByteArrayInputStream(png(LINK)));
        BufferedImage inverse = new BufferedImage(code.getWidth(), code.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                inverse.setRGB(x, y, ~code.getRGB(x, y));
            }
        }
        assertThat(QrPicture.read(file(inverse, "png"))).contains(LINK);
    }

    @Test
    void aPictureWithoutACodeHasNoText() throws IOException {
        assertThat(QrPicture.read(file(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "png"))).isEmpty();
    }

    @Test
    void aTextThatIsTooLongForACodeHasNone() {
        assertThat(QrPicture.modules(Secret.of("x".repeat(5000)))).isEmpty();
    }

    @Property(tries = 200)
    void damagedPicturesAreNoPictures(@ForAll @Size(max = 300) byte[] noise) {
        byte[] picture = png(LINK);
        System.arraycopy(noise, 0, picture, 8, Math.min(noise.length, picture.length - 8));
        assertThat(QrPicture.isPicture(picture)).isTrue();
        assertThat(QrPicture.read(picture)).satisfiesAnyOf(text -> assertThat(text).isEmpty(),
                text -> assertThat(text).isPresent());
    }

    private static byte[] png(String text) {
        return QrPicture.png(QrPicture.modules(Secret.of(text)).orElseThrow());
    }

    private static byte[] file(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, file)).isTrue();
        return file.toByteArray();
    }
}
