package org.byway.store;

import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.byway.model.Settings;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings as JSON, one field for each component. One that is missing is as at the first start; one that cannot be read
 * here is so too, is named as unreadable, and stays in the file as it is.
 */
final class SettingsFormat implements DocumentFormat<Settings> {
    private static final int VERSION = 1;
    private static final String UNREADABLE = "unreadable";
    private static final List<String> FIELDS = RecordJson.fields(Settings.class).stream()
            .filter(Predicate.not(UNREADABLE::equals)).toList();

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
        ArrayNode unreadable = found.putArray(UNREADABLE);
        Map<String, JsonNode> rest = new LinkedHashMap<>();
        Json.read(json, VERSION, (name, parser) -> {
            boolean isOurs = FIELDS.contains(name);
            if (isOurs) {
                JsonNode value = Json.tree(parser);
                if (isReadable(found, name, value)) {
                    found.set(name, value);
                } else {
                    unreadable.add(name);
                    rest.put(name, value);
                }
            }
            return isOurs;
        }, rest);
        return new Document<>(RecordJson.read(Settings.class, found), rest);
    }

    private static boolean isReadable(ObjectNode settings, String name, JsonNode value) {
        ObjectNode tried = settings.deepCopy();
        tried.set(name, value);
        try {
            RecordJson.read(Settings.class, tried);
            return true;
        } catch (IllegalArgumentException ofAnotherVersion) {
            return false;
        }
    }

    @Override
    public void write(Document<Settings> document, OutputStream to) {
        Settings value = document.value();
        Set<String> kept = value.unreadable();
        // a login that it cannot read is nothing that the record would tell
        ObjectNode fields = RecordJson.write(kept.contains("login") ? value.withLogin(Optional.empty()) : value);
        fields.remove(UNREADABLE);
        fields.remove(kept);
        document.rest().forEach((name, node) -> {
            if (kept.contains(name) || !FIELDS.contains(name)) {
                fields.set(name, node);
            }
        });
        try (JsonGenerator generator = Json.write(to, VERSION)) {
            fields.properties().forEach(field -> generator.writeName(field.getKey()).writeTree(field.getValue()));
            generator.writeEndObject();
        }
    }
}
