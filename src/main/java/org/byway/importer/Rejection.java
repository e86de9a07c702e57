package org.byway.importer;

import org.byway.model.Problem;

/** Why a line is no entry; the sentence for it is in the resource bundles. The first ones are those of {@link Problem}. */
public enum Rejection {
    NO_HOST, BAD_HOST, NO_PORT, BAD_PORT, IPV6_WITHOUT_BRACKETS, IPV6_WITH_ZONE, BAD_IPV6, EMPTY_LOGIN, USER_TOO_LONG, PASSWORD_TOO_LONG, COLON_IN_USER, ZERO_IN_USER, EMPTY_PASSWORD, BAD_PIN, BAD_KEY, BAD_ADDRESS_BLOCK, BAD_NUMBER, BAD_RESERVED, BAD_MTU, NO_TUNNEL_ADDRESS, NO_PEER, BAD_HEADERS, BAD_JUNK, BAD_SPECIAL_DATAGRAM, PADDING_TOO_SHORT,
    /** a user name and no place for its password */
    NO_PASSWORD,
    /** more columns than address, user name and password */
    TOO_MANY_FIELDS,
    /** a share link whose server cannot be found in it */
    UNREADABLE_LINK,
    /** a scheme that Byway does not know */
    UNKNOWN_SCHEME,
    /** a scheme that Byway knows and will not read */
    REFUSED_SCHEME,
    /** a cipher of Shadowsocks that protects nothing any more */
    UNSAFE_CIPHER,
    /** the address of a page or of a list, not of a proxy */
    WEB_ADDRESS,
    /** a key of AmneziaVPN's own service, which no other program can use */
    ONLY_IN_AMNEZIA,
    /** longer than any entry */
    TOO_LONG,
    /** words, or something else that names no server */
    NOT_AN_ENTRY,
    /** not text at all */
    BINARY,
    /** a page for a browser, perhaps an error page in place of the list */
    WEB_PAGE,
    /** a file of another program that this version cannot read yet */
    LATER_FORMAT;

    static Rejection of(Problem problem) {
        return valueOf(problem.name());
    }
}
