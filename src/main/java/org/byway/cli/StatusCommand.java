package org.byway.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.byway.cli.RunningByway.RefusedException;
import org.byway.control.ControlRequest;
import org.byway.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code byway status}: how the running Byway of a profile stands; exit code 1 where none runs. */
@Command(name = "status", description = "How the Byway that runs with this profile stands; exit code 1 where none runs.")
final class StatusCommand implements Callable<Integer> {
    /** A promise to scripts; what is absent in the answer is absent here. */
    private static final List<String> FIELDS = List.of("pid", "state", "socks", "strategy", "endpoint", "reason",
            "trouble", "verdict", "kilobytes", "next", "endpoints", "traffic");

    private final Program program;
    @Spec
    private CommandSpec spec = CommandSpec.create();
    @Mixin
    private ProfileOption profile = new ProfileOption();
    @Option(names = "--json", description = "one object; {\"running\":false} where none runs")
    private boolean isJson;

    StatusCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws RefusedException {
        PrintWriter out = spec.commandLine().getOut();
        Words words = Words.forPerson(isJson ? Optional.of(Locale.ENGLISH.getLanguage()) : Optional.empty());
        Optional<JsonNode> answer = profile.running(program, words).ask(ControlRequest.Command.STATUS, "");
        if (isJson) {
            out.println(json(answer));
        } else {
            out.println(answer.map(it -> plain(it, words)).orElseGet(() -> words.text("running.none")));
        }
        out.flush();
        return answer.isPresent() ? 0 : 1;
    }

    private static ObjectNode json(Optional<JsonNode> answer) {
        ObjectNode object = JsonMapper.shared().createObjectNode().put("running", answer.isPresent());
        answer.ifPresent(it -> FIELDS.stream().filter(it::has).forEach(name -> object.set(name, it.path(name))));
        return object;
    }

    private static String plain(JsonNode answer, Words words) {
        JsonNode traffic = answer.path("traffic");
        String listening = answer.has("socks")
                ? "\n" + words.naming("event.listening", answer.path("socks").asString(""))
                : "";
        return Isolates.remove(answer.path("sentence").asString("") + listening + "\n"
                + words.count("endpoints.count", answer.path("endpoints").asLong(0)) + ". "
                + words.text("running.strategy", answer.path("strategy").asString("")) + "\n"
                + words.text("event.traffic", words.bytes(traffic.path("up").asLong(0)),
                        words.bytes(traffic.path("down").asLong(0)),
                        words.count("connections", traffic.path("connections").asLong(0))));
    }
}
