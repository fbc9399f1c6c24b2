package org.stride.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.test.context.TestPropertySource;
import org.stride.learner.Attempt;
import org.stride.learner.StoreUnavailableException;
import org.stride.learner.Telling;
import org.stride.learner.Telling.Count;
import org.stride.learner.store.History;
import org.stride.ui.learner.CurrentLearner;

/** The pages that show what the database has, while it does not answer. */
@TestPropertySource(properties = "stride.data=target/test-data-away-${stride.fork:1}")
@Import(StoreAwayTest.Breaking.class)
class StoreAwayTest extends ViewTest {
    /** A database that can be taken away. */
    static final class BreakableDatabase extends DelegatingDataSource {
        private volatile boolean away;

        BreakableDatabase(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (away) {
                throw new SQLException("taken away");
            }
            return super.getConnection();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Breaking {
        @Bean
        static BeanPostProcessor breakable() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource database ? new BreakableDatabase(database) : bean;
                }
            };
        }
    }

    @Autowired
    private BreakableDatabase database;

    @Autowired
    private ObjectProvider<CurrentLearner> learner;

    @Autowired
    private History history;

    @AfterEach
    void bringBack() {
        database.away = false;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"progress, Nothing tried yet.", "exercise/zero_pad/history, Nothing here yet."})
    void itIsSaidCalmlyAndTriedAgain(String address, String text) {
        database.away = true;
        open(address);
        assertThat(page()).contains("Your work cannot be read right now").doesNotContain("taken away", "Exception");

        again();
        assertThat(page()).contains("Your work cannot be read right now");

        database.away = false;
        // It is remembered for a moment that there was no answer
        Awaitility.await().pollInSameThread().untilAsserted(() -> {
            again();
            assertThat(page()).contains(text).doesNotContain("cannot be read");
        });
    }

    private static void again() {
        _click(_get(Button.class, spec -> spec.withId("again")));
    }

    @Test
    void nothingIsRestoredMeanwhileAndThatIsSaid() {
        Telling told = new Telling(true, new Count(1, 1), new Count(1, 1), "It passes.", null, List.of());
        Attempt attempt = new Attempt.OfCode(
                UUID.randomUUID(), "zero_pad", Instant.EPOCH, Duration.ZERO, told, Attempt.Source.TYPED, "code");
        Awaitility.await()
                .pollInSameThread()
                .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
                .untilAsserted(() -> history.record(learner.getObject().id(), attempt));
        open("exercise/zero_pad/history");

        database.away = true;
        _click(_get(Button.class, spec -> spec.withId("restore")));

        assertThat(textOf(byId("opened"))).contains("The database does not answer, so nothing was changed.");
    }

    @Test
    void aHintIsShownThoughItCannotBeCounted() {
        open("exercise/zero_pad?way=write");

        database.away = true;
        _click(_get(Button.class, spec -> spec.withId("hint")));

        assertThat(textOf(byId("hints"))).contains("Taken so far: 1 of 5 hints.", "so this hint is not counted");
    }
}
