package org.byway.store;

import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record as JSON, one field for each component: {@code {"version":1,"salt":"…","networks":[…]}}.
 *
 * @param name  the start of the names of its files
 * @param first the value of a profile that has none yet
 */
record RecordFormat<R extends Record>(String name, Class<R> type, R first) implements DocumentFormat<R> {
    private static final int VERSION = 1;

    @Override
    public Document<R> read(byte[] json) throws UnreadableException {
        ObjectNode found = RecordJson.write(first());
        Map<String, JsonNode> rest = new LinkedHashMap<>();
        Json.read(json, VERSION, (name, parser) -> {
            boolean isOurs = found.has(name);
            if (isOurs) {
                found.set(name, Json.tree(parser));
            }
            return isOurs;
        }, rest);
        try {
            return new Document<>(RecordJson.read(type, found), rest);
        } catch (IllegalArgumentException notOurs) {
            throw new UnreadableException(LoadProblem.Kind.DAMAGED);
        }
    }

    @Override
    public void write(Document<R> document, OutputStream to) {
        try (JsonGenerator generator = Json.write(to, VERSION)) {
            RecordJson.write(document.value()).properties()
                    .forEach(field -> generator.writeName(field.getKey()).writeTree(field.getValue()));
            document.rest().forEach((name, value) -> generator.writeName(name).writeTree(value));
            generator.writeEndObject();
        }
    }
}
