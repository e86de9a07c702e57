package org.byway.ui.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.byway.importer.QrPicture;
import org.byway.importer.ShareLinks;
import org.byway.model.Secret;
import org.byway.ui.bridge.ScreenContext;
import org.byway.ui.control.TextScale;
import org.byway.ui.testing.RecordedCommands;
import org.byway.ui.testing.Samples;
import org.byway.ui.testing.StandingStill;
import org.byway.words.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class SharingViewTest {
    private static final double USUAL = 260;

    private Stage stage;

    @BeforeEach
    void make() {
        stage = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new Stage());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            stage.close();
            TextScale.set(100);
        });
    }

    @Test
    void withLargeTextThePictureTakesTheRoomThatThereIsAndIsSeenWhole(FxRobot robot) {
        open(200, 620);
        assertThat(side(robot)).isGreaterThan(1.2 * USUAL);
        assertThat(bottom(robot)).isLessThanOrEqualTo(heightOfWhatIsSeen(robot));
    }

    @Test
    void whatIsSaidForAWhileDoesNotMoveThePicture(FxRobot robot) {
        open(200, 620);
        double before = side(robot);
        robot.interact(() -> robot.lookup("#copy-link-button").queryButton().fire());
        settle();
        assertThat(side(robot)).isEqualTo(before);
    }

    @Test
    void alsoWhereThatIsSaidAtOnce(FxRobot robot) {
        open(200, 620);
        double usual = side(robot);
        robot.interact(stage::close);
        robot.interact(() -> {
            show(200, 620);
            ((Button) stage.getScene().lookup("#copy-link-button")).fire();
        });
        settle();
        assertThat(side(robot)).isEqualTo(usual);
    }

    @Test
    void inALargeWindowItIsAsLargeAsTheText(FxRobot robot) {
        open(200, 900);
        assertThat(side(robot)).isBetween(1.8 * USUAL, 2.2 * USUAL);
    }

    @Test
    void howeverSmallTheWindowACameraCanReadIt(FxRobot robot) {
        open(100, 300);
        assertThat(side(robot)).isBetween(0.9 * USUAL, 1.1 * USUAL);
    }

    @Test
    void aPhoneReadsItAlsoWhereTheWindowIsMirrored(FxRobot robot) {
        open(100, 620);
        robot.interact(() -> stage.getScene().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT));
        settle();
        WritableImage seen = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> stage.getScene().snapshot(null));
        int width = (int) seen.getWidth();
        int[] points = new int[width * (int) seen.getHeight()];
        seen.getPixelReader().getPixels(0, 0, width, (int) seen.getHeight(), PixelFormat.getIntArgbInstance(), points,
                0, width);
        assertThat(QrPicture.read(width, points)).isEqualTo(ShareLinks.write(Samples.AMSTERDAM).map(Secret::reveal));
        assertThat(Arrays.stream(points).filter(point -> point == 0xff000000).count())
                .as("points that are quite black").isGreaterThan((long) (USUAL * USUAL / 8));
        assertThat(finderIsAtTheTopLeft(robot, seen)).isTrue();
    }

    /** A picture in a mirror may be read as well, by some. */
    private static boolean finderIsAtTheTopLeft(FxRobot robot, WritableImage seen) {
        Node picture = robot.lookup("#qr-picture").query();
        Bounds where = picture.localToScene(picture.getBoundsInLocal());
        double module = side(robot) / QrPicture.modules(ShareLinks.write(Samples.AMSTERDAM).orElseThrow())
                .orElseThrow().size();
        int middle = (int) ((where.getWidth() - side(robot)) / 2 + 7.5 * module); // the middle of a finder
        return isBlack(seen, where.getMinX() + middle, where.getMinY() + middle)
                && isBlack(seen, where.getMinX() + middle, where.getMaxY() - middle);
    }

    private static boolean isBlack(WritableImage seen, double x, double y) {
        return seen.getPixelReader().getArgb((int) x, (int) y) == 0xff000000;
    }

    private void open(int percent, double height) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> show(percent, height));
        settle();
    }

    private void show(int percent, double height) {
        TextScale.set(percent);
        ScreenContext context = new ScreenContext(new RecordedCommands(), Words.forPerson(Optional.of("en")),
                () -> Samples.NOW, new StandingStill());
        SharingView view = new SharingView(context, Samples.AMSTERDAM, () -> {});
        view.setStyle("-fx-font-size: " + TextScale.of(13) + "px");
        stage.setScene(new Scene(view, 832, height));
        stage.show();
    }

    private static double side(FxRobot robot) {
        return robot.lookup("#qr-picture").queryAs(QrView.class).side();
    }

    private static double bottom(FxRobot robot) {
        Node picture = robot.lookup("#qr-picture").query();
        Bounds seen = scroll(robot).localToScene(scroll(robot).getBoundsInLocal());
        return picture.localToScene(picture.getBoundsInLocal()).getMaxY() - seen.getMinY();
    }

    private static double heightOfWhatIsSeen(FxRobot robot) {
        return scroll(robot).getViewportBounds().getHeight() + 1;
    }

    private static ScrollPane scroll(FxRobot robot) {
        return robot.lookup("#sharing .scroll-pane").queryAs(ScrollPane.class);
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }
}
