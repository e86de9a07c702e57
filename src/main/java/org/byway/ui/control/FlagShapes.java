package org.byway.ui.control;

import java.util.ArrayList;
import java.util.List;
import org.byway.ui.control.Flag.Area;
import org.byway.ui.control.Flag.Shape;

/** The words of {@code flags.txt}: each becomes plain areas. */
final class FlagShapes {
    private static final double ASPECT = (double) Flag.WIDTH / Flag.HEIGHT;
    private static final double DEEP = 0.382; // of a star: where its inner corners lie

    private FlagShapes() {}

    /** A word and what follows it: colours as RRGGBB, places and sizes as parts of the flag. */
    static List<Area> read(String[] words) {
        return switch (words[0]) {
            case "rows" -> bands(words, true);
            case "columns" -> bands(words, false);
            case "field" -> List.of(area(words, (x, y) -> true));
            case "box" -> List.of(area(words, box(n(words, 2), n(words, 3), n(words, 4), n(words, 5))));
            case "disc" -> List.of(area(words, disc(n(words, 2), n(words, 3), n(words, 4))));
            case "star" -> List.of(area(words, star(n(words, 2), n(words, 3), n(words, 4))));
            case "crescent" -> List.of(area(words, crescent(n(words, 2), n(words, 3), n(words, 4))));
            case "wedge" -> List.of(area(words, (x, y) -> x / n(words, 2) + Math.abs(2 * y - 1) <= 1));
            case "diamond" -> List.of(area(words,
                    (x, y) -> Math.abs(x - 0.5) / n(words, 2) + Math.abs(y - 0.5) / n(words, 3) <= 1));
            case "cross" -> List.of(area(words, cross(n(words, 2), n(words, 3))));
            case "saltire" ->
                List.of(area(words, (x, y) -> Math.min(Math.abs(x - y), Math.abs(x + y - 1)) <= n(words, 2)));
            case "slash" -> List.of(area(words, (x, y) -> Math.abs(x + y - 1) <= n(words, 2)));
            default -> throw new IllegalArgumentException("no shape of a flag: " + words[0]);
        };
    }

    /** Colours, each with its share where that is not the same for all, as in {@code FFFFFF*2}. */
    private static List<Area> bands(String[] words, boolean isRows) {
        double sum = 0;
        for (int i = 1; i < words.length; i++) {
            sum += share(words[i]);
        }
        List<Area> areas = new ArrayList<>();
        double begin = 0;
        for (int i = 1; i < words.length; i++) {
            double from = begin / sum;
            begin += share(words[i]);
            double to = i == words.length - 1 ? 1 : begin / sum;
            Shape shape = isRows ? (x, y) -> y >= from && y <= to : (x, y) -> x >= from && x <= to;
            areas.add(new Area(shape, colour(words[i])));
        }
        return areas;
    }

    private static Area area(String[] words, Shape shape) {
        return new Area(shape, colour(words[1]));
    }

    private static Shape box(double left, double top, double width, double height) {
        return (x, y) -> x >= left && x <= left + width && y >= top && y <= top + height;
    }

    /** The radius is a part of the height. */
    private static Shape disc(double centreX, double centreY, double radius) {
        return (x, y) -> Math.hypot((x - centreX) * ASPECT, y - centreY) <= radius;
    }

    private static Shape crescent(double centreX, double centreY, double radius) {
        Shape whole = disc(centreX, centreY, radius);
        Shape bite = disc(centreX + radius * 0.3 / ASPECT, centreY, radius * 0.8);
        return (x, y) -> whole.covers(x, y) && !bite.covers(x, y);
    }

    private static Shape star(double centreX, double centreY, double radius) {
        return (x, y) -> {
            double right = (x - centreX) * ASPECT;
            double up = centreY - y;
            double turn = Math.PI * 2 / 5;
            double angle = Math.abs(Math.IEEEremainder(Math.atan2(right, up), turn));
            double far = Math.hypot(right, up);
            double px = far * Math.sin(angle);
            double py = far * Math.cos(angle);
            double innerX = radius * DEEP * Math.sin(turn / 2);
            double innerY = radius * DEEP * Math.cos(turn / 2);
            return innerX * (py - radius) - (innerY - radius) * px <= 0;
        };
    }

    /** A Nordic one: where its upright stands, and half of its width as a part of the height. */
    private static Shape cross(double upright, double half) {
        return (x, y) -> Math.abs(y - 0.5) <= half || Math.abs(x - upright) * ASPECT <= half;
    }

    private static double share(String colour) {
        int star = colour.indexOf('*');
        return star < 0 ? 1 : Double.parseDouble(colour.substring(star + 1));
    }

    private static int colour(String text) {
        return Integer.parseInt(text.substring(0, 6), 16);
    }

    private static double n(String[] words, int place) {
        return Double.parseDouble(words[place]);
    }
}
