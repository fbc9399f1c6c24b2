package org.stride.learner.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stride.learner.Arrival;
import org.stride.learner.Attempt;
import org.stride.learner.Draft;
import org.stride.learner.Edit;
import org.stride.learner.Entry;
import org.stride.learner.Keeping;
import org.stride.learner.KeptText;
import org.stride.learner.KeptText.Reason;
import org.stride.learner.LearnerId;
import org.stride.learner.StoreUnavailableException;
import org.stride.learner.Summary;
import org.stride.learner.Telling;
import org.stride.learner.Telling.Count;
import org.stride.learner.TimeSpent;
import org.stride.learner.Work;
import org.stride.learner.file.SampleWork;

class WorkArchiveTest extends StoreTest {
    private static final Telling PASSED =
            new Telling(true, new Count(7, 7), new Count(14, 14), "All pass.", null, List.of());
    private static final LocalDate DAY = LocalDate.parse("2026-02-28");

    private final Work work = SampleWork.everything();
    private WorkArchive archive;

    @BeforeEach
    void open() {
        archive = part(WorkArchive.class);
    }

    private Attempt attempt(int minute, String code) {
        return new Attempt.OfCode(
                UUID.randomUUID(),
                "zero_pad",
                SampleWork.at(minute),
                Duration.ZERO,
                PASSED,
                Attempt.Source.TYPED,
                code);
    }

    private static Work historyOf(List<Entry> entries) {
        return new Work(List.of(), List.of(), entries, List.of(), List.of());
    }

    private static Work timeOf(Duration time) {
        return new Work(List.of(), List.of(), List.of(), List.of(), List.of(new TimeSpent("zero_pad", DAY, time)));
    }

    private static Work draftOf(String text) {
        return new Work(
                List.of(new Draft("zero_pad", text, 0, SampleWork.at(0), "", 0)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** As a file tells it. */
    private Work of(LearnerId whose) {
        Work all = archive.of(whose);
        return new Work(
                all.drafts().stream().map(WorkArchiveTest::plain).toList(),
                all.undecided().stream().map(WorkArchiveTest::plain).toList(),
                all.history(),
                all.hints(),
                all.times());
    }

    private static Draft plain(Draft draft) {
        return new Draft(draft.exercise(), draft.text(), 0, draft.savedAt(), "", 0);
    }

    @Test
    void everythingIsThereThatTheOtherPartsHaveWritten() {
        part(Drafts.class).save(learner, "zero_pad", new Edit("draft", 0, "one", 1));
        part(Drafts.class).save(learner, "zero_pad", new Edit("other", 0, "two", 1));
        part(History.class).record(learner, attempt(1, "code"));
        part(Hints.class).take(learner, "zero_pad", "border");

        Work all = archive.of(learner);

        assertThat(all.drafts()).extracting(Draft::text).containsExactly("draft");
        assertThat(all.undecided()).extracting(Draft::text).containsExactly("other");
        assertThat(all.history()).hasSize(1);
        assertThat(all.hints()).hasSize(1);
    }

    @Test
    void workArrivesWholeWhereThereIsNone() {
        Arrival arrival = archive.take(learner, work);

        assertThat(arrival)
                .isEqualTo(new Arrival(List.of("conv_forward", "zero_pad"), List.of("zero_pad"), 3, 1, 0, 1, 1));
        Work arrived = of(learner);
        assertThat(arrived.drafts()).isEqualTo(work.drafts());
        assertThat(arrived.hints()).isEqualTo(work.hints());
        assertThat(arrived.times()).isEqualTo(work.times());
        assertThat(arrived.history()).startsWith(work.history().toArray(Entry[]::new));
        assertThat(arrived.history())
                .last()
                .isInstanceOfSatisfying(
                        KeptText.class,
                        kept -> assertThat(kept)
                                .extracting(KeptText::reason, KeptText::text, KeptText::at)
                                .containsExactly(Reason.IMPORTED, "typed elsewhere", SampleWork.at(6)));
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        archive.take(learner, work);
        Work once = archive.of(learner);

        Arrival again = archive.take(learner, work);

        assertThat(again.bringsSomething()).isFalse();
        assertThat(again.known()).isEqualTo(4);
        assertThat(archive.of(learner)).isEqualTo(once);
    }

    @Test
    void whatOneBroughtAnotherMayBringTooAndNeitherSeesTheOther() {
        archive.take(another, work);

        assertThat(archive.of(learner).isEmpty()).isTrue();
        assertThat(part(History.class).find(learner, work.history().getFirst().id()))
                .isEmpty();
        assertThat(archive.take(learner, work).attempts()).isEqualTo(3);
        archive.forget(learner);
        assertThat(of(another).history()).hasSize(5);
    }

    @Test
    void aPreviewSaysTheSameAndChangesNothing() {
        Arrival preview = archive.preview(learner, work);

        assertThat(archive.of(learner).isEmpty()).isTrue();
        assertThat(preview).isEqualTo(archive.take(learner, work));
    }

    @Test
    void aDraftThatIsHereStaysAndTheOtherOneIsInTheHistory() {
        part(Drafts.class).save(learner, "zero_pad", new Edit("mine", 0, "one", 1));

        Arrival arrival = archive.take(learner, draftOf("theirs"));

        assertThat(arrival.drafts()).isEmpty();
        assertThat(arrival.putAside()).containsExactly("zero_pad");
        assertThat(part(Drafts.class).find(learner, "zero_pad"))
                .get()
                .extracting(Draft::text)
                .isEqualTo("mine");
        assertThat(part(History.class).all(learner)).extracting(Summary::kind).containsExactly(Summary.Kind.IMPORTED);
        assertThat(archive.take(learner, draftOf("theirs")).bringsSomething()).isFalse();
    }

    @Test
    void theSameDraftIsNoNews() {
        part(Drafts.class).save(learner, "zero_pad", new Edit("mine", 0, "one", 1));

        assertThat(archive.take(learner, draftOf("mine")).bringsSomething()).isFalse();
    }

    @Test
    void anEditorGoesOnFromADraftThatArrived() {
        archive.take(learner, draftOf("theirs"));

        part(Drafts.class).save(learner, "zero_pad", new Edit("on", 1, "one", 1));

        assertThat(part(Drafts.class).find(learner, "zero_pad"))
                .get()
                .extracting(Draft::text)
                .isEqualTo("on");
    }

    @Test
    void twoHistoriesAreOneByTheirTimes() {
        part(History.class).record(learner, attempt(10, "here 10"));
        // The clock was set back
        part(History.class).record(learner, attempt(2, "here 2"));
        part(History.class).record(learner, attempt(20, "here 20"));

        archive.take(
                learner, historyOf(List.of(attempt(5, "there 5"), attempt(10, "there 10"), attempt(30, "there 30"))));
        part(History.class).record(learner, attempt(1, "later"));

        assertThat(archive.of(learner).history())
                .extracting(entry -> ((Attempt.OfCode) entry).code())
                .containsExactly("there 5", "here 10", "here 2", "there 10", "here 20", "there 30", "later");
        assertThat(part(History.class).all(learner)).extracting(Summary::number).isSorted();
    }

    @Test
    void theLongerTimeOfADayCounts() {
        archive.take(learner, timeOf(Duration.ofMinutes(5)));
        archive.take(learner, timeOf(Duration.ofMinutes(3)));
        archive.take(learner, timeOf(Duration.ofMinutes(9)));

        assertThat(archive.of(learner).times())
                .extracting(TimeSpent::day, TimeSpent::time)
                .containsExactly(tuple(DAY, Duration.ofMinutes(9)));
    }

    @Test
    void whoeverCannotBeForgottenNowGoesOnAsBefore() {
        archive.take(learner, work);
        Work before = archive.of(learner);

        part(Gate.class)
                .whileShut(() -> assertThatThrownBy(() -> archive.forget(learner))
                        .isInstanceOf(StoreUnavailableException.class));

        assertThat(archive.of(learner)).isEqualTo(before);
        assertThat(part(Forgotten.class).contains(learner)).isFalse();
        assertThat(part(Backlog.class).record(learner, attempt(1, "later"))).isEqualTo(Keeping.KEPT);
        assertThat(archive.of(learner).history()).hasSize(before.history().size() + 1);
        archive.forget(learner);
        assertThat(archive.of(learner).isEmpty()).isTrue();
    }

    @Test
    void whoeverIsForgottenLeavesNothingAndDoesNotComeBack() {
        archive.take(learner, work);
        archive.take(another, work);
        part(Stopwatch.class).touch(learner, "zero_pad");

        archive.forget(learner);
        // A check that was under way, and what another page tells
        part(Backlog.class).record(learner, attempt(1, "late"));
        part(Stopwatch.class).touch(learner, "zero_pad");
        part(Stopwatch.class).flush();

        assertThat(archive.of(learner).isEmpty()).isTrue();
        assertThat(part(Store.class).change(() -> part(LearnerRepository.class).lock(learner.value())))
                .isEmpty();
        assertThat(part(Forgotten.class).contains(learner)).isTrue();
        assertThat(archive.of(another).isEmpty()).isFalse();
    }
}
