package org.stride.ui.work;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.stride.report.Finding;
import org.stride.report.Joining;
import org.stride.report.Place;
import org.stride.report.Translator;

/** Words what a file has, or does not have, that is not taken over. */
final class LeftOut {
    private static final int MOST_NAMES = 20;
    private static final int LONGEST_NAME = 60;

    private final Translator texts;

    LeftOut(Translator texts) {
        this.texts = texts;
    }

    /** One sentence each; code stands in backticks. */
    List<String> of(WorkDesk.Opened opened, List<Offer> offers, WorkDesk desk) {
        List<String> sentences = new ArrayList<>();
        add(sentences, "work.offer.absent", in(Offer.State.ABSENT, offers));
        add(sentences, "work.offer.unsolved", in(Offer.State.UNSOLVED, offers));
        add(sentences, "work.offer.too_long", in(Offer.State.TOO_LONG, offers));
        add(sentences, "work.offer.others", Offers.others(opened.parts()));
        desk.remarks(opened.file(), opened.parts().outline(), texts).forEach(remark -> sentences.add(sentence(remark)));
        return sentences;
    }

    private void add(List<String> sentences, String key, List<String> names) {
        if (!names.isEmpty()) {
            sentences.add(texts.text(key, names(names)));
        }
    }

    private static List<String> in(Offer.State state, List<Offer> offers) {
        return offers.stream()
                .filter(offer -> offer.state() == state)
                .map(offer -> offer.exercise().name())
                .toList();
    }

    private String names(List<String> names) {
        Stream<String> listed = names.stream()
                .limit(MOST_NAMES)
                .map(name -> name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…")
                .map(name -> "`" + name + "`");
        Stream<String> more = names.size() <= MOST_NAMES ? Stream.empty() : Stream.of("…");
        return Joining.list(texts, Stream.concat(listed, more).toList());
    }

    private String sentence(Finding remark) {
        Place place = remark.place();
        if (place == null) {
            return remark.text();
        }
        return place.cell() == null
                ? texts.text("work.offer.line", place.line(), remark.text())
                : texts.text("work.offer.cell", place.cell(), place.line(), remark.text());
    }
}
