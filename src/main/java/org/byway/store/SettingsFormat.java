package org.byway.store;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.byway.model.Settings;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The settings as JSON, one field for each component; one that is missing or of no use here is as at the first start. */
final class SettingsFormat implements DocumentFormat<Settings> {
    private static final int VERSION = 1;
    private static final List<String> FIELDS = RecordJson.fields(Settings.class);

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public Settings first() {
        return Settings.DEFAULT;
    }

    @Override
    public Document<Settings> read(byte[] json) throws UnreadableException {
        ObjectNode found = RecordJson.write(first());
        Map<String, JsonNode> rest = new LinkedHashMap<>();
        Json.read(json, VERSION, (name, parser) -> {
            boolean isOurs = FIELDS.contains(name);
            if (isOurs) {
                replaceWhereReadable(found, name, Json.tree(parser));
            }
            return isOurs;
        }, rest);
        return new Document<>(RecordJson.read(Settings.class, found), rest);
    }

    @Override
    public byte[] write(Document<Settings> document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = Json.write(bytes, VERSION)) {
            RecordJson.write(document.value()).properties()
                    .forEach(field -> generator.writeName(field.getKey()).writeTree(field.getValue()));
            document.rest().forEach((name, value) -> generator.writeName(name).writeTree(value));
            generator.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void replaceWhereReadable(ObjectNode settings, String name, JsonNode value) {
        ObjectNode tried = settings.deepCopy();
        tried.set(name, value);
        try {
            RecordJson.read(Settings.class, tried);
            settings.set(name, value);
        } catch (IllegalArgumentException ofAnotherVersion) {
            // the value at the first start stays
        }
    }
}
