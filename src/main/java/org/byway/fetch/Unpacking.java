package org.byway.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.byway.fetch.FetchException.Kind;

/** Content codings (RFC 9110, section 8.4.1): gzip, which is asked for, and nothing else; a cut stream is noticed. */
final class Unpacking {
    private Unpacking() {}

    static boolean isNeeded(Answer answer) {
        return !coding(answer).equals("identity");
    }

    static byte[] unpack(Answer answer, int maxBytes) throws FetchException {
        if (!coding(answer).equals("gzip") && !coding(answer).equals("x-gzip")) {
            throw new FetchException(Kind.BROKEN);
        }
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            byte[] unpacked = gzip.readNBytes(maxBytes + 1);
            if (unpacked.length > maxBytes) {
                throw new FetchException(Kind.TOO_LARGE);
            }
            return unpacked;
        } catch (IOException cutOrNoGzip) {
            throw new FetchException(Kind.BROKEN, cutOrNoGzip);
        }
    }

    private static String coding(Answer answer) {
        return answer.headers().getOrDefault("content-encoding", "identity").strip().toLowerCase(Locale.ROOT);
    }
}
