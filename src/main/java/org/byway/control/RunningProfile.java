package org.byway.control;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.byway.engine.Engine;
import org.byway.engine.EngineSnapshot;
import org.byway.engine.Following;
import org.byway.engine.pool.Choice;
import org.byway.engine.pool.Strategy;
import org.byway.engine.pool.UnclearChoiceException;
import org.byway.store.LoadProblem;
import org.byway.store.StoreException;
import org.byway.subscription.ImportReport;
import org.byway.subscription.ImportedLine;
import org.byway.subscription.OpenProfile;
import org.byway.subscription.SourceText;
import org.byway.words.ImportSentences;
import org.byway.words.Words;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What commands ask, carried out by the engine and the profile that run. */
public final class RunningProfile implements ControlService {
    private final Engine engine;
    private final OpenProfile profile;
    private final Optional<Runnable> show;

    /** One that has no window. */
    public RunningProfile(Engine engine, OpenProfile profile) {
        this(engine, profile, Optional.empty());
    }

    /** @param show brings the window to the front, from any thread */
    public RunningProfile(Engine engine, OpenProfile profile, Optional<Runnable> show) {
        this.engine = engine;
        this.profile = profile;
        this.show = show;
    }

    @Override
    public ObjectNode answer(ControlRequest request, byte[] body) {
        Words words = Words.forPerson(Optional.of(request.language()));
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        try {
            switch (request.command()) {
                case STATUS -> status(words, answer);
                case USE -> use(request.argument(), answer);
                case RELOAD -> reload(words, answer);
                case SHOW -> {
                    show.ifPresent(Runnable::run);
                    return show.isPresent()
                            ? answer.put("ok", true)
                            : answer.put("ok", false).put("sentence", words.text("running.no-window"));
                }
                case IMPORT -> add(new SourceText(request.argument(), new String(body, StandardCharsets.UTF_8)), words,
                        answer);
            }
            return answer.put("ok", true);
        } catch (StoreException | UnclearChoiceException failure) {
            return answer.put("ok", false).put("sentence", words.failure(failure));
        }
    }

    private void status(Words words, ObjectNode answer) {
        EngineSnapshot now = snapshot();
        answer.put("pid", ProcessHandle.current().pid()).put("state", now.state().name().toLowerCase(Locale.ROOT))
                .put("strategy", now.strategy().text()).put("endpoints", profile.list().now().size());
        now.listening().ifPresent(address -> answer.put("socks", address.toString()));
        now.selected().ifPresent(selected -> {
            answer.putObject("endpoint").put("id", selected.endpoint().id().text())
                    .put("name", selected.endpoint().name());
            answer.put("reason", words.why(selected.reason()));
            ReasonFields.putOfMove(answer, selected.reason());
        });
        now.trouble().ifPresent(why -> {
            answer.remove(ReasonFields.NAMES);
            ReasonFields.put(answer.put("trouble", words.why(why)), why);
        });
        answer.putObject("traffic").put("up", now.traffic().up()).put("down", now.traffic().down()).put("connections",
                now.traffic().connections());
        answer.put("sentence", words.sentence(now));
    }

    /** As it is now, not as it was told last. */
    private EngineSnapshot snapshot() {
        CompletableFuture<EngineSnapshot> told = new CompletableFuture<>();
        Following following = engine.follow(told::complete);
        try {
            return told.join();
        } finally {
            following.close();
        }
    }

    private void use(String text, ObjectNode answer) throws UnclearChoiceException, StoreException {
        Strategy chosen = Choice.of(text, profile.list().now());
        profile.settings().update(settings -> settings.withStrategy(chosen.text()));
        engine.choose(chosen);
        answer.put("strategy", chosen.text());
    }

    private void reload(Words words, ObjectNode answer) throws StoreException {
        List<LoadProblem> problems = profile.list().reload();
        answer.put("endpoints", profile.list().now().size());
        problems.stream().map(words::sentence).forEach(answer.putArray("problems")::add);
    }

    private void add(SourceText source, Words words, ObjectNode answer) throws StoreException {
        ImportReport report = profile.imports().add(source);
        new ImportSentences(words).all(report).forEach(answer.putArray("lines")::add);
        answer.put("useful", report.newEntries() + report.count(ImportedLine.AlreadyThere.class) > 0);
    }
}
