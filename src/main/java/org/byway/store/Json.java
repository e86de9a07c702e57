package org.byway.store;

import java.util.Map;
import org.byway.store.LoadProblem.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of stored documents: an object whose first field is the version of its form. */
final class Json {
    private static final String VERSION = "version";
    // escapes, because UTF-8 has no bytes for half of a surrogate pair, and a save may not fail over one in a name
    private static final JsonMapper MAPPER = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private Json() {}

    /** Takes the field at which the parser stands, or leaves it for the rest. */
    @FunctionalInterface
    interface FieldReader {
        boolean read(String name, JsonParser parser);
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static JsonNode parse(String json) {
        return MAPPER.readTree(json);
    }

    static ObjectNode parseObject(String json) {
        return (ObjectNode) MAPPER.readTree(json);
    }

    static JsonNode tree(JsonParser parser) {
        return MAPPER.readTree(parser);
    }

    /** Reads the document's fields one by one; what the reader leaves goes to the rest. */
    static void read(byte[] json, int version, FieldReader fields, Map<String, JsonNode> rest)
            throws UnreadableException {
        try (JsonParser parser = MAPPER.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableException(Kind.DAMAGED);
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals(VERSION)) {
                    requireVersion(parser.getIntValue(), version);
                } else if (!fields.read(name, parser)) {
                    rest.put(name, tree(parser));
                }
            }
        } catch (JacksonException | ClassCastException | IllegalArgumentException notOurs) {
            throw new UnreadableException(Kind.DAMAGED);
        }
    }

    /** Opens a document with its version; the caller writes fields and closes it. */
    static JsonGenerator write(java.io.OutputStream to, int version) {
        JsonGenerator generator = MAPPER.createGenerator(to);
        generator.writeStartObject();
        generator.writeName(VERSION);
        generator.writeNumber(version);
        return generator;
    }

    private static void requireVersion(int found, int known) throws UnreadableException {
        if (found != known) {
            throw new UnreadableException(found > known ? Kind.NEWER_VERSION : Kind.DAMAGED);
        }
    }
}
