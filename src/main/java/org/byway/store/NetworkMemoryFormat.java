package org.byway.store;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.byway.model.network.RememberedNetworks;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was learned in each network as JSON: {@code {"version":1,"salt":"…","networks":[…]}}. */
final class NetworkMemoryFormat implements DocumentFormat<RememberedNetworks> {
    private static final int VERSION = 1;

    @Override
    public String name() {
        return "networks";
    }

    @Override
    public RememberedNetworks first() {
        return RememberedNetworks.NONE;
    }

    @Override
    public Document<RememberedNetworks> read(byte[] json) throws UnreadableException {
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
            return new Document<>(RecordJson.read(RememberedNetworks.class, found), rest);
        } catch (IllegalArgumentException notOurs) {
            throw new UnreadableException(LoadProblem.Kind.DAMAGED);
        }
    }

    @Override
    public byte[] write(Document<RememberedNetworks> document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = Json.write(bytes, VERSION)) {
            RecordJson.write(document.value()).properties()
                    .forEach(field -> generator.writeName(field.getKey()).writeTree(field.getValue()));
            document.rest().forEach((name, value) -> generator.writeName(name).writeTree(value));
            generator.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
