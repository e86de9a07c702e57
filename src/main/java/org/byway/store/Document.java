package org.byway.store;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A value as it lies in its file, with the fields beside it that only a newer Byway can read. */
record Document<T>(T value, Map<String, JsonNode> rest) {
    Document {
        rest = Map.copyOf(rest);
    }

    Document<T> with(T other) {
        return new Document<>(other, rest);
    }
}
