package org.byway.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class StartSizeTest {
    @Test
    void aLargeScreenGivesTheUsualRoom() {
        assertThat(StartSize.in(new Rectangle2D(0, 0, 1920, 1080))).isEqualTo(new Dimension2D(1120, 720));
    }

    @Test
    void aSmallOneIsNotExceeded() {
        assertThat(StartSize.in(new Rectangle2D(0, 0, 1024, 600))).isEqualTo(new Dimension2D(1024, 560));
        assertThat(StartSize.in(new Rectangle2D(0, 0, 640, 400))).isEqualTo(new Dimension2D(640, 360));
    }
}
