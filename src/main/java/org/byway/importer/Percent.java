package org.byway.importer;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding (RFC 3986, section 2.1), forgiving what is not one. */
final class Percent {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Percent() {}

    /** Decodes once; a percent sign that begins no pair of digits stays. */
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean isPair = bytes[i] == '%' && i + 2 < bytes.length && HexFormat.isHexDigit(bytes[i + 1])
                    && HexFormat.isHexDigit(bytes[i + 2]);
            if (isPair) {
                bytes[length++] = (byte) ((HexFormat.fromHexDigit(bytes[i + 1]) << 4)
                        | HexFormat.fromHexDigit(bytes[i + 2]));
                i += 2;
            } else {
                bytes[length++] = bytes[i];
            }
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** Decodes a name; old panels encode it as a form does, with a plus for each space. */
    static String decodeName(String text) {
        boolean isForm = text.indexOf('+') >= 0 && text.indexOf(' ') < 0 && !text.contains("%20");
        return decode(isForm ? text.replace('+', ' ') : text);
    }

    /** Encodes everything but the unreserved characters (RFC 3986, section 2.3), so that no delimiter is left. */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if ((b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || "-._~".indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                HEX.toHexDigits(encoded.append('%'), b);
            }
        }
        return encoded.toString();
    }
}
