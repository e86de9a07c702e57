package org.byway.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.byway.model.EndpointList;
import org.byway.model.ListEntry;
import org.byway.store.StoreException;
import org.byway.subscription.OpenProfile;
import org.byway.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code byway list}: shows the list, without its secrets. */
@Command(name = "list", description = "Shows the list, without its secrets.")
final class ListCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Program program;
    @Spec
    private CommandSpec spec = CommandSpec.create();
    @Mixin
    private ProfileOption profile = new ProfileOption();
    @Option(names = "--json", description = "an array of objects")
    private boolean isJson;

    ListCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws StoreException {
        OpenProfile open = profile.open(program, spec.commandLine().getErr());
        Words words = Words.forPerson(Optional.empty());
        EndpointList list = open.list().now();
        PrintWriter out = spec.commandLine().getOut();
        out.println(isJson ? json(list) : table(list, words));
        out.flush();
        return 0;
    }

    private static String json(EndpointList list) {
        ArrayNode array = JSON.createArrayNode();
        for (ListEntry entry : list.entries()) {
            ObjectNode object = array.addObject().put("id", entry.id().text()).put("name", entry.name())
                    .put("protocol", entry.endpoint().protocol()).put("server", entry.endpoint().server().toString())
                    .put("pinned", entry.isPinned());
            entry.tags().forEach(object.putArray("tags")::add);
            entry.sources().forEach(object.putArray("sources")::add);
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(array);
    }

    private static String table(EndpointList list, Words words) {
        if (list.isEmpty()) {
            return words.text("list.empty");
        }
        Columns columns = new Columns("ID", words.text("column.name"), words.text("column.protocol"),
                words.text("column.server"), words.text("column.source"));
        for (ListEntry entry : list.entries()) {
            columns.add(entry.id().text(), entry.name(), entry.endpoint().protocol(),
                    entry.endpoint().server().toString(), String.join(", ", entry.sources()));
        }
        return columns.toString();
    }
}
