package org.byway.ui.testing;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class CssComplaintsTest {
    @Test
    void aColourThatNobodyDefinedIsHeard(FxRobot robot) {
        CssComplaints complaints = new CssComplaints();
        complaints.listen();
        robot.interact(() -> {
            StackPane planted = new StackPane();
            planted.setStyle("-fx-background-color: -no-such-colour;");
            new Scene(planted).snapshot(null);
        });
        assertThat(complaints.heard()).anyMatch(complaint -> complaint.contains("-fx-background-color"));
    }
}
