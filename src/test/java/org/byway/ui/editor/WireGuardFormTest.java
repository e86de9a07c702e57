package org.byway.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.byway.model.endpoint.WireGuardEndpoint;
import org.junit.jupiter.api.Test;

class WireGuardFormTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]).replace("AAAA=", "AAAE=");
    private static final String FILE = """
            [Interface]
            PrivateKey = %1$s
            Address = 10.8.0.2/32
            Jc = 4
            Jmin = 40
            Jmax = 70

            [Peer]
            PublicKey = %1$s
            AllowedIPs = 0.0.0.0/0
            Endpoint = wg.example:51820
            """.formatted(KEY);

    @Test
    void configurationThatIsTypedIsATunnelAndGivesTheSameOneAgain() throws WrongFieldException {
        WireGuardEndpoint made = (WireGuardEndpoint) filled(FILE).build();

        assertThat(made.server()).hasToString("wg.example:51820");
        assertThat(made.amnezia()).isPresent();
        assertThat(Form.of(WireGuardEndpoint.class, made).build()).isEqualTo(made);
    }

    @Test
    void whatIsWrongIsSaidAtTheField() {
        assertRefused("", "MISSING");
        assertRefused(FILE.replace("PublicKey = " + KEY, "PublicKey = short"), "BAD_KEY");
        assertRefused("socks5://proxy.example:1080", "NOT_AN_ENTRY");
    }

    private static void assertRefused(String text, String why) {
        Form form = filled(text);
        assertThatThrownBy(form::build).isInstanceOf(WrongFieldException.class).hasMessageContaining(why)
                .satisfies(wrong -> assertThat(((WrongFieldException) wrong).field())
                        .isSameAs(form.fields().getFirst()));
    }

    private static Form filled(String text) {
        Form form = Form.of(WireGuardEndpoint.class, null);
        form.fields().getFirst().text().set(text);
        return form;
    }
}
