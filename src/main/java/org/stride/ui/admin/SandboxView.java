package org.stride.ui.admin;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.shared.Registration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stride.python.Greeting;
import org.stride.python.Limits;
import org.stride.python.Mode;
import org.stride.python.PythonRunner;
import org.stride.python.State;
import org.stride.python.Status;
import org.stride.python.Unavailable;
import org.stride.report.Joining;
import org.stride.ui.part.MainLayout;
import org.stride.ui.part.Texts;
import org.stride.ui.part.Ticker;
import org.stride.ui.part.UnavailableText;

/** What keeps learners’ code from the machine, whether it holds, and what the runner is doing. */
@Route(value = "admin/sandbox", layout = MainLayout.class)
@AnonymousAllowed
public class SandboxView extends Section implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient PythonRunner runner;
    private final transient Ticker ticker;
    private final Paragraph state = new Paragraph();
    private final Div layers = new Div();
    private final Div setup = new Div();
    private final Div now = new Div();
    private final Div counts = new Div();

    private transient @Nullable Status shown;
    private transient @Nullable Registration ticking;

    SandboxView(PythonRunner runner, ExecutorService codeExecutor, Ticker ticker) {
        this.runner = runner;
        this.ticker = ticker;
        addClassName("stride-sandbox");
        Paragraph lead = new Paragraph(getTranslation("sandbox.lead"));
        lead.addClassName("stride-lead");
        state.setId("state");
        now.setId("now");
        counts.setId("counts");
        Div beside = new Div(
                section("sandbox.setup", setup), section("sandbox.now", now), section("sandbox.counts", counts));
        beside.addClassName("stride-sandbox-facts");
        add(
                new Header(new H1(getTranslation("sandbox.title")), lead, state),
                section("sandbox.layers", layers),
                new TrialPanel(runner, codeExecutor),
                beside);
        show(runner.status());
    }

    /** Until there are accounts, nobody is known to be an administrator of a server that many use. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (runner.status().mode() == Mode.STRICT) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        ticking = ticker.start(() -> {
            Status status = runner.status();
            try {
                var unused = ui.access(() -> show(status));
            } catch (UIDetachedException e) {
                // The page is just going
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (ticking != null) {
            ticking.remove();
            ticking = null;
        }
    }

    private Section section(String key, Component content) {
        return new Section(new H2(getTranslation(key)), content);
    }

    private void show(Status status) {
        if (status.equals(shown)) {
            return;
        }
        shown = status;
        state.removeAll();
        state.add(Texts.inline(describe(status)));
        state.setClassName("stride-bad", status.state() instanceof Unavailable);
        replace(layers, layersOf(status.greeting()));
        replace(setup, setupOf(status));
        replace(
                now,
                new Facts()
                        .with(getTranslation("sandbox.slots"), status.slots())
                        .with(getTranslation("sandbox.busy"), status.busy())
                        .with(getTranslation("sandbox.waiting"), status.waiting())
                        .with(getTranslation("sandbox.restarts"), status.restarts()));
        replace(counts, countsOf(status));
    }

    private String describe(Status status) {
        return switch (status.state()) {
            case State.Starting() -> getTranslation("sandbox.starting");
            case State.Ready() -> ready(status.greeting());
            case Unavailable reason -> UnavailableText.of(this, reason);
        };
    }

    private String ready(@Nullable Greeting greeting) {
        if (greeting == null || greeting.confinement().complete()) {
            return getTranslation("sandbox.ready");
        }
        String missing = Joining.list(
                this::getTranslation,
                greeting.confinement().missing().stream()
                        .map(layer -> getTranslation("layer." + layer.name() + ".name"))
                        .toList());
        return getTranslation("sandbox.ready_without", missing);
    }

    private Component layersOf(@Nullable Greeting greeting) {
        return greeting == null ? quiet("sandbox.not_probed") : new LayerList(greeting.confinement());
    }

    private Component setupOf(Status status) {
        Facts facts = new Facts();
        Greeting greeting = status.greeting();
        if (greeting != null) {
            facts.with(getTranslation("sandbox.python"), greeting.pythonVersion())
                    .with(getTranslation("sandbox.numpy"), greeting.numpyVersion())
                    .with(getTranslation("sandbox.resident"), facts.size(greeting.residentBytes()));
        }
        facts.with(
                getTranslation("sandbox.mode"),
                getTranslation(status.mode() == Mode.STRICT ? "sandbox.mode.hosted" : "sandbox.mode.local"));
        Limits limits = status.limits();
        return facts.with(getTranslation("sandbox.limit.wall"), Facts.time(limits.wall()))
                .with(getTranslation("sandbox.limit.cpu"), Facts.time(limits.cpu()))
                .with(getTranslation("sandbox.limit.memory"), facts.size(limits.memory()))
                .with(getTranslation("sandbox.limit.output"), facts.size(limits.output()))
                .with(getTranslation("sandbox.limit.result"), facts.size(limits.result()))
                .with(getTranslation("sandbox.limit.source"), facts.size(limits.source()));
    }

    private Component countsOf(Status status) {
        if (status.outcomes().isEmpty()) {
            return quiet("sandbox.nothing_run");
        }
        Facts facts = new Facts();
        sorted(status.outcomes())
                .forEach(entry -> facts.with(getTranslation("outcome." + snake(entry.getKey())), entry.getValue()));
        sorted(status.refused())
                .forEach(entry -> facts.with(
                        getTranslation("refused." + entry.getKey().name().toLowerCase(Locale.ROOT)), entry.getValue()));
        return facts;
    }

    private Paragraph quiet(String key) {
        Paragraph paragraph = Texts.paragraph(getTranslation(key));
        paragraph.addClassName("stride-muted");
        return paragraph;
    }

    private static <K extends Comparable<K>> Stream<Map.Entry<K, Long>> sorted(Map<K, Long> counts) {
        return counts.entrySet().stream().sorted(Map.Entry.comparingByKey());
    }

    private static void replace(Div place, Component content) {
        place.removeAll();
        place.add(content);
    }

    /** The name of a class as a part of a key. */
    private static String snake(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("sandbox.page_title");
    }
}
