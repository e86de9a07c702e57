package org.byway.netstack.dns;

/** What is asked: a name in lower case without a dot at its end, and which of its records. */
record Question(String name, RecordType type) {}
