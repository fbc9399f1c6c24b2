package org.stride.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.installation.DataFolder;
import org.stride.learner.Attempt;
import org.stride.learner.Edit;
import org.stride.learner.LearnerId;
import org.stride.learner.Telling;
import org.stride.learner.Telling.Count;
import org.stride.learner.Telling.Kind;
import org.stride.learner.Telling.Mistake;
import org.stride.learner.Telling.Passage;
import org.stride.learner.store.Drafts;
import org.stride.learner.store.History;
import org.stride.learner.store.LearnerStore;

/**
 * The data folder of an installation that a course has worked on. One learner’s attempts are written down as they always are; those of
 * the others are copies of them, mixed as if all had worked at the same time.
 *
 * @param longest the learner who has tried most
 */
record FilledDatabase(Path folder, LearnerId longest, int learners, int attempts) {
    private static final int LEARNERS = 200;
    private static final int ATTEMPTS_EACH = 250;
    /** So many times as often as the others has one of them tried. */
    private static final int MOST = 5;

    private static final int PASSES = 6;
    private static final int CARDS = 5;
    private static final int DAYS = 60;

    private static final String COPY = """
            insert into history (id, learner, exercise, kind, made_at, text, card, predicted_pass, passed, mistake, mistake_name,
                summary, verdict, took_millis)
            select random_uuid(), other.id, one.exercise, one.kind, one.made_at, one.text, one.card, one.predicted_pass, one.passed,
                one.mistake, one.mistake_name, one.summary, one.verdict, one.took_millis
            from history one, learner other where one.learner = :one and other.id <> :one order by one.number, other.id
            """;

    static FilledDatabase in(Path folder) {
        LearnerId one = LearnerId.random();
        try (ConfigurableApplicationContext context = open(folder)) {
            JdbcClient database = context.getBean(JdbcClient.class);
            work(one, context);
            LearnerId longest = LearnerId.random();
            add(database, longest);
            for (int time = 1; time < MOST; time++) {
                copy(database, one);
            }
            context.getBean(Drafts.class)
                    .save(longest, "conv_forward", new Edit("def conv_forward():\n    return 1\n", 0, "bench", 1));
            for (int other = 2; other < LEARNERS; other++) {
                add(database, LearnerId.random());
            }
            copy(database, one);
            times(database);
            int attempts = database.sql("select count(*) from history")
                    .query(Integer.class)
                    .single();
            return new FilledDatabase(folder, longest, LEARNERS, attempts);
        }
    }

    private static void work(LearnerId one, ConfigurableApplicationContext context) {
        History history = context.getBean(History.class);
        List<Exercise> exercises = Catalogue.load().exercises();
        Instant start = Instant.now().minus(Duration.ofDays(DAYS));
        for (int number = 0; number < ATTEMPTS_EACH; number++) {
            Exercise exercise = exercises.get(number * exercises.size() / ATTEMPTS_EACH);
            Instant at = start.plus(Duration.ofDays(DAYS).multipliedBy(number).dividedBy(ATTEMPTS_EACH));
            history.record(one, attempt(number, exercise, at));
        }
    }

    private static Attempt attempt(int number, Exercise exercise, Instant at) {
        boolean passed = number % PASSES == PASSES - 1;
        UUID id = UUID.randomUUID();
        Duration took = Duration.ofMillis(150);
        Telling told = told(number, passed);
        if (number % CARDS == 0) {
            String letter = exercise.deck().get(number % exercise.deck().size()).letter();
            return new Attempt.OfCard(id, exercise.name(), at, took, told, letter, number % 2 == 0);
        }
        String code = exercise.deck().getFirst().listing().code().repeat(2) + "\n# " + number + "\n";
        return new Attempt.OfCode(id, exercise.name(), at, took, told, Attempt.Source.TYPED, code);
    }

    private static Telling told(int number, boolean passed) {
        Count shown = new Count(passed ? 7 : 3, 7);
        Count heldOut = new Count(passed ? 14 : 2, 14);
        if (passed) {
            return new Telling(
                    true, shown, heldOut, "All 7 shown checks pass; all 14 held-out checks pass.", null, List.of());
        }
        String sentence =
                "This is what `vert_start = h` gives: the windows lie beside each other, whatever the stride is. ";
        String term = "a_slice[0, 0, 0] * W[0, 0, 0, 0] = 0.4170220047 * 1.6243453636 = 0.6773877581\n";
        return new Telling(
                false,
                shown,
                heldOut,
                "4 of 7 shown checks fail (stride 2, pad 1); 12 of 14 held-out checks fail: stride 3, pad 0 and 9 more.",
                new Mistake(
                        "flaw.number_" + number % 40,
                        "Stride left out of both corners, for the time number " + number % 40),
                List.of(
                        new Passage(Kind.CAUSE, sentence.repeat(3)),
                        new Passage(
                                Kind.EVIDENCE,
                                "stride 2, pad 1: `Z` must be 0.677, it is 0.112; 31 of 32 values are wrong."),
                        new Passage(Kind.WORKING, term.repeat(12))));
    }

    private static void add(JdbcClient database, LearnerId learner) {
        database.sql("insert into learner (id, created_at) values (:id, now())")
                .param("id", learner.value())
                .update();
    }

    private static void copy(JdbcClient database, LearnerId one) {
        database.sql(COPY).param("one", one.value()).update();
    }

    private static void times(JdbcClient database) {
        for (Exercise exercise : Catalogue.load().exercises()) {
            database.sql("""
                            insert into time_spent (learner, exercise, on_day, millis)
                            select id, :exercise, current_date - cast("X" as int), 60000 * (1 + mod(7 * "X", 31))
                            from learner, system_range(0, :days)
                            """)
                    .param("exercise", exercise.name())
                    .param("days", DAYS)
                    .update();
        }
    }

    private static ConfigurableApplicationContext open(Path folder) {
        return new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(
                        "--spring.datasource.url=" + new DataFolder(folder).databaseUrl(),
                        "--spring.jdbc.template.query-timeout=5m");
    }

    @Configuration(proxyBeanMethods = false)
    @Import(LearnerStore.class)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        DataJdbcRepositoriesAutoConfiguration.class
    })
    static class Parts {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
