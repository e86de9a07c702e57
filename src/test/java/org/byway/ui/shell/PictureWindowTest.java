package org.byway.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.byway.words.Language;
import org.byway.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PictureWindowTest {
    /** Where this fails, run {@link NoFontsPictures} and look at what it drew. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void thePictureOfEachLanguageShowsItsSentence(Language language) throws IOException {
        try (InputStream picture = PictureWindow.picture(language)) {
            String text = new String(picture.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains(Words.forPerson(Optional.of(language.tag())).text("no-fonts.window"));
        }
    }

    @Test
    void itIsAllPictureAndClosingItIsHeard(FxRobot robot) {
        AtomicBoolean closed = new AtomicBoolean();
        Stage stage = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new Stage());
        robot.interact(() -> PictureWindow.show(stage, Words.forPerson(Optional.of("ru")), () -> closed.set(true)));
        assertThat(stage.getScene().getRoot().getChildrenUnmodifiable())
                .<Class<? extends Node>>extracting(Node::getClass)
                .containsExactly(ImageView.class);
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertThat(closed).isTrue();
        robot.interact(stage::close);
    }
}
