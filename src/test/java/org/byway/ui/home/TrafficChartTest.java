package org.byway.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.byway.model.Settings;
import org.byway.ui.control.TextScale;
import org.byway.ui.testing.Pictures;
import org.byway.words.Language;
import org.byway.words.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TrafficChartTest {
    private static final List<RateMeter.Rate> MINUTE = IntStream.range(0, RateHistory.SECONDS)
            .mapToObj(i -> new RateMeter.Rate(20_000 + i * 400L, 900_000 + (i * 7919L % 13) * 60_000)).toList();

    private TrafficChart chart;
    private FxRobot robot;
    private Stage stage;

    @BeforeEach
    void open(FxRobot robot) {
        this.robot = robot;
        TextScale.set(Settings.USUAL_TEXT); // of the whole program, and others may have had it larger
        chart = new TrafficChart(new Words(Language.ENGLISH, Locale.ENGLISH, ZoneOffset.UTC));
        stage = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            Stage shown = new Stage();
            Scene scene = new Scene(chart, 460, 110);
            scene.getStylesheets().add("/org/byway/ui/byway.css");
            shown.setScene(scene);
            shown.show();
            return shown;
        });
    }

    @AfterEach
    void close() {
        robot.interact(stage::close);
    }

    @Test
    void aQuietMinuteIsSaidInsteadOfDrawn() {
        robot.interact(() -> chart.show(List.of(RateMeter.Rate.NONE, RateMeter.Rate.NONE)));
        robot.interact(() -> Pictures.save(stage.getScene(), "chart-quiet"));
        assertThat(text("#no-traffic")).isEqualTo("No traffic in the last minute");
        assertThat(isSeen("#no-traffic")).isTrue();
        assertThat(isSeen(".chart-down") || isSeen(".chart-up")).isFalse();
        assertThat(chart.getAccessibleText()).startsWith("No traffic in the last minute");
    }

    @Test
    void aMinuteOfTrafficIsDrawn() {
        robot.interact(() -> chart.show(MINUTE));
        robot.interact(() -> Pictures.save(stage.getScene(), "chart-minute"));
        assertThat(isSeen("#no-traffic")).isFalse();
        assertThat(isSeen(".chart-down") && isSeen(".chart-up")).isTrue();
        assertThat(chart.getAccessibleText()).contains("Received").contains("Sent");
    }

    private boolean isSeen(String selector) {
        return robot.from(chart).lookup(selector).tryQuery().filter(Node::isVisible).isPresent();
    }

    private String text(String selector) {
        return robot.from(chart).lookup(selector).queryAs(Labeled.class).getText();
    }
}
