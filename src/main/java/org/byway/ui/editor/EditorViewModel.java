package org.byway.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.byway.geo.CountryInName;
import org.byway.model.ListEntry;
import org.byway.model.Source;
import org.byway.model.endpoint.Endpoint;
import org.byway.ui.bridge.Commands;
import org.byway.ui.control.TagText;
import org.byway.words.Words;

/** What is typed about one entry, old or new, until it is saved. */
final class EditorViewModel {

    private final Commands commands;
    private final Words words;
    private final Optional<ListEntry> entry;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty tags = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Form> form;
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /** @param entry absent where a new one is to be made */
    EditorViewModel(Commands commands, Words words, Optional<ListEntry> entry) {
        this.commands = commands;
        this.words = words;
        this.entry = entry;
        form = new ReadOnlyObjectWrapper<>(entry.map(it -> Form.of(it.endpoint().getClass(), it.endpoint()))
                .orElseGet(() -> empty(EndpointKind.all().getFirst())));
        entry.ifPresent(it -> {
            boolean isNamed = !it.name().equals(it.endpoint().server().toString());
            name.set(isNamed ? CountryInName.withoutFlags(it.name()) : "");
            tags.set(TagText.write(it.tags()));
        });
    }

    private static Form empty(EndpointKind kind) {
        return Form.of(kind.type(), null);
    }

    /** What was typed into fields of the same name is kept. */
    void choose(EndpointKind kind) {
        List<FormField> before = form.get().fields();
        Form next = empty(kind);
        next.fields().forEach(field -> before.stream()
                .filter(it -> it.component().equals(field.component()) && it.kind() == field.kind()).findFirst()
                .ifPresent(it -> field.text().set(it.text().get())));
        form.set(next);
    }

    /** The field that is wrong, where one is; otherwise it is saved, and {@code whenSaved} follows. */
    Optional<FormField> save(Runnable whenSaved) {
        form.get().fields().forEach(field -> field.blame(""));
        failure.set("");
        try {
            Endpoint endpoint = (Endpoint) form.get().build();
            run(entry.map(it -> change(it, endpoint)).orElseGet(() -> commands.add(made(endpoint))), whenSaved);
            return Optional.empty();
        } catch (WrongFieldException wrong) {
            wrong.tell(words);
            return Optional.of(wrong.field());
        }
    }

    private CompletionStage<Void> change(ListEntry old, Endpoint endpoint) {
        String newName = CountryInName.withFlagsOf(old.name(), name.get());
        SequencedSet<String> newTags = TagText.read(tags.get());
        return commands.edit(Set.of(old.id()),
                it -> it.withEndpoint(endpoint).withName(newName).withTags(newTags));
    }

    private ListEntry made(Endpoint endpoint) {
        return ListEntry.of(endpoint, name.get(), Source.BY_HAND).withTags(TagText.read(tags.get()));
    }

    private void run(CompletionStage<Void> saving, Runnable whenSaved) {
        busy.set(true);
        saving.whenComplete((nothing, failed) -> {
            busy.set(false);
            if (failed == null) {
                whenSaved.run();
            } else {
                failure.set(words.failure(failed));
            }
        });
    }

    boolean isNew() {
        return entry.isEmpty();
    }

    StringProperty name() {
        return name;
    }

    StringProperty tags() {
        return tags;
    }

    ReadOnlyObjectProperty<Form> form() {
        return form.getReadOnlyProperty();
    }

    /** Why it could not be saved, or empty. */
    ReadOnlyStringProperty failure() {
        return failure.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }
}
