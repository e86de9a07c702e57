package org.byway.ui.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A flag as a small picture, drawn by Byway from a line of {@code flags.txt}: plain areas one over the other. Emblems are
 * simplified to what can be told apart at this size. Needs no toolkit.
 *
 * @param areas the lowest first
 */
public record Flag(List<Area> areas) {
    /** In points of a picture, twice as many as are shown on an ordinary screen. */
    public static final int WIDTH = 42;
    public static final int HEIGHT = 28;

    private static final int SAMPLES = 3;
    private static final int OPAQUE = 0xff000000;
    private static final Map<String, Flag> ALL = read();

    /** A shape in units from 0 to 1 in both directions, with its colour as RGB. */
    public record Area(Shape shape, int colour) {}

    /** Which points belong to an area; the flag is 1.5 wide where it is 1 high. */
    @FunctionalInterface
    interface Shape {
        boolean covers(double x, double y);
    }

    /** Of a country by its two letters; absent where none is drawn. */
    public static Optional<Flag> of(String country) {
        return Optional.ofNullable(ALL.get(country));
    }

    /** The points of the picture as ARGB, row by row. */
    public int[] points() {
        int[] points = new int[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                points[y * WIDTH + x] = point(x, y);
            }
        }
        return points;
    }

    /** The mean of a few samples, so that slanted edges are smooth. */
    private int point(int column, int row) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int sample = 0; sample < SAMPLES * SAMPLES; sample++) {
            double x = (column + (sample % SAMPLES + 0.5) / SAMPLES) / WIDTH;
            double y = (row + (Math.floorDiv(sample, SAMPLES) + 0.5) / SAMPLES) / HEIGHT;
            int colour = colour(x, y);
            red += (colour >> 16) & 0xff;
            green += (colour >> 8) & 0xff;
            blue += colour & 0xff;
        }
        int samples = SAMPLES * SAMPLES;
        return OPAQUE | ((red / samples) << 16) | ((green / samples) << 8) | (blue / samples);
    }

    private int colour(double x, double y) {
        for (int i = areas.size() - 1; i >= 0; i--) {
            if (areas.get(i).shape().covers(x, y)) {
                return areas.get(i).colour();
            }
        }
        return 0;
    }

    private static Map<String, Flag> read() {
        Map<String, Flag> flags = new HashMap<>();
        try (InputStream in = Flag.class.getResourceAsStream("/org/byway/ui/flags.txt")) {
            if (in == null) {
                throw new IllegalStateException("the flags are not in the package");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> flags.put(line.substring(0, 2), new Flag(areas(line.substring(2).strip()))));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Map.copyOf(flags);
    }

    private static List<Area> areas(String line) {
        List<Area> areas = new ArrayList<>();
        for (String part : line.split("; *", -1)) {
            areas.addAll(FlagShapes.read(part.split(" +", -1)));
        }
        return List.copyOf(areas);
    }
}
