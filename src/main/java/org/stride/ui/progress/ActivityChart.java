package org.stride.ui.progress;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.stride.learner.Activity;
import org.stride.learner.Activity.Day;
import org.stride.report.Joining;
import org.stride.ui.part.Times;

/** A bar for each of the last days, as high as the time that was spent; the same as a table. */
final class ActivityChart extends Div {
    private static final long serialVersionUID = 1L;

    private static final int DAYS_A_WEEK = 7;
    private static final int WEEKS = 4;
    /** In the picture's own measure, which is stretched to the room that there is. */
    private static final int HEIGHT = 100;

    private static final int STEP = 10;

    /** Of these minutes the first that is enough is the height of the picture. */
    private static final int[] TOPS = {10, 20, 30, 60, 90, 120, 180, 240, 360, 480, 720, 1440};

    private final transient Times times;

    ActivityChart(Activity activity, LocalDate today, Times times) {
        this.times = times;
        addClassName("stride-activity");
        List<Day> days = activity.days(today, WEEKS * DAYS_A_WEEK);
        List<Day> worked = days.stream().filter(day -> !day.time().isZero()).toList();
        if (worked.isEmpty()) {
            add(new Paragraph(getTranslation("progress.activity.none", WEEKS)));
            return;
        }
        Duration total = worked.stream().map(Day::time).reduce(Duration.ZERO, Duration::plus);
        String sum = getTranslation("progress.activity.sum", WEEKS, times.length(total), worked.size());
        add(new Paragraph(sum), chart(days, sum), asTable(worked));
    }

    private Component chart(List<Day> days, String label) {
        Duration longest = days.stream().map(Day::time).max(Duration::compareTo).orElse(Duration.ZERO);
        int top = IntStream.of(TOPS)
                .filter(minutes -> Duration.ofMinutes(minutes).compareTo(longest) >= 0)
                .findFirst()
                .orElse(TOPS[TOPS.length - 1]);
        Div bars = new Div(new Svg(svg(days, Duration.ofMinutes(top))));
        bars.addClassName("stride-bars");
        Div weeks = new Div();
        weeks.addClassName("stride-weeks");
        for (int week = 0; week < WEEKS; week++) {
            weeks.add(new Span(times.dayAndMonth(days.get(week * DAYS_A_WEEK).date())));
        }
        Div scale = new Div(
                new Span(times.length(Duration.ofMinutes(top))), new Span(times.length(Duration.ofMinutes(top / 2))));
        scale.addClassName("stride-scale");
        Div chart = new Div(scale, bars, weeks);
        chart.addClassName("stride-chart");
        chart.getElement().setAttribute("role", "img");
        chart.getElement().setAttribute("aria-label", label);
        return chart;
    }

    private String svg(List<Day> days, Duration top) {
        StringBuilder bars = new StringBuilder();
        for (int day = 0; day < days.size(); day++) {
            Duration time = days.get(day).time();
            if (!time.isZero()) {
                double height = Math.clamp((double) HEIGHT * time.toSeconds() / top.toSeconds(), 1.0, HEIGHT);
                bars.append(String.format(
                        Locale.ROOT,
                        "<rect x=\"%.1f\" y=\"%.1f\" width=\"7\" height=\"%.1f\"><title>%s</title></rect>",
                        day * STEP + 1.5,
                        HEIGHT - height,
                        height,
                        markup(Joining.labelled(
                                this::getTranslation, times.day(days.get(day).date()), times.length(time)))));
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\">%s</svg>"
                .formatted(days.size() * STEP, HEIGHT, bars);
    }

    private static String markup(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private Component asTable(List<Day> worked) {
        NativeTable table = new NativeTable();
        table.add(new NativeTableRow(head("progress.activity.day"), head("progress.activity.time")));
        worked.reversed()
                .forEach(day -> table.add(new NativeTableRow(
                        new NativeTableCell(times.day(day.date())), new NativeTableCell(times.length(day.time())))));
        table.addClassName("stride-table");
        return new NativeDetails(getTranslation("progress.activity.table"), table);
    }

    private NativeTableHeaderCell head(String key) {
        NativeTableHeaderCell head = new NativeTableHeaderCell(getTranslation(key));
        head.getElement().setAttribute("scope", "col");
        return head;
    }
}
