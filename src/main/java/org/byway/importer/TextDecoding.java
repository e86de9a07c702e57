package org.byway.importer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Bytes of a list to text: a byte order mark decides; then UTF-8, and windows-1251 where it is not that. */
public final class TextDecoding {
    private TextDecoding() {}

    public static String decode(byte[] bytes) {
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return strictOrCyrillic(bytes, 3);
        } else if (startsWith(bytes, 0xff, 0xfe)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        } else if (startsWith(bytes, 0xfe, 0xff)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        return strictOrCyrillic(bytes, 0);
    }

    private static String strictOrCyrillic(byte[] bytes, int from) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, from, bytes.length - from, Cyrillic.WINDOWS);
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Held apart, because a Java that was cut down for shipping may lack this encoding. */
    private static final class Cyrillic {
        private static final Charset WINDOWS = Charset.isSupported("windows-1251")
                ? Charset.forName("windows-1251")
                : StandardCharsets.ISO_8859_1;
    }
}
