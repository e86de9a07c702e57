package org.byway.fetch;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One whole answer of a server. */
@SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
record Answer(int status, Map<String, String> headers, byte[] body) {
    /** RFC 9110, section 15.4: those that ask for the same thing elsewhere. */
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    Optional<String> location() {
        return REDIRECTS.contains(status) ? Optional.ofNullable(headers.get("location")) : Optional.empty();
    }
}
