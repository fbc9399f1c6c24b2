package org.stride.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stride.report.FileReport;
import org.stride.report.Translations;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JUnitFormatTest {
    private static final JUnitFormat FORMAT = new JUnitFormat(new Translations());

    static List<Named<FileReport>> samples() {
        return SampleReports.named();
    }

    private static Element parsed(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
    }

    private static Element suite(FileReport report) throws Exception {
        return children(parsed(Written.by(FORMAT, report))).getFirst();
    }

    private static List<Element> children(Element element) {
        NodeList nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    private static List<Element> all(Element element, String name) {
        NodeList nodes = element.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .map(Element.class::cast)
                .toList();
    }

    private static Set<String> attributes(Element element) {
        Set<String> names = new TreeSet<>();
        IntStream.range(0, element.getAttributes().getLength())
                .forEach(i -> names.add(element.getAttributes().item(i).getNodeName()));
        return names;
    }

    /** What became of each case of a suite, by the element in it. */
    private static List<String> results(Element suite) {
        return all(suite, "testcase").stream()
                .map(one -> children(one).getFirst().getTagName())
                .toList();
    }

    private static Element testCase(FileReport report, int place) throws Exception {
        return all(suite(report), "testcase").get(place);
    }

    @Test
    void aSuiteForEachFileACaseForEachFunction() throws Exception {
        Element root = parsed(Written.by(FORMAT, SampleReports.all()));

        assertThat(root.getTagName()).isEqualTo("testsuites");
        assertThat(children(root)).hasSameSizeAs(SampleReports.all());
        assertThat(all(suite(SampleReports.failing()), "testcase"))
                .extracting(one -> one.getAttribute("name"))
                .containsExactlyElementsOf(SampleReports.COURSE);
        assertThat(all(suite(SampleReports.failing()), "testcase"))
                .allSatisfy(one -> assertThat(one.getAttribute("classname")).isEqualTo("student_07.ipynb"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void theCountsOfASuiteAreThoseOfItsCases(FileReport report) throws Exception {
        Element suite = suite(report);
        List<String> results = results(suite);

        assertThat(suite.getAttribute("tests")).isEqualTo(String.valueOf(results.size()));
        Stream.of(List.of("failures", "failure"), List.of("errors", "error"), List.of("skipped", "skipped"))
                .forEach(pair -> assertThat(suite.getAttribute(pair.getFirst()))
                        .as(pair.getFirst())
                        .isEqualTo(String.valueOf(
                                results.stream().filter(pair.getLast()::equals).count())));
    }

    @Test
    void whatIsMissingFailsUnlessItMayBeLeftOut() throws Exception {
        assertThat(results(suite(SampleReports.failing())))
                .containsExactly(
                        "system-out", "system-out", "failure", "failure", "skipped", "system-out", "error", "failure");
    }

    @Test
    void anUnreadableFileIsAnError() throws Exception {
        Element suite = suite(SampleReports.unreadable());

        assertThat(results(suite)).containsExactly("error");
        assertThat(all(suite, "error").getFirst().getAttribute("message"))
                .isEqualTo("It is not a notebook: a JSON object was expected, and `PK` came.");
    }

    @Test
    void aFaultOfOursIsAnErrorOfItsOwnType() throws Exception {
        assertThat(all(suite(SampleReports.unreadable()), "error").getFirst().getAttribute("type"))
                .isEqualTo("unreadable");
        assertThat(all(suite(SampleReports.faulty()), "error").getFirst().getAttribute("type"))
                .isEqualTo("fault");
        assertThat(all(suite(SampleReports.faultyFunction()), "error")
                        .getFirst()
                        .getAttribute("type"))
                .isEqualTo("fault");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void onlyWhatEveryReaderKnowsIsWritten(FileReport report) throws Exception {
        Element suite = suite(report);

        assertThat(attributes(suite)).containsExactly("errors", "failures", "name", "skipped", "tests", "time");
        assertThat(children(suite)).extracting(Element::getTagName).isSubsetOf("testcase", "system-out");
        assertThat(all(suite, "testcase"))
                .allSatisfy(one -> assertThat(attributes(one)).containsExactly("classname", "name", "time"))
                .allSatisfy(one -> assertThat(children(one)).hasSize(1));
        Stream.of("failure", "error")
                .flatMap(name -> all(suite, name).stream())
                .forEach(one -> assertThat(attributes(one)).containsExactly("message", "type"));
        assertThat(all(suite, "skipped"))
                .allSatisfy(one -> assertThat(attributes(one)).containsExactly("message"));
    }

    @Test
    void aFailureSaysWhyInItsMessageAndExplainsItInItsBody() throws Exception {
        Element failure = children(testCase(SampleReports.failing(), 2)).getFirst();

        assertThat(failure.getAttribute("type")).isEqualTo("flaw.ceil_instead_of_floor");
        assertThat(failure.getAttribute("message")).startsWith("This is what `np.ceil` gives: a window");
        assertThat(failure.getTextContent())
                .startsWith("\n1 of 4 shown checks fails (7 × 10, stride 3, pad 0);")
                .contains("\nWhy         This is what `np.ceil` gives", "\nLook at     cell 8, line 21\n");
    }

    @Test
    void aFailureWithoutAFindingHasItsSummary() throws Exception {
        Element failure = children(testCase(SampleReports.failing(), 3)).getFirst();

        assertThat(failure.getAttribute("type")).isEqualTo("not_attempted");
        assertThat(failure.getAttribute("message")).isEqualTo("It is as the exercise hands it out.");
    }

    @Test
    void timesAreInSeconds() throws Exception {
        assertThat(suite(SampleReports.failing()).getAttribute("time")).isEqualTo("1.235");
        assertThat(testCase(SampleReports.failing(), 0).getAttribute("time")).isEqualTo("0.25");
        assertThat(testCase(SampleReports.hostile(), 0).getAttribute("time")).isEqualTo("0");
    }

    @Test
    void whatXmlForbidsIsEscaped() throws Exception {
        String xml = Written.by(FORMAT, SampleReports.hostile());
        Element suite = suite(SampleReports.hostile());

        assertThat(xml.codePoints().filter(c -> c != '\n' && Visible.isObeyed(c)))
                .isEmpty();
        assertThat(suite.getAttribute("name")).isEqualTo("=cmd|' /C calc'!A0\\x1b]0;owned\\x07\\u202egnp\\n<b>.ipynb");
        assertThat(all(suite, "failure").getFirst().getTextContent())
                .contains("<script>alert(1)</script> & \"quoted\" ]]> \\x1b[31mred", "\\ufffe\\uffff", "😀");
        assertThat(all(suite, "failure").getFirst().getAttribute("message"))
                .startsWith("<script>alert(1)</script> & \"quoted\" ]]> \\x1b[31mred")
                .doesNotContain("\n");
        assertThat(all(suite, "script")).isEmpty();
    }

    @Test
    void neitherANameNorAProblemBreaksTheDocument() throws Exception {
        String xml = Written.by(FORMAT, SampleReports.hostileName(), SampleReports.hostileUnreadable());
        Element root = parsed(xml);

        assertThat(xml.codePoints().filter(c -> c != '\n' && Visible.isObeyed(c)))
                .isEmpty();
        assertThat(all(root, "testcase").getFirst().getAttribute("name")).isEqualTo("=x\\x1b[31m\\n\\u202e<b>");
        assertThat(all(root, "error").getFirst().getTextContent()).startsWith("\n=1+1\n<script>");
    }

    @Test
    void aMessageIsBrief() throws Exception {
        assertThat(all(suite(SampleReports.hostile()), "failure").getFirst().getAttribute("message"))
                .hasSizeBetween(200, 500);
    }

    @Test
    void remarksAndEnvironmentStandInTheSuitesOutput() throws Exception {
        Element output = children(suite(SampleReports.failing())).getLast();

        assertThat(output.getTagName()).isEqualTo("system-out");
        assertThat(output.getTextContent())
                .contains("2 of the 4 functions that count are right.", "%matplotlib inline", "Judged by Stride 0.1.0");
    }

    @Test
    void theTimeStandsThereIfItIsGiven() throws Exception {
        JUnitFormat timed = new JUnitFormat(new Translations(), Instant.parse("2026-03-01T12:30:15.678Z"));
        Element root = parsed(Written.by(timed, SampleReports.allPassed(), SampleReports.failing()));

        assertThat(children(root))
                .extracting(suite -> suite.getAttribute("timestamp"))
                .containsExactly("2026-03-01T12:30:15", "2026-03-01T12:30:15");
    }

    @Test
    void noReportsAreAnEmptyDocument() throws Exception {
        assertThat(children(parsed(Written.by(FORMAT)))).isEmpty();
    }
}
