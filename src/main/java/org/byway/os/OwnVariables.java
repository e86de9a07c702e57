package org.byway.os;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The environment variables of this process as its native libraries read them; Java has no way to set one. */
public final class OwnVariables {
    private static final Logger LOG = LoggerFactory.getLogger(OwnVariables.class);

    private OwnVariables() {}

    /**
     * Sets one that is not set yet (POSIX, {@code setenv}); to be called before the library that reads it is loaded. Where the
     * system has no such function nothing happens.
     */
    @SuppressWarnings("restricted") // the call of C is what this class is for; each start allows it
    public static void setWhereUnset(String name, String value) {
        Optional<MemorySegment> function = lookup("setenv");
        if (function.isEmpty()) {
            return;
        }
        MethodHandle setenv = Linker.nativeLinker().downcallHandle(function.get(), FunctionDescriptor
                .of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int failed = (int) setenv.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 0);
            LOG.debug("{} set: {}", name, failed == 0);
        } catch (Throwable notPossible) { // what a method handle declares
            LOG.debug("{} cannot be set", name, notPossible);
        }
    }

    static Optional<MemorySegment> lookup(String function) {
        SymbolLookup libraries = Linker.nativeLinker().defaultLookup();
        return libraries.find(function);
    }
}
