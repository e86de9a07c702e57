package org.byway.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.byway.testing.FuzzContract;

/** A line on the control socket: it is a request, which is written as it was read, or it is refused in the one way. */
class ControlRequestFuzzTest implements FuzzContract {
    @FuzzTest(maxDuration = SEARCH)
    void search(byte[] bytes) {
        keepsItsPromises(bytes);
    }

    @Override
    public void keepsItsPromises(byte[] bytes) {
        ControlRequest request;
        try {
            request = ControlRequest.read(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException noRequest) {
            return;
        }
        assertThat(ControlRequest.read(request.line())).isEqualTo(request);
    }
}
