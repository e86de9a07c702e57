package org.byway.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.byway.ui.bridge.ScreenContext;
import org.byway.ui.testing.RecordedCommands;
import org.byway.ui.testing.Samples;
import org.byway.ui.testing.StandingStill;
import org.byway.words.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class SettingsViewTest {
    private Stage stage;

    @BeforeEach
    void open() {
        stage = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new Stage());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stage::close);
    }

    @ParameterizedTest
    @ValueSource(ints = {250, 400, 500, 700})
    void whatCameOfAChangeIsSeenWhole(int height, FxRobot robot) {
        robot.interact(() -> {
            ScreenContext context = new ScreenContext(new RecordedCommands(), Words.forPerson(Optional.of("en")),
                    () -> Samples.NOW, new StandingStill());
            stage.setScene(new Scene(new SettingsView(context).root(), 900, height));
            stage.show();
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> robot.lookup("#port-field").queryTextInputControl().setText("99999"));
        robot.interact(() -> robot.lookup("#save-listener-button").queryButton().fire());
        WaitForAsyncUtils.waitForFxEvents();
        Node notice = robot.lookup(".notice").<Node>queryAll().stream().filter(Node::isVisible).findFirst()
                .orElseThrow();
        assertThat(notice.localToScene(notice.getBoundsInLocal()).getMaxY()).isLessThanOrEqualTo(height);
        assertThat(notice.localToScene(notice.getBoundsInLocal()).getMinY()).isPositive();
    }
}
