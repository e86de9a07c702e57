package org.byway.cli;

/** The marks that keep a name's direction to itself, which terminals and scripts show as boxes. */
final class Isolates {
    private Isolates() {}

    static String remove(String sentence) {
        return sentence.replaceAll("[\u2066-\u2069]", "");
    }
}
