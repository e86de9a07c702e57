package org.byway.load;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How one figure grew over the samples, as a line of least squares.
 *
 * @param growth over the whole time of the samples
 * @param limit  of the growth: an allowance for what a short time cannot tell from chance, and a slope
 */
record Trend(String what, double growth, double limit) {
    static Trend of(String what, List<Vitals> samples, ToDoubleFunction<Vitals> figure, double allowance,
            double perMinute) {
        double minutes = samples.getLast().minute() - samples.getFirst().minute();
        double meanMinute = samples.stream().mapToDouble(Vitals::minute).average().orElseThrow();
        double mean = samples.stream().mapToDouble(figure).average().orElseThrow();
        double together = 0;
        double spread = 0;
        for (Vitals each : samples) {
            together += (each.minute() - meanMinute) * (figure.applyAsDouble(each) - mean);
            spread += Math.pow(each.minute() - meanMinute, 2);
        }
        return new Trend(what, together / spread * minutes, allowance + perMinute * minutes);
    }

    boolean isFlat() {
        return growth <= limit;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s grew by %.1f, at most %.1f allowed%s", what, growth, limit,
                isFlat() ? "" : ": TOO MUCH");
    }
}
