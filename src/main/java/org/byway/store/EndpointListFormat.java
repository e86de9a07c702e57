package org.byway.store;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.byway.model.EndpointList;
import org.byway.model.ListEntry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** The endpoint list as JSON: {@code {"version":1,"entries":[…]}}, read and written entry by entry. */
final class EndpointListFormat implements DocumentFormat<EndpointList> {
    private static final int VERSION = 1;
    private static final String ENTRIES = "entries";

    @Override
    public String name() {
        return "endpoints";
    }

    @Override
    public EndpointList first() {
        return EndpointList.EMPTY;
    }

    @Override
    public Document<EndpointList> read(byte[] json) throws UnreadableException {
        List<ListEntry> entries = new ArrayList<>();
        Map<String, JsonNode> rest = new LinkedHashMap<>();
        Json.read(json, VERSION, (name, parser) -> {
            boolean isOurs = name.equals(ENTRIES);
            if (isOurs) {
                requireArray(parser.currentToken());
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    entries.add(EntryJson.read(Json.tree(parser)));
                }
            }
            return isOurs;
        }, rest);
        return new Document<>(new EndpointList(entries), rest);
    }

    private static void requireArray(JsonToken token) {
        if (token != JsonToken.START_ARRAY) {
            throw new IllegalArgumentException("not an array");
        }
    }

    @Override
    public void write(Document<EndpointList> document, OutputStream to) {
        try (JsonGenerator generator = Json.write(to, VERSION)) {
            generator.writeName(ENTRIES);
            generator.writeStartArray();
            document.value().entries().forEach(entry -> generator.writeTree(EntryJson.write(entry)));
            generator.writeEndArray();
            document.rest().forEach((name, value) -> generator.writeName(name).writeTree(value));
            generator.writeEndObject();
        }
    }
}
