package org.byway.cli;

import java.io.PrintWriter;
import org.byway.control.ReasonFields;
import org.byway.engine.EngineEvent;
import org.byway.engine.reason.Reason;
import org.byway.words.Words;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events as one JSON object a line; the fields are a promise to scripts, the reasons are English sentences. */
record JsonEvents(PrintWriter out, Words english) implements EventPrinter {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public void print(EngineEvent event) {
        out.println(JSON.writeValueAsString(object(event)));
        out.flush();
    }

    private ObjectNode object(EngineEvent event) {
        ObjectNode line = JSON.createObjectNode();
        return switch (event) {
            case EngineEvent.Listening it -> line.put("event", "listening").put("socks", it.socks().toString());
            case EngineEvent.Selected it -> ReasonFields.putOfMove(line.put("event", "selected")
                    .put("endpoint", it.endpoint().name()).put("id", it.endpoint().id().text())
                    .put("reason", why(it.reason())), it.reason());
            case EngineEvent.Moved it -> ReasonFields.putOfMove(line.put("event", "moved").put("from", it.from().name())
                    .put("to", it.to().name()).put("id", it.to().id().text()).put("reason", why(it.reason())),
                    it.reason());
            case EngineEvent.Down it -> ReasonFields.put(line.put("event", "down").put("reason", why(it.reason())),
                    it.reason());
            case EngineEvent.Searching it -> line.put("event", "searching");
            case EngineEvent.BackOnline it -> line.put("event", "online");
            case EngineEvent.Recovered it -> line.put("event", "recovered").put("endpoint", it.endpoint().name())
                    .put("id", it.endpoint().id().text());
            case EngineEvent.Stopped it -> line.put("event", "stopped");
            case EngineEvent.TrafficCounted it -> line.put("event", "traffic").put("up", it.up()).put("down", it.down())
                    .put("connections", it.connections());
        };
    }

    private String why(Reason reason) {
        return Isolates.remove(english.why(reason));
    }
}
