package org.byway.store;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.byway.model.HostPort;
import org.byway.model.Secret;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the model's records into JSON objects and back, by their components; the one place that reflects on them.
 *
 * <p>A component may be text, {@link Secret}, {@link HostPort}, {@link Duration}, a number, a flag, an enum, a record, a sealed
 * interface over records, or an {@link Optional}, {@link List} or {@link Set} of these. A record of a sealed interface carries
 * its kind as {@code type}: {@code Socks5Endpoint} of {@code Endpoint} is {@code socks5}.
 */
final class RecordJson {
    static final String TYPE = "type";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private RecordJson() {}

    private record Part(String name, Type type, Method accessor) {
        static Part of(RecordComponent component) {
            return new Part(component.getName(), component.getGenericType(), component.getAccessor());
        }
    }

    private record Shape(Constructor<?> constructor, List<Part> parts) {
        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                return new Shape(type.getDeclaredConstructor(types), Stream.of(components).map(Part::of).toList());
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException("a record without its constructor", impossible);
            }
        }
    }

    /** The word for a record of a sealed interface: its name without the interface's, {@code UdpCarrier} is {@code udp}. */
    static String word(Class<?> sealed, Class<?> permitted) {
        String name = permitted.getSimpleName();
        String ending = sealed.getSimpleName();
        String word = name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
        return word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }

    /** The record of a sealed interface that the word stands for, if this version has it. */
    static Optional<Class<?>> permitted(Class<?> sealed, String word) {
        return Arrays.<Class<?>>stream(sealed.getPermittedSubclasses()).filter(it -> word(sealed, it).equals(word))
                .findFirst();
    }

    static List<String> fields(Class<?> type) {
        return SHAPES.get(type).parts().stream().map(Part::name).toList();
    }

    static ObjectNode write(Record value) {
        ObjectNode object = NODES.objectNode();
        for (Part part : SHAPES.get(value.getClass()).parts()) {
            JsonNode node = node(part.type(), call(part.accessor(), value));
            if (!node.isNull()) {
                object.set(part.name(), node);
            }
        }
        return object;
    }

    /** Writes a record of a sealed interface with its kind. */
    static ObjectNode writeTyped(Class<?> sealed, Record value) {
        ObjectNode object = NODES.objectNode().put(TYPE, word(sealed, value.getClass()));
        object.setAll(write(value));
        return object;
    }

    /** @throws IllegalArgumentException where the object is not one of these; the message holds no value of it */
    static <R> R read(Class<R> type, JsonNode object) {
        Shape shape = SHAPES.get(type);
        Object[] values = shape.parts().stream().map(part -> value(part.type(), object.path(part.name()))).toArray();
        return type.cast(create(shape.constructor(), values));
    }

    /** @throws IllegalArgumentException where this version has no such kind, or the object is not one of it */
    static <R> R readTyped(Class<R> sealed, JsonNode object) {
        Class<?> type = permitted(sealed, text(object.path(TYPE)))
                .orElseThrow(() -> new IllegalArgumentException("an unknown kind"));
        return sealed.cast(read(type, object));
    }

    private static JsonNode node(Type declared, Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.isEmpty()
                    ? NODES.nullNode()
                    : node(argument(declared), optional.get());
            case Collection<?> many -> {
                ArrayNode array = NODES.arrayNode(many.size());
                many.forEach(one -> array.add(node(argument(declared), one)));
                yield array;
            }
            case Boolean flag -> NODES.booleanNode(flag);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case Enum<?> word -> NODES.stringNode(word.name());
            case Secret secret -> NODES.stringNode(secret.reveal());
            case String text -> NODES.stringNode(text);
            case HostPort address -> NODES.stringNode(address.toString());
            case Duration duration -> NODES.stringNode(duration.toString());
            case Record nested -> declared instanceof Class<?> type && type.isSealed()
                    ? writeTyped(type, nested)
                    : write(nested);
            default -> throw new IllegalStateException("no stored form for " + value.getClass());
        };
    }

    private static Object value(Type declared, JsonNode node) {
        if (declared instanceof ParameterizedType generic) {
            return values(generic, node);
        }
        Class<?> type = (Class<?>) declared;
        if (type == boolean.class) {
            return node.booleanValue(false);
        } else if (type == int.class) {
            return node.intValueOpt().orElseThrow(RecordJson::notANumber);
        } else if (type == long.class) {
            return node.longValueOpt().orElseThrow(RecordJson::notANumber);
        } else if (type.isEnum()) {
            return constant(type, text(node));
        } else if (type == Secret.class) {
            return Secret.of(text(node));
        } else if (type == String.class) {
            return text(node);
        } else if (type == HostPort.class) {
            return HostPort.parse(text(node));
        } else if (type == Duration.class) {
            return duration(text(node));
        } else {
            return type.isSealed() ? readTyped(type, node) : read(type, requireObject(node));
        }
    }

    private static Object values(ParameterizedType generic, JsonNode node) {
        Type element = argument(generic);
        if (generic.getRawType() == Optional.class) {
            return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(value(element, node));
        }
        Stream<Object> all = node.valueStream().map(one -> value(element, one));
        return generic.getRawType() == List.class ? all.toList() : new LinkedHashSet<>(all.toList());
    }

    private static Type argument(Type generic) {
        return ((ParameterizedType) generic).getActualTypeArguments()[0];
    }

    private static Object constant(Class<?> type, String name) {
        return Stream.of(type.getEnumConstants()).filter(it -> ((Enum<?>) it).name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an unknown word"));
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (java.time.DateTimeException notOne) {
            throw new IllegalArgumentException("not a duration", null);
        }
    }

    private static String text(JsonNode node) {
        return node.stringValueOpt().orElseThrow(() -> new IllegalArgumentException("not a text"));
    }

    private static JsonNode requireObject(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("not an object");
        }
        return node;
    }

    private static IllegalArgumentException notANumber() {
        return new IllegalArgumentException("not a number");
    }

    private static Object call(Method accessor, Record value) {
        try {
            return accessor.invoke(value);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a record that hides its components", impossible);
        }
    }

    private static Object create(Constructor<?> constructor, Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException("refused by its record", refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a record that hides its constructor", impossible);
        }
    }
}
