package org.byway.control;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command asks of the running Byway.
 *
 * @param argument what the command is about, empty where it is about nothing
 * @param language the tag (BCP 47) in which sentences of the answer are wanted
 * @param length   of the body in bytes, 0 without one
 */
public record ControlRequest(Command command, String argument, String language, int length) {
    /** The commands of this version of the protocol. */
    public enum Command {
        /** how things stand; no argument */
        STATUS,
        /** the argument is a strategy, a name or an id */
        USE,
        /** read the list again */
        RELOAD,
        /** the argument is the source's name, the body its text in UTF-8 */
        IMPORT,
        /** bring the window to the front; no argument */
        SHOW
    }

    static final int VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.shared();

    String line() {
        return JSON.writeValueAsString(JSON.createObjectNode().put("version", VERSION)
                .put("command", command.name()).put("argument", argument).put("language", language)
                .put("length", length));
    }

    /** @throws IllegalArgumentException where it is no request of this version */
    static ControlRequest read(String line) {
        try {
            JsonNode request = JSON.readTree(line);
            int length = request.path("length").asInt(0);
            if (request.path("version").asInt(0) != VERSION || length < 0) {
                throw new IllegalArgumentException("not a request of version " + VERSION);
            }
            return new ControlRequest(Command.valueOf(request.path("command").asString("")),
                    request.path("argument").asString(""), request.path("language").asString(""), length);
        } catch (JacksonException notJson) {
            throw new IllegalArgumentException("not a request", notJson);
        }
    }
}
