package org.byway.inbound;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.byway.model.endpoint.Login;
import org.jspecify.annotations.Nullable;

/** Who may use the proxy: every local program, or those that show the one login. */
record ProxyLogin(Optional<Login> login) {
    private static final String BASIC = "Basic ";

    boolean isWanted() {
        return login.isPresent();
    }

    /** Takes the same time wherever the difference is; any login is good where none is wanted. */
    boolean accepts(byte[] user, byte[] password) {
        if (login.isEmpty()) {
            return true;
        }
        boolean isUser = MessageDigest.isEqual(bytes(login.get().user()), user);
        boolean isPassword = MessageDigest.isEqual(bytes(login.get().password().reveal()), password);
        return isUser && isPassword;
    }

    /** RFC 7617, section 2: credentials = "Basic" SP base64(user-id ":" password). */
    boolean acceptsBasic(@Nullable String authorization) {
        if (login.isEmpty()) {
            return true;
        }
        if (authorization == null || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return false;
        }
        try {
            String pair = new String(Base64.getDecoder().decode(authorization.substring(BASIC.length()).strip()),
                    StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon >= 0 && accepts(bytes(pair.substring(0, colon)), bytes(pair.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
