package org.byway.importer;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.EncodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.byway.model.Secret;

/** Pictures of QR codes (ISO/IEC 18004) to text and back. */
public final class QrPicture {
    /** Larger photographs are made smaller first, so that neither memory nor patience runs out. */
    private static final int LARGEST_SIDE = 2400;
    private static final int MODULE = 8;
    private static final int WHITE = 0xffffff;
    private static final Map<DecodeHintType, ?> HARDER = Map.of(DecodeHintType.TRY_HARDER, true);

    private QrPicture() {}

    /** Whether the bytes begin as PNG, JPEG, GIF or BMP files do. */
    public static boolean isPicture(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
        return start.startsWith("\u0089PNG\r\n") || start.startsWith("\u00ff\u00d8\u00ff") || start.startsWith("GIF8")
                || (start.startsWith("BM") && bytes.length > 54);
    }

    /** The texts of all QR codes in the file of a picture, a line each; absent where there is none. Takes a while. */
    public static Optional<String> read(byte[] picture) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
            if (image == null) {
                return Optional.empty();
            }
            BufferedImage small = onWhite(image);
            int width = small.getWidth();
            return read(width, small.getRGB(0, 0, width, small.getHeight(), null, 0, width));
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /** The same of a picture's points, row by row as RGB. */
    public static Optional<String> read(int width, int[] points) {
        LuminanceSource seen = new RGBLuminanceSource(width, points.length / Math.max(1, width), points);
        return texts(seen).or(() -> texts(seen.invert()));
    }

    private static Optional<String> texts(LuminanceSource seen) {
        try {
            Result[] codes = new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(new HybridBinarizer(seen)),
                    HARDER);
            return Optional.of(Arrays.stream(codes).map(Result::getText).collect(Collectors.joining("\n")))
                    .filter(text -> !text.isBlank());
        } catch (NotFoundException none) {
            return Optional.empty();
        }
    }

    /** What can be seen through is white, as on a page. */
    private static BufferedImage onWhite(BufferedImage image) {
        double scale = Math.min(1, (double) LARGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) (image.getWidth() * scale));
        int height = Math.max(1, (int) (image.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setColor(new java.awt.Color(WHITE));
        pen.fillRect(0, 0, width, height);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return small;
    }

    /** The code of a text as rows of modules with the quiet border; absent where the text is longer than a code can hold. */
    public static Optional<List<boolean[]>> modules(Secret text) {
        try {
            BitMatrix code = new QRCodeWriter().encode(text.reveal(), BarcodeFormat.QR_CODE, 0, 0,
                    Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.CHARACTER_SET,
                            "UTF-8"));
            boolean[][] rows = new boolean[code.getHeight()][code.getWidth()];
            for (int y = 0; y < rows.length; y++) {
                for (int x = 0; x < rows[y].length; x++) {
                    rows[y][x] = code.get(x, y);
                }
            }
            return Optional.of(List.of(rows));
        } catch (WriterException | IllegalArgumentException tooLong) {
            return Optional.empty();
        }
    }

    /** The file of a picture (PNG) of such modules. */
    public static byte[] png(List<boolean[]> modules) {
        int side = modules.size() * MODULE;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, modules.get(y / MODULE)[x / MODULE] ? 0 : WHITE);
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", file);
        } catch (IOException ofMemory) {
            throw new UncheckedIOException(ofMemory);
        }
        return file.toByteArray();
    }
}
