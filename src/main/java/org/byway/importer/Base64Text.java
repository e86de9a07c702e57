package org.byway.importer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Base64 as links hold it: either alphabet (RFC 4648, sections 4 and 5), with padding or without. */
final class Base64Text {
    private Base64Text() {}

    /** The text, where this is Base64 of printable text. */
    static Optional<String> decode(String base64) {
        String plain = Percent.decode(base64).replace('-', '+').replace('_', '/').replace("=", "").strip();
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(plain);
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(text).filter(
                    it -> it.chars().noneMatch(c -> c != '\n' && c != '\r' && c != '\t' && Character.isISOControl(c)));
        } catch (IllegalArgumentException | CharacterCodingException notBase64) {
            return Optional.empty();
        }
    }
}
