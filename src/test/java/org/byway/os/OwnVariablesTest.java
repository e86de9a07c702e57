package org.byway.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs({OS.LINUX, OS.MAC})
class OwnVariablesTest {
    @Test
    void nativeLibrariesReadWhatWasSetFirst() throws Throwable {
        OwnVariables.setWhereUnset("BYWAY_TEST_VARIABLE", "one");
        OwnVariables.setWhereUnset("BYWAY_TEST_VARIABLE", "other");
        assertThat(read("BYWAY_TEST_VARIABLE")).isEqualTo("one");
    }

    @SuppressWarnings("restricted") // reads it as a native library does
    private static String read(String name) throws Throwable {
        var getenv = Linker.nativeLinker().downcallHandle(OwnVariables.lookup("getenv").orElseThrow(),
                FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment found = (MemorySegment) getenv.invokeExact(arena.allocateFrom(name));
            return found.reinterpret(Long.MAX_VALUE).getString(0);
        }
    }
}
