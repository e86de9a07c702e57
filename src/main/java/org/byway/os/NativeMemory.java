package org.byway.os;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The memory that libraries of the system hold for this process, beside the heap of Java. */
public final class NativeMemory {
    private static final Logger LOG = LoggerFactory.getLogger(NativeMemory.class);

    private NativeMemory() {}

    /** Returns to the system what is not in use (GNU C library, {@code malloc_trim}); takes some milliseconds, elsewhere nothing. */
    @SuppressWarnings("restricted") // the call of C is what this class is for; each start allows it
    public static void giveBack() {
        OwnVariables.lookup("malloc_trim").ifPresent(function -> {
            MethodHandle trim = Linker.nativeLinker().downcallHandle(function,
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG));
            try {
                int anything = (int) trim.invokeExact(0L);
                LOG.debug("native memory was given back: {}", anything != 0);
            } catch (Throwable notPossible) { // what a method handle declares
                LOG.debug("native memory cannot be given back", notPossible);
            }
        });
    }
}
