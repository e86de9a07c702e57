package org.byway.importer;

import org.byway.model.HostPort;
import org.byway.model.InvalidValueException;
import org.byway.model.Problem;

/** Tells names of servers from other words, more strictly than a value of the model does. */
final class Hosts {
    private Hosts() {}

    /** A host whose last label is a number is an address, and then it has to be a whole one (WHATWG URL, section 3.5). */
    static HostPort require(HostPort server) {
        if (!server.isAddress() && endsInNumber(server.host())) {
            throw new InvalidValueException(Problem.BAD_HOST);
        }
        return server;
    }

    /** Whether somebody who sees the text takes it for a server: an address, or a name with a dot. */
    static boolean looksLikeHost(String text) {
        boolean isSmall = text.length() >= 4 && text.length() <= 253 && text.indexOf('.') > 0;
        return isSmall && text.chars().allMatch(Hosts::isNamePart) && !text.endsWith(".")
                && (looksLikeIpv4(text) || hasLetterEnding(text));
    }

    static boolean isNamePart(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-'
                || c == '_';
    }

    static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean endsInNumber(String host) {
        String label = host.substring(host.lastIndexOf('.', host.length() - 2) + 1);
        return label.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
    }

    private static boolean looksLikeIpv4(String text) {
        return text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.')
                && text.chars().filter(c -> c == '.').count() == 3;
    }

    private static boolean hasLetterEnding(String text) {
        String last = text.substring(text.lastIndexOf('.') + 1);
        return last.startsWith("xn--") || (last.length() >= 2 && last.chars().allMatch(Character::isLetter));
    }
}
