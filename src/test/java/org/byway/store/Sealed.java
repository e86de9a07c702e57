package org.byway.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import javax.crypto.SecretKey;

/** What lies on the disk, whole and in memory. */
final class Sealed {
    private Sealed() {}

    static byte[] seal(SecretKey key, String document, byte[] content) {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream sealing = Envelope.sealing(key, document, sealed)) {
            sealing.write(content);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return sealed.toByteArray();
    }

    static <T> byte[] json(DocumentFormat<T> format, Document<T> document) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        format.write(document, json);
        return json.toByteArray();
    }
}
