package org.byway.store;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import org.byway.model.EndpointId;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.Secret;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.UnsupportedEndpoint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One entry of the list as a JSON object; loses nothing that a newer Byway has written.
 *
 * <p>An endpoint of a kind that this version does not have becomes an {@link UnsupportedEndpoint} whose link is the
 * object itself. Single fields that it does not know go to {@link ListEntry#unknown()} and back. So a version that adds
 * a field without which a connection would be wrong gives the kind a new name.
 */
final class EntryJson {
    /** Begins the link of an endpoint that is kept as its stored object. */
    static final String KEPT = "byway-stored:";

    private static final String OF_ENTRY = "stored:entry/";
    private static final String OF_ENDPOINT = "stored:endpoint/";
    private static final Set<String> FIELDS = Set.of("id", "name", "endpoint", "tags", "pinned", "sources", "unknown");
    private static final HostPort NOWHERE = new HostPort("unknown.invalid", 1);

    private EntryJson() {}

    static ObjectNode write(ListEntry entry) {
        ObjectNode object = Json.object();
        object.put("id", entry.id().text());
        object.put("name", entry.name());
        ObjectNode endpoint = write(entry.endpoint());
        object.set("endpoint", endpoint);
        putTexts(object, "tags", entry.tags());
        if (entry.isPinned()) {
            object.put("pinned", true);
        }
        putTexts(object, "sources", entry.sources());
        putUnknown(object, endpoint, entry.unknown());
        return object;
    }

    static ListEntry read(JsonNode object) {
        Map<String, String> unknown = new LinkedHashMap<>();
        object.path("unknown").properties()
                .forEach(field -> unknown.put(field.getKey(), field.getValue().asString("")));
        keepUnknown(object, FIELDS, OF_ENTRY, unknown);
        Endpoint endpoint = endpoint(object.path("endpoint"), unknown);
        return new ListEntry(id(object.path("id")), endpoint, object.path("name").stringValue(""),
                texts(object.path("tags")), object.path("pinned").booleanValue(false),
                texts(object.path("sources")), unknown);
    }

    private static ObjectNode write(Endpoint endpoint) {
        if (endpoint instanceof UnsupportedEndpoint kept && kept.link().reveal().startsWith(KEPT)) {
            return Json.parseObject(kept.link().reveal().substring(KEPT.length()));
        }
        return RecordJson.writeTyped(Endpoint.class, (Record) endpoint);
    }

    private static Endpoint endpoint(JsonNode object, Map<String, String> unknown) {
        try {
            Endpoint endpoint = RecordJson.readTyped(Endpoint.class, object);
            Set<String> known = new LinkedHashSet<>(RecordJson.fields(endpoint.getClass()));
            known.add(RecordJson.TYPE);
            keepUnknown(object, known, OF_ENDPOINT, unknown);
            return endpoint;
        } catch (IllegalArgumentException notOfThisVersion) {
            String type = object.path(RecordJson.TYPE).stringValue("unknown");
            return new UnsupportedEndpoint(server(object), type, Secret.of(KEPT + object));
        }
    }

    private static HostPort server(JsonNode endpoint) {
        try {
            return HostPort.parse(endpoint.path("server").stringValue(""));
        } catch (IllegalArgumentException noneThatWeCanRead) {
            return NOWHERE;
        }
    }

    private static EndpointId id(JsonNode node) {
        try {
            return new EndpointId(node.stringValue(""));
        } catch (IllegalArgumentException noneThatWeCanRead) {
            return EndpointId.random();
        }
    }

    private static void keepUnknown(JsonNode object, Set<String> known, String prefix, Map<String, String> unknown) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!known.contains(field.getKey())) {
                unknown.put(prefix + field.getKey(), field.getValue().toString());
            }
        }
    }

    private static void putUnknown(ObjectNode entry, ObjectNode endpoint, Map<String, String> unknown) {
        ObjectNode foreign = Json.object();
        unknown.forEach((name, value) -> {
            if (name.startsWith(OF_ENTRY)) {
                entry.set(name.substring(OF_ENTRY.length()), Json.parse(value));
            } else if (name.startsWith(OF_ENDPOINT)) {
                endpoint.set(name.substring(OF_ENDPOINT.length()), Json.parse(value));
            } else {
                foreign.put(name, value);
            }
        });
        if (!foreign.isEmpty()) {
            entry.set("unknown", foreign);
        }
    }

    private static void putTexts(ObjectNode object, String name, SequencedSet<String> texts) {
        if (!texts.isEmpty()) {
            texts.forEach(object.putArray(name)::add);
        }
    }

    private static SequencedSet<String> texts(JsonNode array) {
        List<String> texts = array.valueStream().map(one -> one.asString("")).toList();
        return new LinkedHashSet<>(texts);
    }
}
