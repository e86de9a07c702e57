package org.byway.ui.editor;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.byway.model.HostPort;
import org.byway.model.InvalidValueException;
import org.byway.model.Problem;
import org.byway.model.Secret;
import org.byway.ui.editor.FormField.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a record, made from its components, and the record made from the fields. Texts, secrets, numbers, flags,
 * words of an enum, durations and lists of texts are fields of their own; a record inside is a group; what may be absent is
 * so where its fields are empty or, where it may be there with empty fields, by a flag. A component of another type is kept
 * as it is. The only class of the window that reflects.
 */
final class RecordForm implements Form {
    private final Class<?> type;
    private final List<Part> parts = new ArrayList<>();

    /** A component: what it gives to the record, or an error at one of its fields. */
    private sealed interface Part {
        @Nullable
        Object value() throws WrongFieldException;

        List<FormField> fields();

        boolean isEmpty();
    }

    /**
     * @param type    a record
     * @param initial its values, or null for an empty form
     */
    RecordForm(Class<?> type, @Nullable Object initial) {
        this.type = type;
        for (RecordComponent component : type.getRecordComponents()) {
            Object value = initial == null ? null : read(component, initial);
            parts.add(part(component.getName(), component.getGenericType(), value));
        }
    }

    @Override
    public List<FormField> fields() {
        return parts.stream().flatMap(part -> part.fields().stream()).toList();
    }

    @Override
    public Object build() throws WrongFieldException {
        @Nullable
        Object[] values = new @Nullable Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = parts.get(i).value();
        }
        try {
            return create(values);
        } catch (InvalidValueException refused) {
            throw new WrongFieldException(blamed(refused.problem()), refused.problem());
        }
    }

    boolean isEmpty() {
        return parts.stream().allMatch(Part::isEmpty);
    }

    /** Whether a record with nothing in it is one. */
    private boolean mayBeEmpty() {
        try {
            new RecordForm(type, null).build();
            return true;
        } catch (WrongFieldException refused) {
            return false;
        }
    }

    /** The field that the problem names, as {@code BAD_PORT} does a port; otherwise the first. */
    private FormField blamed(Problem problem) {
        List<String> words = List.of(problem.toString().toLowerCase(Locale.ROOT).split("_", -1));
        return fields().stream().filter(field -> words.stream().anyMatch(word -> isNamed(field.component(), word)))
                .findFirst().orElse(fields().getFirst());
    }

    private static boolean isNamed(String component, String word) {
        String name = component.toLowerCase(Locale.ROOT);
        return name.equals(word) || name.equals(word + "s") || name.equals(word + "id");
    }

    private static Part part(String name, Type declared, @Nullable Object value) {
        if (declared instanceof ParameterizedType generic) {
            return partOfMany(name, generic, value);
        }
        Class<?> type = (Class<?>) declared;
        if (Leaf.reads(type)) {
            return new Leaf(name, type, value);
        } else if (type.isRecord()) {
            return new Group(new RecordForm(type, value));
        }
        return new Kept(value);
    }

    private static Part partOfMany(String name, ParameterizedType generic, @Nullable Object value) {
        Type element = generic.getActualTypeArguments()[0];
        if (generic.getRawType() == Optional.class && element instanceof Class<?> type) {
            @Nullable
            Object inside = value instanceof Optional<?> optional ? optional.orElse(null) : null;
            if (Leaf.reads(type)) {
                return new Maybe(new Leaf(name, type, inside), Optional.empty());
            } else if (type.isRecord()) {
                RecordForm form = new RecordForm(type, inside);
                Optional<FormField> flag = form.mayBeEmpty()
                        ? Optional.of(new FormField(name, Kind.FLAG, List.of(), String.valueOf(inside != null)))
                        : Optional.empty();
                return new Maybe(new Group(form), flag);
            }
        } else if (element == String.class) {
            return new Lines(name, generic.getRawType() == List.class, value);
        }
        return new Kept(value == null ? Leaf.nothingOf(generic) : value);
    }

    /** A single field. */
    private record Leaf(FormField field, Class<?> type) implements Part {
        Leaf(String name, Class<?> type, @Nullable Object value) {
            this(new FormField(name, kind(type), choices(type), text(type, value)), type);
        }

        static boolean reads(Class<?> type) {
            return type == String.class || type == Secret.class || type == boolean.class || isNumber(type)
                    || type == Duration.class || type.isEnum();
        }

        private static boolean isNumber(Class<?> type) {
            return type == int.class || type == long.class || type == Integer.class || type == Long.class;
        }

        static Object nothingOf(ParameterizedType generic) {
            return generic.getRawType() == Optional.class
                    ? Optional.empty()
                    : generic.getRawType() == List.class ? List.of() : new LinkedHashSet<>();
        }

        private static Kind kind(Class<?> type) {
            if (type == Secret.class) {
                return Kind.SECRET;
            } else if (type == boolean.class) {
                return Kind.FLAG;
            } else if (type.isEnum()) {
                return Kind.CHOICE;
            }
            return isNumber(type) ? Kind.NUMBER : Kind.TEXT;
        }

        private static List<String> choices(Class<?> type) {
            return type.isEnum()
                    ? Arrays.stream(type.getEnumConstants()).map(Leaf::word).toList()
                    : List.of();
        }

        private static String text(Class<?> type, @Nullable Object value) {
            return switch (value) {
                case null -> type.isEnum() ? choices(type).getFirst() : type == boolean.class ? "false" : "";
                case Secret secret -> secret.reveal();
                case Enum<?> word -> word(word);
                default -> value.toString();
            };
        }

        private static String word(Object constant) {
            return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public Object value() throws WrongFieldException {
            String text = field.text().get().strip();
            try {
                if (type == String.class) {
                    return text;
                } else if (type == Secret.class) {
                    return Secret.of(field.text().get());
                } else if (type == boolean.class) {
                    return field.isOn();
                } else if (type == Duration.class) {
                    return Duration.parse(text);
                } else if (type.isEnum()) {
                    return Arrays.stream(type.getEnumConstants()).filter(it -> word(it).equals(text)).findFirst()
                            .orElseThrow();
                }
                return type == int.class || type == Integer.class
                        ? (Object) number(text)
                        : (Object) Long.parseLong(text);
            } catch (NumberFormatException | DateTimeParseException notOne) {
                throw new WrongFieldException(field, text.isEmpty() ? FormProblem.MISSING : FormProblem.NOT_A_NUMBER);
            } catch (InvalidValueException refused) {
                throw new WrongFieldException(field, refused.problem());
            }
        }

        /** A port says by itself what is wrong with it. */
        private int number(String text) {
            return field.component().equals("port") ? HostPort.parsePort(text) : Integer.parseInt(text);
        }

        @Override
        public List<FormField> fields() {
            return List.of(field);
        }

        @Override
        public boolean isEmpty() {
            return switch (field.kind()) {
                case CHOICE -> true; // one is always chosen
                case FLAG -> !field.isOn();
                case TEXT, SECRET, NUMBER, LINES -> field.text().get().isBlank();
            };
        }
    }

    /** A record inside the record. */
    private record Group(RecordForm form) implements Part {
        @Override
        public Object value() throws WrongFieldException {
            return form.build();
        }

        @Override
        public List<FormField> fields() {
            return form.fields();
        }

        @Override
        public boolean isEmpty() {
            return form.isEmpty();
        }
    }

    /** What may be absent. */
    private record Maybe(Part part, Optional<FormField> flag) implements Part {
        @Override
        public Object value() throws WrongFieldException {
            boolean isThere = flag.map(FormField::isOn).orElseGet(() -> !part.isEmpty());
            return isThere ? Optional.of(java.util.Objects.requireNonNull(part.value())) : Optional.empty();
        }

        @Override
        public List<FormField> fields() {
            List<FormField> fields = new ArrayList<>(flag.stream().toList());
            fields.addAll(part.fields());
            return fields;
        }

        @Override
        public boolean isEmpty() {
            return flag.map(it -> !it.isOn()).orElseGet(part::isEmpty);
        }
    }

    /** Several texts, a line each. */
    private record Lines(FormField field, boolean isList) implements Part {
        Lines(String name, boolean isList, @Nullable Object value) {
            this(new FormField(name, Kind.LINES, List.of(), value instanceof Collection<?> many
                    ? many.stream().map(Object::toString).collect(Collectors.joining("\n"))
                    : ""), isList);
        }

        @Override
        public Object value() {
            List<String> lines = field.text().get().lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
            return isList ? lines : new LinkedHashSet<>(lines);
        }

        @Override
        public List<FormField> fields() {
            return List.of(field);
        }

        @Override
        public boolean isEmpty() {
            return field.text().get().isBlank();
        }
    }

    /** Of a type that has no field: as it was. */
    private record Kept(@Nullable Object value) implements Part {
        @Override
        public List<FormField> fields() {
            return List.of();
        }

        @Override
        public boolean isEmpty() {
            return true;
        }
    }

    private static @Nullable Object read(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a record that hides its components", impossible);
        }
    }

    private Object create(@Nullable Object[] values) {
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType).toArray(Class<?>[]::new));
            return canonical.newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof InvalidValueException why) {
                throw why;
            }
            throw new IllegalStateException("a record that refuses without a reason", refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a record that hides its constructor", impossible);
        }
    }
}
