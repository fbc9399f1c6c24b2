package org.stride.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.python.Outcome.Channel;
import org.stride.python.Outcome.Clock;
import org.stride.python.Traceback.Frame;
import org.stride.python.Traceback.Part;

/** What a child may say, and what it may not. */
class ChildReportTest {
    private static final Outcome LATER = new Outcome.TimedOut(Clock.WALL, Traceback.NONE);
    private static final Value NO_FUNCTIONS = Value.Tuple.of();
    private static final Value NOWHERE =
            Value.Tuple.of(Value.Tuple.of(), new Value.Dictionary(new java.util.LinkedHashMap<>()));

    private final List<CallResult> told = new ArrayList<>();
    private final Submission twoCalls = Submission.of("").calling("f", List.of(List.of(), List.of()));
    private final ChildReport child = new ChildReport(twoCalls, told::add);

    @Test
    void callsAreToldAsTheyEnd() {
        say('l', NO_FUNCTIONS)
                .say('o', new Value.Text("hello"))
                .say('c', RunnerSupport.number(0.5))
                .say('v', returned(1));
        assertThat(told)
                .containsExactly(new CallResult(
                        0,
                        new Outcome.Returned(Value.Scalar.of(1), List.of()),
                        "hello",
                        List.of(),
                        Duration.ofMillis(500)));
        say('x', Value.Tuple.of(new Value.Text("ValueError"), new Value.Text("no"), NOWHERE))
                .say('d', Value.NONE);
        assertThat(told.get(1).outcome()).isEqualTo(new Outcome.Raised("ValueError", "no", Traceback.NONE));
        Report report = end();
        assertThat(report.stopped()).isNull();
        assertThat(report.calls()).isEqualTo(told);
    }

    @Test
    void theCallUnderWayIsCutOffByTheEnd() {
        say('l', NO_FUNCTIONS).say('v', returned(1)).say('o', new Value.Text("and then"));
        Report report = end();
        assertThat(report.stopped()).isEqualTo(LATER);
        assertThat(report.calls()).hasSize(2);
        assertThat(report.calls().get(1)).isEqualTo(new CallResult(1, LATER, "and then", List.of(), Duration.ZERO));
    }

    @Test
    void whereTheTimeRanOutIsTold() {
        Value frame = Value.Tuple.of(new Value.Text("code"), new Value.Text("f"), Value.Scalar.of(3));
        Value traceback = Value.Tuple.of(Value.Tuple.of(frame), Value.Dictionary.of("h", new Value.Text("0")));
        say('l', NO_FUNCTIONS).say('t', Value.Tuple.of(Value.Scalar.of(1), traceback));
        Report report = end();
        assertThat(report.stopped()).isInstanceOfSatisfying(Outcome.TimedOut.class, timedOut -> {
            assertThat(timedOut.clock()).isEqualTo(Clock.CPU);
            assertThat(timedOut.traceback().line()).isEqualTo(3);
            assertThat(timedOut.traceback().variables()).containsEntry("h", "0");
        });
        assertThat(report.calls()).extracting(CallResult::outcome).containsExactly(report.stopped());
    }

    @Test
    void functionsAreToldWithLineAndParameters() {
        Value function = Value.Tuple.of(
                new Value.Text("f"), Value.Scalar.of(2), Value.Tuple.of(new Value.Text("X"), new Value.Text("pad")));
        say('l', Value.Tuple.of(function));
        assertThat(end().defined()).containsExactly(new FunctionDefinition("f", 2, List.of("X", "pad")));
    }

    @Test
    void aNegativeTimeIsAForgery() {
        say('l', NO_FUNCTIONS).say('c', RunnerSupport.number(-1));
        assertForged();
    }

    @Test
    void anEndWhileLoadingBelongsToNoCall() {
        say('o', new Value.Text("loading"));
        Report report = end();
        assertThat(report.calls()).isEmpty();
        assertThat(report.stopped()).isEqualTo(LATER);
        assertThat(report.output()).isEqualTo("loading");
    }

    @Test
    void tracebacksNameTheLineAndItsVariables() {
        Value frame = Value.Tuple.of(new Value.Text("code"), new Value.Text("f"), Value.Scalar.of(7));
        Value traceback = Value.Tuple.of(Value.Tuple.of(frame), Value.Dictionary.of("pad", new Value.Text("2")));
        say('l', NO_FUNCTIONS).say('m', traceback);
        Outcome.OutOfMemory outcome = (Outcome.OutOfMemory) told.getFirst().outcome();
        assertThat(outcome.traceback().frames()).containsExactly(new Frame(Part.CODE, "f", 7));
        assertThat(outcome.traceback().line()).isEqualTo(7);
        assertThat(outcome.traceback().variables()).containsEntry("pad", "2");
    }

    @Test
    void moreResultsThanCallsAreAForgery() {
        say('l', NO_FUNCTIONS).say('v', returned(1)).say('v', returned(2)).say('v', returned(3));
        assertForged();
        assertThat(told).hasSize(2);
    }

    @Test
    void anEarlyEndIsAForgery() {
        say('l', NO_FUNCTIONS).say('v', returned(1)).say('d', Value.NONE);
        assertForged();
    }

    @Test
    void whatIsLoadedTwiceIsAForgery() {
        say('l', NO_FUNCTIONS).say('l', NO_FUNCTIONS);
        assertForged();
    }

    @Test
    void unknownMessagesAreForgeries() {
        say('?', Value.NONE);
        assertForged();
    }

    @Test
    void resultsOfAnotherFormAreForgeries() {
        say('l', NO_FUNCTIONS).say('v', Value.NONE);
        assertForged();
    }

    @Test
    void aMessageLongerThanAnyResultIsAForgery() {
        child.read(new byte[] {'v', 0x7f, 0, 0, 0});
        assertForged();
    }

    @Test
    void afterAForgeryNothingIsHeard() {
        say('?', Value.NONE).say('l', NO_FUNCTIONS).say('v', returned(1));
        assertThat(told).isEmpty();
        assertForged();
    }

    @Test
    void moreThanMayBePrintedIsCutOff() {
        String much = "x".repeat(60_000);
        say('l', NO_FUNCTIONS)
                .say('o', new Value.Text(much))
                .say('o', new Value.Text(much))
                .say('O', Value.NONE);
        Report report = end();
        assertThat(report.stopped()).isEqualTo(new Outcome.TooMuchOutput(Channel.PRINTED));
        assertThat(report.calls().getFirst().output()).hasSize(64 << 10);
    }

    @Test
    void howTheBytesArriveDoesNotMatter() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(message('l', NO_FUNCTIONS));
        bytes.writeBytes(message('v', returned(1)));
        bytes.writeBytes(message('v', returned(2)));
        bytes.writeBytes(message('d', Value.NONE));
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            List<CallResult> heard = new ArrayList<>();
            ChildReport report = new ChildReport(twoCalls, heard::add);
            ByteBuffer rest = ByteBuffer.wrap(bytes.toByteArray());
            while (rest.hasRemaining()) {
                byte[] part = new byte[1 + random.nextInt(rest.remaining())];
                rest.get(part);
                report.read(part);
            }
            assertThat(report.end(LATER, Report.Usage.NONE).stopped()).isNull();
            assertThat(heard).hasSize(2);
        }
    }

    @Test
    void noBytesDoMoreThanBeAForgery() {
        Random random = new Random(4);
        for (int round = 0; round < 5_000; round++) {
            byte[] bytes = message("lvxrmebsfodwOFa".charAt(random.nextInt(15)), returned(1));
            for (int change = random.nextInt(4); change > 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            ChildReport report = new ChildReport(twoCalls, result -> {});
            report.read(message('l', NO_FUNCTIONS));
            report.read(bytes);
            assertThat(report.end(LATER, Report.Usage.NONE)).isNotNull();
        }
    }

    @Test
    void accessesBelongToTheCallUnderWay() {
        ChildReport report = new ChildReport(twoCalls.watching(), told::add);
        report.read(message('l', NO_FUNCTIONS));
        report.read(message('a', accesses("x", "read", 0, 2, 1)));
        report.read(message('v', returned(1)));
        report.read(message('v', returned(2)));
        Access access = new Access("x", Access.Kind.READ, List.of(new Access.Range(0, 2, 1)), 7);
        assertThat(told)
                .extracting(CallResult::accesses)
                .containsExactly(new Accesses(List.of(access), false), Accesses.NONE);
    }

    @Test
    void accessesOfAnotherFormAreForged() {
        for (Value wrong : List.of(
                accesses("x".repeat(101), "read", 0, 1, 1),
                accesses("x", "gaze", 0, 1, 1),
                accesses("x", "read", 0, 1),
                accesses("x", "read", 1, 0, 1),
                accesses("x", "read", -1, 1, 1),
                accesses("x", "read", 0, 1, 0),
                accesses("x", "read", 0, 1e18, 1),
                Value.Tuple.of(Value.NONE, Value.Scalar.of(0)))) {
            ChildReport report = new ChildReport(twoCalls.watching(), result -> {});
            report.read(message('l', NO_FUNCTIONS));
            report.read(message('a', wrong));
            assertThat(report.forged()).as("%s", wrong).isTrue();
        }
    }

    @Test
    void whoIsNotWatchedHasNoAccesses() {
        say('l', NO_FUNCTIONS).say('a', accesses("x", "read", 0, 2, 1));
        assertForged();
    }

    @Test
    void moreAccessesThanTheMostAreForged() {
        ChildReport report = new ChildReport(twoCalls.watching(), result -> {});
        report.read(message('l', NO_FUNCTIONS));
        for (int count = 0; count < Access.MOST; count++) {
            report.read(message('a', accesses("x", "read", 0, 2, 1)));
        }
        assertThat(report.forged()).isFalse();
        report.read(message('a', accesses("x", "read", 0, 2, 1)));
        assertThat(report.forged()).isTrue();
    }

    /** One access to an array of one axis, or of a wrong form, in line 7. */
    private static Value accesses(String name, String kind, double... range) {
        return Value.Tuple.of(
                Value.Tuple.of(Value.Tuple.of(
                        new Value.Text(name),
                        new Value.Text(kind),
                        Value.Scalar.of(7),
                        NdArray.of(DType.INT64, Shape.of(1, range.length), range))),
                Value.Scalar.of(0));
    }

    private void assertForged() {
        assertThat(child.forged()).isTrue();
        assertThat(end().stopped())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.what()).isEqualTo(Forbidden.DESCRIPTOR));
    }

    private Report end() {
        return child.end(LATER, Report.Usage.NONE);
    }

    private static Value returned(int value) {
        return Value.Tuple.of(Value.Scalar.of(value), Value.Tuple.of());
    }

    private ChildReportTest say(char kind, Value value) {
        child.read(message(kind, value));
        return this;
    }

    private static byte[] message(char kind, Value value) {
        byte[] content = ValueWriter.write(value);
        return ByteBuffer.allocate(5 + content.length)
                .put((byte) kind)
                .putInt(content.length)
                .put(content)
                .array();
    }
}
